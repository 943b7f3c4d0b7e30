"""Documents from addresses on the web, only where a user asks for it: politely, within limits, unchanged ones once."""
