"""From documents to the graph, room by room; `pipeline` is the way through."""
