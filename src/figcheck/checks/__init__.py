"""Predicates that rules call, one module per kind of evidence: an analysis in, hits out; no wording, no severity."""
