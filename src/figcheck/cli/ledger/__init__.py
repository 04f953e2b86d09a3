"""`figcheck ledger …`: ledgers in, ledgers kept in order out; one small module a command."""
