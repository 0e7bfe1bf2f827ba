"""Names of bodies as written to bodies: their forms, the council of the source, decisions of humans, evidence."""
