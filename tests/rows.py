"""A gradebook's rows, by their natural keys instead of random ids, so that two can be compared."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sql

__all__ = ["read_rows"]

ROWS = {
    "student": "select id, first_name, last_name, email, lms_user_id from student",
    "assignment": "select name, duedate, course_id from assignment",
    "notebook": """select a.name, n.name, n.kernelspec from notebook n
        join assignment a on a.id = n.assignment_id""",
    "cell": """select n.name, c.name, c.type from base_cell c
        join notebook n on n.id = c.notebook_id""",
    "points": """select c.name, g.max_score, g.cell_type from grade_cells g
        join base_cell c on c.id = g.id""",
    "source": """select n.name, s.name, s.cell_type, s.locked, s.source, s.checksum
        from source_cell s join notebook n on n.id = s.notebook_id""",
    "submission": """select a.name, s.student_id, s.timestamp, s.extension
        from submitted_assignment s join assignment a on a.id = s.assignment_id""",
    "submitted": """select n.name, s.student_id, m.flagged, m.late_submission_penalty
        from submitted_notebook m join submitted_assignment s on s.id = m.assignment_id
        join notebook n on n.id = m.notebook_id""",
    "grade": """select s.student_id, n.name, c.name, g.auto_score, g.manual_score, g.extra_credit,
        g.needs_manual_grade from grade g join base_cell c on c.id = g.cell_id
        join submitted_notebook m on m.id = g.notebook_id join notebook n on n.id = m.notebook_id
        join submitted_assignment s on s.id = m.assignment_id""",
    "comment": """select s.student_id, n.name, c.name, k.auto_comment, k.manual_comment
        from comment k join base_cell c on c.id = k.cell_id
        join submitted_notebook m on m.id = k.notebook_id join notebook n on n.id = m.notebook_id
        join submitted_assignment s on s.id = m.assignment_id""",
}


def read_rows(gradebook: Path | str) -> dict[str, list[str]]:
    """The rows of each of nbgrader's tables, and of ours as "sealed" where there is one.

    Parameters
    ----------
    gradebook : a file, or the URL of a database
    """
    url = gradebook if isinstance(gradebook, str) else f"sqlite:///{gradebook}"
    engine = sql.create_engine(url)
    with engine.connect() as db:
        found = {
            name: sorted(str(tuple(row)) for row in db.execute(sql.text(query)))
            for name, query in ROWS.items()
        }
        ours = sql.text("select * from sealed_submission")
        if sql.inspect(engine).has_table("sealed_submission"):
            found["sealed"] = sorted(str(tuple(row)) for row in db.execute(ours))
    engine.dispose()
    return found
