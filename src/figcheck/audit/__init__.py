"""Archives of articles in, a store of all that was read, claimed and found out; from one process to a cluster."""
