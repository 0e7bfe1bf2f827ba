"""Who is who, for people who decide it: what is open, why two names are one, and what a decision changes."""
