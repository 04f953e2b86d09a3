"""Bytes of a file in, a Document out: text, blocks, masthead and the article's date."""

from .decoding import EncodingError, decode
from .errors import DocumentError
from .finding import find
from .loading import MAX_BYTES, from_text, load, with_entry_date
from .masthead import read_masthead

__all__ = [
    "MAX_BYTES",
    "DocumentError",
    "EncodingError",
    "decode",
    "find",
    "from_text",
    "load",
    "read_masthead",
    "with_entry_date",
]
