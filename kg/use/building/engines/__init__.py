"""Who reads the shards: processes of this machine, or a cluster's. Each engine is one small module."""
