"""Many generated documents with known identities: whether identity holds, and what it costs, at ten thousand."""
