"""The label index beside a store's version: from the first keys that somebody types to the things that are meant."""
