"""The source of a page in, its Document out, every piece of the text with its place in the source."""

from .page import read_html

__all__ = ["read_html"]
