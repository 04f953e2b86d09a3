"""Configuration files in, one frozen Settings for each article out, every value with its origin.

Suppressions and baselines, which most runs have none of, are in modules of their own.
"""

from .layers import Configuration
from .mistakes import ConfigError, Mistake
from .settings import KEYS, Settings, Value

__all__ = ["KEYS", "ConfigError", "Configuration", "Mistake", "Settings", "Value"]
