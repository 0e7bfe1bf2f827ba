"""Records and identities to facts (nodes) and shortcuts (edges); the schema states itself here."""
