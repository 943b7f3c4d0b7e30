"""Room 6, *who is who among all?* The keys of all readings are partitioned; a thing's IRI is the least of its keys.

What agrees, what contradicts and what changed follows from readings and identity, and is found here too.
"""
