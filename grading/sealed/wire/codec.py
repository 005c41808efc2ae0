"""Values as bytes: numbers, strings, containers and arrays cross; nothing that can execute does.

A frame is two lengths, the number of a request (or minus that of the one that is answered), a head
in msgpack, and a bulk that holds the data of large arrays.
Everything else than plain values travels as a `Ref`: the object stays on the side it lives on.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from .aliases import Aliases
from .arrays import LIMITS, Uncrossable, WireError
from .decoding import Decoder
from .encoding import Encoder, Packed
from .ext import Ref

__all__ = [
    "PREFIX", "Aliases", "Codec", "Packed", "Ref", "Uncrossable", "WireError", "frame",
    "split_prefix",
]  # fmt: skip

PREFIX = struct.Struct(">IIi")


def frame(head: bytes, bulk: list[bytes], number: int = 0) -> bytes:
    """One message as it goes over the socket."""
    size = sum(map(len, bulk))
    if len(head) > LIMITS.head or size > LIMITS.bulk:
        raise Uncrossable("a value too large to hand over")
    return b"".join((PREFIX.pack(len(head), size, number), head, *bulk))


def split_prefix(prefix: bytes) -> tuple[int, int, int]:
    """Lengths of head and bulk, and the number, from a frame's first bytes, checked."""
    head, bulk, number = PREFIX.unpack(prefix)
    if head > LIMITS.head or bulk > LIMITS.bulk:
        raise WireError(f"a message of {head + bulk} bytes")
    return head, bulk, number


class Codec:
    """Turns values into head and bulk, and back.

    Parameters
    ----------
    export : gives the `Ref` of an object that is no plain value, or raises `Uncrossable`
    import_ : gives the object for a `Ref` that arrived
    trusts : whether a `Function` that arrives as text is run; the examiner never does
    trusted : whether the other side does so: then a `Function` need not be called back

    Attributes
    ----------
    names_ours : whether the value decoded last names a container or an array that we sent: only
        then can it be larger than its message
    """

    def __init__(
        self,
        export: Callable[[Any], Ref],
        import_: Callable[[Ref], Any],
        trusts: bool = False,
        trusted: bool = False,
    ) -> None:
        self.export, self.import_ = export, import_
        self.trusts, self.trusted = trusts, trusted
        self.names_ours = False

    def encode(self, value: Any, aliases: Aliases | None = None) -> tuple[bytes, list[bytes]]:
        """Head and bulk of a value.

        Parameters
        ----------
        aliases : the arguments of the call that `value` answers; an array in it that shares
            memory with one of them arrives as a view of the other side's own

        Raises
        ------
        Uncrossable
            named after the offending part
        """
        return Encoder(self.export, aliases, self.trusted).run(value)

    def pack(self, value: Any) -> Packed:
        """A value as part of a message, encoded once for however many messages.

        Raises
        ------
        Uncrossable
        """
        encoder = Encoder(self.export, None, self.trusted)
        return Packed(*encoder.run(value), encoder.refers)

    def decode(self, head: bytes, bulk: bytes | memoryview, originals: list | None = None) -> Any:
        """The value that `encode` was given, made of plain values and imported references.

        Raises
        ------
        WireError
            for anything that `encode` does not produce, or that is too large or too deep
        """
        decoder = Decoder(self.import_, bulk, originals or [], self.trusts)
        value = decoder.run(head)
        self.names_ours = decoder.names_ours
        return value
