"""Blocks: what a council's meetings say of one surname, or of one name of a body, kept so that it is read alone."""

from .block import Block, BlockKey, blocks_of, bodies_in, seen_in
from .closure import Index, together

__all__ = ["Block", "BlockKey", "Index", "blocks_of", "bodies_in", "seen_in", "together"]
