"""A client in JavaScript against a running server; it needs Node and packages, so it is a target of its own."""
