"""What people teach govgraph about their own minutes: annotations, and models that are fitted to them."""
