"""Values as bytes: numbers, strings, containers and arrays cross; nothing that can execute does.

A frame is two lengths, the number of a request (or minus that of the one that is answered), a head
in msgpack, and a bulk that holds the data of large arrays.
Everything else than plain values travels as a `Ref`: the object stays on the side it lives on.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any, NamedTuple

import msgpack
import numpy as np

from deepcalc.checking._functions import Function, function

from . import arrays, ext
from .aliases import Aliases
from .arrays import LIMITS, Uncrossable, WireError
from .ext import Ref
from .keys import comparisons

__all__ = [
    "PREFIX", "Aliases", "Codec", "Packed", "Ref", "Uncrossable", "WireError", "frame",
    "split_prefix",
]  # fmt: skip

PREFIX = struct.Struct(">IIi")
INLINE = 4096  # bytes of array data up to which an array travels in the head


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


class Packed(NamedTuple):
    """A value as `Codec.pack` left it; it arrives as the value that it was.

    Parameters
    ----------
    head, bulk : as of a message
    refers : whether something in it is a reference, and means nothing on another connection
    """

    head: bytes
    bulk: list[bytes]
    refers: bool


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
        return _Encoder(self.export, aliases, self.trusted).run(value)

    def pack(self, value: Any) -> Packed:
        """A value as part of a message, encoded once for however many messages.

        Raises
        ------
        Uncrossable
        """
        encoder = _Encoder(self.export, None, self.trusted)
        return Packed(*encoder.run(value), encoder.refers)

    def decode(self, head: bytes, bulk: bytes | memoryview, originals: list | None = None) -> Any:
        """The value that `encode` was given, made of plain values and imported references.

        Raises
        ------
        WireError
            for anything that `encode` does not produce, or that is too large or too deep
        """
        decoder = _Decoder(self.import_, bulk, originals or [], self.trusts)
        value = decoder.run(head)
        self.names_ours = decoder.names_ours
        return value


class _Encoder:
    def __init__(
        self, export: Callable[[Any], Ref], aliases: Aliases | None, says_functions: bool
    ) -> None:
        self.export, self.aliases, self.says_functions = export, aliases, says_functions
        self.bulk: list[bytes] = []
        self.functions: dict[int, msgpack.ExtType] = {}
        self.depth = 0
        self.refers = False

    def run(self, value: Any) -> tuple[bytes, list[bytes]]:
        try:
            head = self.pack(value)
        except (ValueError, OverflowError, RecursionError, UnicodeError) as error:
            raise Uncrossable(_in_words(error)) from None
        if len(head) > LIMITS.depth and type(value) in (list, tuple, dict):
            ext.check_depth(value, LIMITS.depth, Uncrossable("containers nested too deeply"))
        return head, self.bulk

    def pack(self, value: Any) -> bytes:
        packer = msgpack.Packer(default=self.default, strict_types=True, buf_size=1024)
        return packer.pack(value)

    def default(self, value: Any) -> Any:
        """What msgpack cannot say by itself: all but None, bool, int, float, str, list and dict."""
        kind = type(value)
        if kind is np.ndarray:
            return self.array(value)
        if kind is tuple:
            return self.nested(ext.TUPLE, list(value))
        if kind is Packed:
            self.bulk += value.bulk
            return msgpack.ExtType(ext.PACKED, value.head)
        if isinstance(value, np.generic) and value.dtype in arrays.NUMBERS:
            data = bytes([arrays.NUMBERS[value.dtype]]) + value.tobytes()
            return msgpack.ExtType(ext.SCALAR, data)
        if kind in ext.SIMPLE:
            code, parts = ext.SIMPLE[kind]
            return self.nested(code, parts(value))
        if ext.is_named_ufunc(value):
            return msgpack.ExtType(ext.UFUNC, self.pack(value.__name__))
        if kind is Function and self.says_functions:
            return self.function(value)
        base = ext.plain(value)
        if base is not value:
            by_msgpack = type(base) in (float, str, bytes, list, dict)
            return base if by_msgpack else self.default(base)
        ref = self.export(value)
        self.refers = True
        if not ref.mine:
            return msgpack.ExtType(ext.OWN, ext.OWN_NUMBER.pack(ref.number))
        return msgpack.ExtType(ext.REF, self.pack(list(ref)))

    def nested(self, code: int, body: Any) -> msgpack.ExtType:
        self.depth += 1
        if self.depth > LIMITS.depth:
            raise Uncrossable("containers nested too deeply")
        packed = msgpack.ExtType(code, self.pack(body))
        self.depth -= 1
        return packed

    def function(self, value: Function) -> msgpack.ExtType:
        """A function as text, said once and then repeated: a contract has the same one often."""
        if id(value) not in self.functions:
            body = [value.text, value.__name__, value.constants]
            self.functions[id(value)] = self.nested(ext.FUNCTION, body)
        return self.functions[id(value)]

    def array(self, value: np.ndarray) -> msgpack.ExtType:
        if not value.dtype.isnative:
            value = value.astype(value.dtype.newbyteorder("="))
        inline = value.nbytes <= INLINE
        head = arrays.array_head(value, inline)
        view = self.aliases.view(value) if self.aliases else None
        if view is not None:
            return msgpack.ExtType(ext.VIEW, self.pack(view))
        if inline:
            return msgpack.ExtType(ext.ARRAY, head + value.tobytes())
        self.bulk.append(value.tobytes())
        return msgpack.ExtType(ext.ARRAY, head)


class _Decoder:
    def __init__(
        self, import_: Callable[[Ref], Any], bulk: Any, originals: list, trusts: bool
    ) -> None:
        self.import_, self.bulk, self.originals = import_, memoryview(bulk), originals
        self.trusts = trusts
        self.used = self.size = self.comparisons = self.ranges = self.generators = 0
        self.depth = 0
        self.names_ours = False
        self.functions: dict[bytes, Function] = {}

    def run(self, head: bytes) -> Any:
        try:
            value = self.unpack(head)
            if len(head) > LIMITS.depth and type(value) in (list, tuple, dict):
                too_deep = WireError("a value nested too deeply")
                ext.check_depth(value, LIMITS.depth, too_deep)
        except WireError:
            raise
        except RecursionError:
            raise WireError("a value nested too deeply") from None
        except Exception as error:  # msgpack and NumPy raise many kinds for malformed input
            raise WireError(f"a malformed value: {error}") from None
        if self.used != len(self.bulk):
            raise WireError("array data that nothing refers to")
        return value

    def unpack(self, data: bytes) -> Any:
        return msgpack.unpackb(
            data,
            ext_hook=self.hook,
            object_pairs_hook=self.dict,
            strict_map_key=False,
            timestamp=2,  # dates, the one kind of object that msgpack makes unasked, as numbers
            max_map_len=LIMITS.keys,
        )

    def hook(self, code: int, data: bytes) -> Any:
        if code == ext.ARRAY:
            return arrays.array_from(data, self.take)
        if code == ext.SCALAR:
            return arrays.scalar_from(data)
        if code == ext.OWN:
            return self.import_(Ref(False, *ext.OWN_NUMBER.unpack(data)))
        if data in self.functions and code == ext.FUNCTION:
            return self.functions[data]
        self.depth += 1
        if self.depth > LIMITS.depth:
            raise WireError("a value nested too deeply")
        body = self.unpack(data)
        self.depth -= 1
        if code == ext.PACKED:
            return body
        if code == ext.REF:
            return self.import_(Ref.checked(body))
        if code == ext.ALIAS:
            return self.named(self.originals[arrays.index(body)])
        if code == ext.VIEW:
            return self.named(arrays.view_from(self.originals, *body))
        if code == ext.FUNCTION:
            if not self.trusts:
                raise WireError("a function as text")
            text, shown, constants = body
            made = function(text, shown, **constants)
            if not constants:  # which it may hand out, to be changed
                self.functions[data] = made
            return made
        if code in (ext.SET, ext.FROZENSET):
            self.keys(body)
        value = ext.build(code, body)
        if code == ext.RANGE:
            self.ranges += len(value)
            if self.ranges > LIMITS.range:
                raise WireError("ranges too long")
        if code == ext.GENERATOR:
            self.generators += 1
            if self.generators > LIMITS.generators:
                raise WireError("too many random generators")
        return value

    def dict(self, pairs: list[tuple]) -> dict:
        """A dict, if it can be made in no time."""
        keys = [key for key, _ in pairs]
        if not all(type(key) is str for key in keys):
            self.keys(keys)
        return dict(pairs)

    def keys(self, keys: list) -> None:
        """Make sure that keys can be told apart, as all sets and dicts of a message together."""
        if len(keys) > LIMITS.keys:
            raise WireError("a set too large")
        self.comparisons += comparisons(keys)
        if self.comparisons > LIMITS.comparisons:
            raise WireError("too many keys that are alike")

    def named(self, value: Any) -> Any:
        """One of our own parts; naming it a million times must not make it a million of them."""
        self.names_ours = True
        self.size += value.nbytes if type(value) is np.ndarray else 0
        self.size += 64 * len(value) if type(value) in (list, dict, set) else 0
        if self.size > LIMITS.bulk:
            raise WireError("too many arrays")
        return value

    def take(self, size: int) -> memoryview:
        """The next bytes of the bulk; no two arrays get the same."""
        self.used += size
        return self.bulk[self.used - size : self.used]


def _in_words(error: Exception) -> str:
    if isinstance(error, OverflowError):
        return "a whole number with too many digits"
    return "containers nested too deeply" if "recursion" in str(error) else "a value too large"
