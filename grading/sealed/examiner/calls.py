"""Many calls, carried out in the student's process with one message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from deepcalc.checking._answers import Replies, Reply, Request, Requests, answers
from deepcalc.checking._flat import Flat
from deepcalc.checking._ways import Used

from ..wire.channel import Disconnected
from ..wire.codec import Packed
from .proxies import ExaminerPeer, FunctionHandle

__all__ = ["many", "used"]


@answers.register
def many(function: FunctionHandle, requests: Sequence[Request]) -> Replies:
    """What `answers` does for a function of a student's process."""
    return _ask(function, "", requests)


@answers.register
def used(use: Used, requests: Sequence[Request]) -> Replies:
    """What `answers` does for a way of using what a student wrote: there, where it lives."""
    if not isinstance(use.function, FunctionHandle):
        return answers.dispatch(object)(use, requests)
    return _ask(use.function, use.way, requests)


def _ask(function: FunctionHandle, way: str, requests: Sequence[Request]) -> Replies:
    peer = function._peer
    sent = peer.ask("answers", function._number, [_asked(peer, requests), way])
    if type(sent) is not list or list(map(type, sent)) != [list, np.ndarray, str, dict, dict]:
        raise _malformed(peer)
    *parts, more = sent
    results = Flat(*parts)
    if len(results) != len(requests):
        raise _malformed(peer)
    try:
        results.check()
    except ValueError:
        raise _malformed(peer) from None
    if not all(type(number) is int and 0 <= number < len(results) for number in more):
        raise _malformed(peer)
    return Replies(results, {number: _reply(peer, rest) for number, rest in more.items()})


def _asked(peer: ExaminerPeer, requests: Sequence[Request]) -> Packed | str:
    """Requests as they are sent; of a contract its name, as the other side has read it, too."""
    if isinstance(requests, Requests) and (requests.contract or requests.packed):
        return requests.contract or requests.packed
    # Without the dict that most have no use for: each costs as much as an array.
    given = [[list(args), kwargs or None, *rest] for args, kwargs, *rest in requests]
    packed = peer.channel.codec.pack(given)
    if isinstance(requests, Requests) and not packed.refers:
        requests.packed = packed
    return packed


def _reply(peer: Any, rest: Any) -> Reply:
    """A reply of which there is more to say than its result, without that."""
    if type(rest) is not list or len(rest) != len(Reply._fields) - 1:
        raise _malformed(peer)
    error, warned, kept, changed, shared = rest
    if not (error is None or type(error) is dict) or type(warned) is not list:
        raise _malformed(peer)
    if not all(type(text) is str for text in (changed, *warned)):
        raise _malformed(peer)
    told = None if error is None else peer.revive(error)
    heard = [text[:200] for text in warned[:3]]
    return Reply(None, told, heard, kept is True, changed[:200], shared is not False)


def _malformed(peer: Any) -> Disconnected:
    peer.failure = Disconnected("the process sent a malformed answer")
    return peer.failure
