"""How findings count towards the errors in 10,000 characters: a table after the press authority's rules."""

from __future__ import annotations

SOURCE = "《报纸期刊质量管理规定》（国家新闻出版署，2020年）所附报纸编校差错率计算方法"
"""Where the way of counting comes from. It is applied as far as rules tell one kind of error from another."""

LIMIT = 3
"""Errors in 10,000 characters up to which a newspaper passes."""

HEADLINE = 2
"""How many times an error in a headline counts."""

SLIGHT, SLIGHT_WEIGHT, SLIGHT_MOST = "FN", 0.1, 1
"""The family of rules on how figures are written, what each of its findings counts, and the most for one issue: all
articles of one date."""

GRAVE, GRAVE_WEIGHT = "error", 1
"""The severity that counts whole, of all other families; warnings and notes of theirs don't count."""
