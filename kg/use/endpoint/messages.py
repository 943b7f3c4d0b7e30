"""What the server and its workers say to each other: over pipes, each message with its length in front."""

import json
from typing import Any, BinaryIO

_LENGTH = 8


def packed(head: dict[str, Any], body: bytes = b"") -> bytes:
    """A message as bytes."""
    told = json.dumps(head).encode()
    return len(told).to_bytes(_LENGTH) + len(body).to_bytes(_LENGTH) + told + body


def lengths(start: bytes) -> tuple[int, int]:
    """The lengths of head and body, from the first bytes of a message."""
    return int.from_bytes(start[:_LENGTH]), int.from_bytes(start[_LENGTH:])


START = 2 * _LENGTH
"""So many bytes tell both lengths."""


def received(pipe: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next message; None at the end of the pipe."""
    start = pipe.read(START)
    if len(start) < START:
        return None
    head, body = lengths(start)
    return json.loads(pipe.read(head)), pipe.read(body)
