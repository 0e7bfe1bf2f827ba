"""What follows from the facts of a scope: people, bodies and shortcuts, made anew, wholly or in part, and checked."""
