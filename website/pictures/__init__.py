"""Pictures without a script: lanes of time, and a body among its neighbours."""
