"""The report on a class: what the gradebook says of an assignment, as a page, as JSON and as CSV.

``data`` reads the gradebook, ``outcomes`` tells one mistake from another, ``examples`` finds an
answer that shows it, and ``people`` names the students or does not; ``statistics`` counts,
``wording`` says it in sentences, ``figures`` draws; ``page`` and ``tables`` are what ``files``
writes.
"""

__all__: list[str] = []
