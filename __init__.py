"""govgraph: council and committee minutes as a graph of who sat where, with the line behind every fact.

The rooms, in the order in which a document passes through them: `graph_loader.documents` (bytes to text),
`graph_loader.minutes` (text to parsed minutes), `graph_loader.identity` (names to people and bodies),
`graph_loader.graph` (records to nodes and edges), `graph_loader.store` (Neo4j); `queries` and `visualise` read the
store.
"""

__version__ = "0.1.0"
