"""Bytes of a file in, a Document out: text, blocks, masthead and the article's date."""

from .decoding import EncodingError, decode
from .errors import DocumentError
from .finding import SUFFIXES, find, kept
from .loading import MAX_BYTES, from_bytes, from_fields, from_text, load, with_entry_date
from .masthead import read_masthead

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "DocumentError",
    "EncodingError",
    "decode",
    "find",
    "from_bytes",
    "from_fields",
    "from_text",
    "kept",
    "load",
    "read_masthead",
    "with_entry_date",
]
