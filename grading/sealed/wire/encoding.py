"""From values to bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import msgpack
import numpy as np

from deepcalc.checking._functions import Function

from . import arrays, ext
from .aliases import Aliases
from .arrays import LIMITS, Uncrossable
from .ext import Ref

__all__ = ["Encoder", "Packed"]

INLINE = 4096  # bytes of array data up to which an array travels in the head


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


class Encoder:
    """One value on its way out.

    Parameters
    ----------
    export : as of `Codec`
    aliases : as for `Codec.encode`
    says_functions : whether a `Function` travels as text

    Attributes
    ----------
    refers : as of `Packed`
    """

    def __init__(
        self, export: Callable[[Any], Ref], aliases: Aliases | None, says_functions: bool
    ) -> None:
        self.export, self.aliases, self.says_functions = export, aliases, says_functions
        self.bulk: list[bytes] = []
        self.functions: dict[int, msgpack.ExtType] = {}
        self.depth = 0
        self.refers = False

    def run(self, value: Any) -> tuple[bytes, list[bytes]]:
        """Head and bulk of a value.

        Raises
        ------
        Uncrossable
        """
        try:
            head = self.pack(value)
        except (ValueError, OverflowError, RecursionError, UnicodeError) as error:
            raise Uncrossable(_in_words(error)) from None
        if len(head) > LIMITS.depth and type(value) in (list, tuple, dict):
            ext.check_depth(value, LIMITS.depth, Uncrossable("containers nested too deeply"))
        return head, self.bulk

    def pack(self, value: Any) -> bytes:
        """The head of a part of the value, whose large arrays are added to the bulk."""
        packer = msgpack.Packer(default=self.default, strict_types=True, buf_size=1024)
        return packer.pack(value)

    def default(self, value: Any) -> Any:
        """What msgpack cannot say by itself: all but None, bool, int, float, str, list and dict."""
        kind = type(value)
        if kind is np.ndarray:
            return self.array(value)
        if kind is np.float64:  # as below; there are many
            return msgpack.ExtType(ext.SCALAR, arrays.FLOAT.pack(arrays.DOUBLE, value))
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
        """A container of a kind that msgpack does not know."""
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
        """An array: a view of the other side's own, or its data here or in the bulk."""
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


def _in_words(error: Exception) -> str:
    if isinstance(error, OverflowError):
        return "a whole number with too many digits"
    return "containers nested too deeply" if "recursion" in str(error) else "a value too large"
