"""`figcheck audit …`: archives in, a store and its answers out; one small module a command."""
