"""What people teach govgraph, and what its labellers say of a line and why."""
