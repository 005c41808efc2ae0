"""Copies as a student makes them who hides a copy, and classes in which nobody copies."""

from __future__ import annotations

import ast
import builtins
import random
import re
from pathlib import Path

ROOT = Path(__file__).parents[4]
ASSIGNMENTS = sorted(path.name for path in ROOT.glob("catalogue/0*"))
REMARKS = ("now the result", "see the text above", "first the easy part", "as in the lecture")
NAMES = [a + b for a in ("tmp", "my", "the", "val", "aux", "some") for b in "abcdefghijk"]


def right_answers(name: str) -> dict[str, list[str]]:
    """The catalogue's right answers of an assignment, by exercise."""
    found = {}
    for path in sorted((ROOT / "catalogue" / name).glob("*.py")):
        cells = re.split(r"^# %% ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        right = [cell.partition("\n")[2] for cell in cells if cell.startswith("right:")]
        found[path.stem] = [code.strip("\n") for code in right]
    return found


def draw(answers: dict[str, list[str]], students: int, seed: int) -> list[dict[str, str]]:
    """A class in which each student's answer to each exercise is drawn on its own."""
    rng = random.Random(seed)
    return [{name: rng.choice(some) for name, some in answers.items()} for _ in range(students)]


def disguised(code: str, seed: int) -> str:
    """A copy: names changed, independent statements reordered, formatted and commented anew."""
    rng = random.Random(seed)
    tree = ast.parse(code)
    own = _own_names(tree)
    fresh = dict(zip(sorted(own), rng.sample(NAMES, len(own)), strict=True))
    tree = _Disguise(fresh, rng).visit(tree)
    text = _commented(ast.unparse(ast.fix_missing_locations(tree)), rng)
    compile(text, "<copy>", "exec")
    return text


def _own_names(tree: ast.Module) -> set[str]:
    """What a cell binds, but for the names of its outer functions and classes."""
    outer = {getattr(node, "name", "") for node in tree.body}
    names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and _stored(n)}
    names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    inner = [n for top in tree.body for n in ast.walk(top) if isinstance(n, ast.FunctionDef)]
    methods = {
        f.name for c in ast.walk(tree) if isinstance(c, ast.ClassDef)
        for f in c.body if isinstance(f, ast.FunctionDef)
    }  # fmt: skip
    names |= {node.name for node in inner if node.name not in methods}
    return names - outer - set(dir(builtins))


def _stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


class _Disguise(ast.NodeTransformer):
    def __init__(self, fresh: dict[str, str], rng: random.Random) -> None:
        self.fresh, self.rng = fresh, rng

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self.fresh.get(node.id, node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.arg = self.fresh.get(node.arg, node.arg)
        return node

    def visit_Nonlocal(self, node: ast.Nonlocal) -> ast.AST:
        node.names = [self.fresh.get(name, name) for name in node.names]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.name = self.fresh.get(node.name, node.name)
        node.body = self._reordered(node.body)
        if ast.get_docstring(node) is None and self.rng.random() < 0.5:
            node.body.insert(0, ast.Expr(ast.Constant(self.rng.choice(REMARKS))))
        if self.rng.random() < 0.3:
            node.body.insert(len(node.body) - 1, ast.parse("print('here')").body[0])
        return node

    def _reordered(self, body: list[ast.stmt]) -> list[ast.stmt]:
        """The same with neighbours exchanged that do not need each other."""
        body = list(body)
        for at in range(len(body) - 1):
            if _independent(body[at], body[at + 1]):
                body[at], body[at + 1] = body[at + 1], body[at]
        return body


def _independent(one: ast.stmt, other: ast.stmt) -> bool:
    if not all(isinstance(each, ast.Assign | ast.FunctionDef) for each in (one, other)):
        return False
    names = [[n for n in ast.walk(each) if isinstance(n, ast.Name)] for each in (one, other)]
    bound = [
        {n.id for n in some if _stored(n)} | {getattr(each, "name", "")}
        for some, each in zip(names, (one, other), strict=True)
    ]
    used = [{n.id for n in some} for some in names]
    return not (bound[0] & used[1] or bound[1] & used[0])


def _commented(text: str, rng: random.Random) -> str:
    """With comments, blank lines, other quotes and another width of indentation."""
    lines = []
    for line in text.splitlines():
        bare = line.lstrip()
        line = "  " * ((len(line) - len(bare)) // 4) + bare
        if rng.random() < 0.2 and bare and "'''" not in text and '"""' not in text:
            lines += [""] * rng.randrange(2)
        lines.append(line)
        if rng.random() < 0.3 and not bare.startswith(("'", '"')) and '"""' not in text:
            lines[-1] += f"   # {rng.choice(REMARKS)}"
    return "\n".join(lines)
