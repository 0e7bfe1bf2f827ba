"""What humans decided, as the graph holds it: whom names mean, corrections of facts, names that are nobody's."""
