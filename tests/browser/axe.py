"""What axe-core finds on a page."""

from axe_playwright_python.sync_playwright import Axe

__all__ = ["findings"]


def findings(page, scope=None, rules=None, least=100):
    """What axe-core says that is serious or critical, one line for each place."""
    options = {"resultTypes": ["passes", "violations"], **({"runOnly": rules} if rules else {})}
    answer = Axe().run(page, context=scope, options=options).response
    measured = [rule for rule in answer["passes"] if rule["id"] == "color-contrast"]
    assert measured and len(measured[0]["nodes"]) > least, "the text's contrast was not measured"
    return [
        f"{rule['id']}: {node['html'][:300]}: {node['failureSummary']}"
        for rule in answer["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]
