"""Pages and exports of systems that councils run: what is where in them, known from the systems' own forms."""
