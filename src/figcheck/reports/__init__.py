"""Reports in, text for editors and for programs out: one module a format."""
