"""Vocabulary: tables of words and nothing else."""
