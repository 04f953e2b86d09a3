"""figcheck: a checker of facts and figures in Chinese news."""

__version__ = "0.1.0"
