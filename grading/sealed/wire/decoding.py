"""From bytes to values: nothing is believed of what arrives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgpack
import numpy as np

from deepcalc.checking._functions import Function, function

from . import arrays, ext
from .arrays import LIMITS, WireError
from .ext import Ref
from .keys import comparisons

__all__ = ["Decoder"]


class Decoder:
    """One value on its way in, hostile until proved small.

    Parameters
    ----------
    import_, trusts : as of `Codec`
    bulk : of the message
    originals : what an alias or a view is of

    Attributes
    ----------
    names_ours : as of `Codec`
    """

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
        """The value of a message.

        Raises
        ------
        WireError
        """
        try:
            value = self.unpack(head)
            deep = len(head) > LIMITS.depth and type(value) in (list, tuple, dict)
            if deep and not self.trusts:
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
        """The value of a head, or of a part of one."""
        return msgpack.unpackb(
            data,
            ext_hook=self.hook,
            object_pairs_hook=self.dict,
            strict_map_key=False,
            timestamp=2,  # dates, the one kind of object that msgpack makes unasked, as numbers
            max_map_len=LIMITS.keys,
        )

    def hook(self, code: int, data: bytes) -> Any:
        """What msgpack cannot say by itself."""
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
