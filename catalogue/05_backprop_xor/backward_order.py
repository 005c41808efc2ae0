"""Answers to `backward_order` of 05_backprop_xor, right and wrong."""


# %% right: uses counted, then ticked off
def backward_order(end):
    uses, found = {end: 0}, [end]
    for value in found:
        for parent, slope in value.parents:
            if parent in uses:
                uses[parent] += 1
            else:
                uses[parent] = 1
                found.append(parent)
    ready, order = [end], []
    while ready:
        value = ready.pop()
        order.append(value)
        for parent, slope in value.parents:
            uses[parent] -= 1
            if not uses[parent]:
                ready.append(parent)
    return order


# %% right: a stack with notes
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[::-1]


# %% right: iterators on the stack
def backward_order(end):
    order, seen = [], {id(end)}
    stack = [(end, iter(end.parents))]
    while stack:
        value, rest = stack[-1]
        for parent, _ in rest:
            if id(parent) not in seen:
                seen.add(id(parent))
                stack.append((parent, iter(parent.parents)))
                break
        else:
            stack.pop()
            order.insert(0, value)
    return order


# %% right: a state for each value
def backward_order(end):
    NEW, OPEN, DONE = 0, 1, 2
    state, order, stack = {}, [], [end]
    while stack:
        value = stack[-1]
        if state.get(value, NEW) == NEW:
            state[value] = OPEN
            stack.extend(p for p, _ in value.parents if state.get(p, NEW) == NEW)
        else:
            stack.pop()
            if state[value] == OPEN:
                state[value] = DONE
                order.append(value)
    order.reverse()
    return order


# %% right: numbered when they are made, and sorted
first_init = Value.__init__


def numbering_init(self, *args, **kwargs):
    first_init(self, *args, **kwargs)
    self.number = numbering_init.made = getattr(numbering_init, "made", 0) + 1


Value.__init__ = numbering_init


def backward_order(end):
    found, waiting = {end}, [end]
    while waiting:
        for parent, _ in waiting.pop().parents:
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return sorted(found, key=lambda value: value.number, reverse=True)


# %% right: a list of users for each value
def backward_order(end):
    users, graph = {end: []}, [end]
    for value in graph:
        for parent, _ in value.parents:
            if parent not in users:
                users[parent] = []
                graph.append(parent)
            users[parent].append(value)
    written, order = set(), []
    ready = [end]
    while ready:
        value = ready.pop(0)
        if value in written or not all(user in written for user in users[value]):
            continue
        written.add(value)
        order.append(value)
        ready += [parent for parent, _ in value.parents]
    return order


# %% right: a queue and the number of users
from collections import Counter, deque


def backward_order(end):
    seen, graph = {end}, deque([end])
    waiting_for = Counter()
    while graph:
        parents = [parent for parent, _ in graph.popleft().parents]
        waiting_for.update(parents)
        for parent in dict.fromkeys(parents):
            if parent not in seen:
                seen.add(parent)
                graph.append(parent)
    order, ready = [], deque([end])
    while ready:
        order.append(ready.popleft())
        for parent, _ in order[-1].parents:
            waiting_for[parent] -= 1
            if waiting_for[parent] == 0:
                ready.append(parent)
    return order


# %% right: each value after its parents' depth
def backward_order(end):
    depth, stack = {}, [end]
    while stack:
        value = stack[-1]
        open_ones = [p for p, _ in value.parents if p not in depth]
        if open_ones:
            stack.append(open_ones[0])
        else:
            depth[stack.pop()] = 1 + max(
                (depth[p] for p, _ in value.parents), default=0
            )
    return sorted(depth, key=depth.get, reverse=True)


# %% right: leaves peeled off first
def backward_order(end):
    found = [end]
    known = {end}
    for value in found:
        for parent, _ in value.parents:
            if parent not in known:
                known.add(parent)
                found.append(parent)
    users = {value: set() for value in found}
    for value in found:
        for parent, _ in value.parents:
            users[parent].add(value)
    missing = {value: {p for p, _ in value.parents} for value in found}
    done = [value for value in found if not missing[value]]
    for value in done:
        for user in users[value]:
            missing[user].discard(value)
            if not missing[user]:
                done.append(user)
    return list(reversed(done))


# %% right: a generator behind a list
def walk_parents_first(end):
    seen, stack = set(), [(end, 0)]
    while stack:
        value, place = stack.pop()
        if place < len(value.parents):
            stack.append((value, place + 1))
            parent = value.parents[place][0]
            if parent not in seen:
                seen.add(parent)
                stack.append((parent, 0))
        else:
            yield value


def backward_order(end):
    return list(walk_parents_first(end))[::-1]


# %% right: the standard library's sorter
from graphlib import TopologicalSorter


def backward_order(end):
    graph, stack = {}, [end]
    while stack:
        value = stack.pop()
        if value not in graph:
            graph[value] = [parent for parent, _ in value.parents]
            stack += graph[value]
    return list(TopologicalSorter(graph).static_order())[::-1]


# %% right: a value that is met again moves back
def backward_order(end):
    queue, level = [end], {end: 0}
    while queue:
        value = queue.pop(0)
        for parent, _ in value.parents:
            if level.get(parent, -1) < level[value] + 1:
                level[parent] = level[value] + 1
                queue.append(parent)
    return sorted(level, key=lambda value: level[value])


# %% right: marks on the values, taken off at the end
def backward_order(end):
    order, stack = [], [end]
    while stack:
        value = stack.pop()
        if value is None:
            order.append(stack.pop())
        elif not hasattr(value, "met"):
            value.met = True
            stack += [value, None] + [parent for parent, _ in value.parents]
    for value in order:
        del value.met
    return tuple(reversed(order))


# %% wrong: parents at once, breadth first
# A value stands before another one that was made of it: its turn comes as soon as it is met.
# hint: 1
def backward_order(end):
    order, seen = [end], {end}
    for value in order:
        for parent, _ in value.parents:
            if parent not in seen:
                seen.add(parent)
                order.append(parent)
    return order


# %% wrong: parents at once, depth first
# A value stands before another one that was made of it: its turn comes as soon as it is met.
# hint: 1
def backward_order(end):
    order, seen, stack = [], set(), [end]
    while stack:
        value = stack.pop()
        if value not in seen:
            seen.add(value)
            order.append(value)
            stack.extend(parent for parent, _ in value.parents)
    return order


# %% wrong: depth first, first parent first
# A value stands before another one that was made of it: its turn comes as soon as it is met.
# hint: 1
def backward_order(end):
    order, seen, stack = [], set(), [end]
    while stack:
        value = stack.pop()
        if value not in seen:
            seen.add(value)
            order.append(value)
            stack.extend(parent for parent, _ in reversed(value.parents))
    return order


# %% wrong: level by level
# A value stands before another one that was made of it: its turn comes as soon as it is met.
# hint: 1
def backward_order(end):
    order, level = [], [end]
    while level:
        order += level
        found = dict.fromkeys(parent for value in level for parent, _ in value.parents)
        level = [value for value in found if value not in order]
    return order


# %% wrong: parents first
# Your list is the right one from the wrong end: every value stands after its parents.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order


# %% wrong: recursion
# On a long chain Python stops a function that calls itself so often.
# hint: 2
def backward_order(end):
    order, seen = [], set()

    def visit(value):
        if value not in seen:
            seen.add(value)
            for parent, _ in value.parents:
                visit(parent)
            order.append(value)

    visit(end)
    return order[::-1]


# %% wrong: recursion with one list for all
# On a long chain Python stops a function that calls itself so often.
# hint: 2
def backward_order(end, seen=None):
    seen = set() if seen is None else seen
    seen.add(end)
    order = [end]
    for parent, _ in end.parents:
        if parent not in seen:
            order = order[:1] + backward_order(parent, seen) + order[1:]
    return order


# %% endless: every way by itself
# Each way through the graph is walked by itself, and there may be far too many of them.
# hint: 2
def backward_order(end):
    order, stack = [], [end]
    while stack:
        value = stack.pop()
        if value in order:
            order.remove(value)
        order.append(value)
        stack.extend(parent for parent, _ in value.parents)
    return order


# %% endless: a level at a time, with all repeats
# Each way through the graph is walked by itself, and there may be far too many of them.
# hint: 2
def backward_order(end):
    levels, level = [], [end]
    while level:
        levels.append(level)
        level = [parent for value in level for parent, _ in value.parents]
    last = {}
    for number, level in enumerate(levels):
        for value in level:
            last[value] = number
    return sorted(last, key=last.get)


# %% wrong: once for each use
# A value that is used several times stands in your list several times.
# hint: 2
def backward_order(end):
    order, stack = [], [end]
    while stack and len(order) < 20_000:
        value = stack.pop()
        order.append(value)
        stack.extend(parent for parent, _ in value.parents)
    return order


# %% wrong: the same parent twice
# A value that is used twice in one operation stands in your list twice.
# hint: 2
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        else:
            stack.append((value, True))
            new = [parent for parent, _ in value.parents if parent not in seen]
            seen.update(new)
            stack.extend((parent, False) for parent in new)
    return order[::-1]


# %% wrong: two uses ticked off as one
# A value that is used twice in one operation counts two uses, and you tick off only one of them.
# hint: 2
def backward_order(end):
    uses, found = {end: 0}, [end]
    for value in found:
        for parent, _ in value.parents:
            if parent not in uses:
                uses[parent] = 0
                found.append(parent)
            uses[parent] += 1
    order = [end]
    for value in order:
        for parent in dict.fromkeys(parent for parent, _ in value.parents):
            uses[parent] -= 1
            if uses[parent] == 0:
                order.append(parent)
    return order


# %% wrong: one use is enough
# A value stands before another one that was made of it: its turn comes as soon as it is met.
# hint: 1
def backward_order(end):
    order, seen = [], set()
    ready = [end]
    while ready:
        value = ready.pop(0)
        if value in seen:
            continue
        seen.add(value)
        order.append(value)
        ready = [parent for parent, _ in value.parents] + ready
    return order


# %% wrong: the end is missing
# The list begins with the value from which the walk starts; yours leaves it out.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[-2::-1]


# %% wrong: direct parents only
# Your list ends with the parents of the first value; the walk goes on from there.
def backward_order(end):
    return [end, *dict.fromkeys(parent for parent, _ in end.parents)]


# %% wrong: values without parents left out
# A value that was made of nothing belongs into the list, too: it is what one wants the slope of.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen and value.parents:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[::-1]


# %% wrong: only the first parent followed
# Of several parents only one is followed further.
def backward_order(end):
    order = [end]
    while order[-1].parents:
        order.append(order[-1].parents[0][0])
    return order


# %% wrong: only the last parent followed
# Of several parents only one is followed further.
def backward_order(end):
    order = [end]
    while order[-1].parents:
        order.append(order[-1].parents[-1][0])
    return order


# %% wrong: sorted by number
# The order has nothing to do with how large the numbers are.
# hint: 1
def backward_order(end):
    found = [end]
    for value in found:
        for parent, _ in value.parents:
            if parent not in found:
                found.append(parent)
    return sorted(found, key=lambda value: value.data, reverse=True)


# %% wrong: sorted by number, the smallest first
# The order has nothing to do with how large the numbers are.
# hint: 1
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return sorted(order[::-1], key=lambda value: value.data)


# %% wrong: values told apart by their number
# Two values with the same number are still two values.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value.data not in seen:
            seen.add(value.data)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[::-1]


# %% wrong: ways without a slope left out
# The order does not depend on the slopes; you leave out what is reached with the slope 0.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, slope in value.parents if slope)
    return order[::-1]


# %% wrong: parents taken away
# The walk takes the parents out of the values, and afterwards the graph is gone.
def backward_order(end):
    uses, found = {end: 0}, [end]
    for value in found:
        for parent, _ in value.parents:
            if parent not in uses:
                uses[parent] = 0
                found.append(parent)
            uses[parent] += 1
    order = [end]
    for value in order:
        while value.parents:
            parent, _ = value.parents.pop()
            uses[parent] -= 1
            if uses[parent] == 0:
                order.append(parent)
    return order


# %% wrong: parents cleared at the end
# The walk takes the parents out of the values, and afterwards the graph is gone.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    for value in order:
        value.parents = []
    return order[::-1]


# %% wrong: visited values remembered for ever
# What one call has visited is left out by the next.
visited = set()


def backward_order(end):
    order, stack = [], [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in visited:
            visited.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[::-1]


# %% wrong: visited mark stays
# What one call has visited is left out by the next.
def backward_order(end):
    order, stack = [], [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif not getattr(value, "visited", False):
            value.visited = True
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[::-1]


# %% wrong: one list for all calls
# Each call adds to the list of the one before; a list that stands as a default is made only once.
def backward_order(end, order=[]):
    seen, stack, mine = set(), [(end, False)], []
    while stack:
        value, finished = stack.pop()
        if finished:
            mine.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    order += mine[::-1]
    return order


# %% wrong: a thousand steps at most
# The walk ends after a fixed number of values, and a graph may be longer.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen and len(seen) < 1000:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[::-1]


# %% wrong: pairs in the list
# The list holds the values alone, without slopes.
def backward_order(end):
    uses, found = {end: 0}, [end]
    for value in found:
        for parent, _ in value.parents:
            if parent not in uses:
                uses[parent] = 0
                found.append(parent)
            uses[parent] += 1
    order = [(end, 1.0)]
    for value, _ in order:
        for parent, slope in value.parents:
            uses[parent] -= 1
            if uses[parent] == 0:
                order.append((parent, slope))
    return order


# %% wrong: numbers in the list
# The list holds the values themselves, not their numbers.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value.data)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[::-1]


# %% wrong: copies in the list
# The list holds copies; a slope that is added to a copy does not reach the value itself.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(Value(value.data, value.parents))
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order[::-1]


# %% wrong: turned round once and for all
# A list's method reverse() turns the list round and returns None.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return order.reverse()


# %% wrong: an iterator
# The values have to stand in a list: a set has no order, and what reversed() returns can be gone
# through only once.
def backward_order(end):
    order, seen, stack = [], set(), [(end, False)]
    while stack:
        value, finished = stack.pop()
        if finished:
            order.append(value)
        elif value not in seen:
            seen.add(value)
            stack.append((value, True))
            stack.extend((parent, False) for parent, _ in value.parents)
    return reversed(order)


# %% wrong: a set
# The values have to stand in a list: a set has no order, and what reversed() returns can be gone
# through only once.
def backward_order(end):
    found, waiting = {end}, [end]
    while waiting:
        for parent, _ in waiting.pop().parents:
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found


# %% wrong: the counting alone
# A value stands before another one that was made of it: its turn comes as soon as it is met.
# hint: 1
def backward_order(end):
    uses, found = {end: 0}, [end]
    for value in found:
        for parent, _ in value.parents:
            if parent not in uses:
                uses[parent] = 0
                found.append(parent)
            uses[parent] += 1
    return found


# %% wrong: sorted by the number of uses
# How often a value is used does not say when its turn comes; its uses have to be ticked off.
# hint: 2
def backward_order(end):
    uses, found = {end: 0}, [end]
    for value in found:
        for parent, _ in value.parents:
            if parent not in uses:
                uses[parent] = 0
                found.append(parent)
            uses[parent] += 1
    return sorted(found, key=uses.get)


# %% wrong: every value that there is
# Your list also holds values that the end was not made of.
everything = []
init_before = Value.__init__


def noting_init(self, *args, **kwargs):
    init_before(self, *args, **kwargs)
    everything.append(self)


Value.__init__ = noting_init


def backward_order(end):
    return everything[::-1]


# %% equivalent: 0 → 1
# Nothing is made of the end, so that its own uses are never looked at.


# %% equivalent: 0 → 2
# Nothing is made of the end, so that its own uses are never looked at.
