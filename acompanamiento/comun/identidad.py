"""Identifiers that a device may mint without asking the server."""

from uuid import UUID

from uuid_utils.compat import uuid7


def nuevo_id() -> UUID:
    """Return a UUIDv7 (RFC 9562): unique without coordination and ordered by time of creation."""
    return uuid7()
