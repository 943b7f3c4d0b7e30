"""The tables of a version's label index: one SQLite file, written with the version and never altered afterwards.

``start`` holds every spelling from each of its words on, so that a range of keys finds prefixes and word starts;
``onset`` the same as initial consonants; ``held`` finds what stands anywhere, and headlines stand in it alone.
``document`` keeps what each document tells as numbers of things and spellings, so that it can be taken out again.
"""

NAME = "labels.sqlite"
"""The file's name in the folder of a version."""

TABLES = """
CREATE TABLE thing (
    id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL,
    documents INTEGER NOT NULL, links INTEGER NOT NULL, region INTEGER
);
CREATE TABLE spelling (
    id INTEGER PRIMARY KEY, thing INTEGER NOT NULL, text TEXT NOT NULL, key TEXT NOT NULL, uses INTEGER NOT NULL,
    UNIQUE (thing, text)
);
CREATE TABLE start (
    key TEXT NOT NULL, at INTEGER NOT NULL, spelling INTEGER NOT NULL, thing INTEGER NOT NULL,
    PRIMARY KEY (key, at, spelling)
) WITHOUT ROWID;
CREATE TABLE onset (
    key TEXT NOT NULL, at INTEGER NOT NULL, spelling INTEGER NOT NULL, thing INTEGER NOT NULL,
    PRIMARY KEY (key, at, spelling)
) WITHOUT ROWID;
CREATE TABLE placed (
    thing INTEGER NOT NULL, region INTEGER NOT NULL, uses INTEGER NOT NULL, PRIMARY KEY (thing, region)
) WITHOUT ROWID;
CREATE TABLE document (name TEXT PRIMARY KEY, told TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE held USING fts5(pairs, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');
"""
