"""The cells of an assignment in the gradebook: those of all its versions.

In ``nbgrader_config.py``, so that formgrader's button Generate does the same::

    from nbgrader.converters import GenerateAssignment

    c.GenerateAssignment.preprocessors = [
        "grading.classroom.gradebook.cells.AddCells" if step.__name__ == "SaveCells" else step
        for step in GenerateAssignment.preprocessors.default()
    ]
"""

from nbformat import NotebookNode
from nbgrader.api import Comment, Grade, Gradebook, MissingEntry
from nbgrader.preprocessors import SaveCells
from nbgrader.utils import is_grade, is_solution

__all__ = ["AddCells", "fit"]


class AddCells(SaveCells):
    """Adds cells that are new and keeps those that went, which nbgrader refuses to do as soon as
    anything is graded.  There are no points for what went, in nbgrader's table.
    """

    def _create_notebook(self, nb: NotebookNode) -> None:
        try:
            notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        except MissingEntry:
            super()._create_notebook(nb)
            return
        about = self.notebook_id, self.assignment_id
        kinds = (
            (self.new_grade_cells, self.gradebook.update_or_create_grade_cell),
            (self.new_solution_cells, self.gradebook.update_or_create_solution_cell),
            (self.new_source_cells, self.gradebook.update_or_create_source_cell),
        )
        for cells, save in kinds:
            for grade_id, own in cells.items():
                save(grade_id, *about, **own)
        for cell in notebook.grade_cells:
            if cell.name not in self.new_grade_cells:
                cell.max_score = 0.0
        self.gradebook.db.commit()


def fit(url: str, assignment: str, student: str, notebook: NotebookNode) -> None:
    """Make the grades and comments in nbgrader's rows of a submission those of its version.

    Parameters
    ----------
    notebook : the graded one
    """
    about = assignment, assignment
    with Gradebook(url) as gradebook:
        own = gradebook.find_submission_notebook(*about, student)
        graded = {cell.metadata.nbgrader.grade_id for cell in notebook.cells if is_grade(cell)}
        solved = {cell.metadata.nbgrader.grade_id for cell in notebook.cells if is_solution(cell)}
        for grade in own.grades:
            if grade.name not in graded:
                gradebook.db.delete(grade)
        for name in graded - {grade.name for grade in own.grades}:
            cell = gradebook.find_grade_cell(name, *about)
            gradebook.db.add(Grade(cell_id=cell.id, notebook_id=own.id))
        for name in solved - {comment.name for comment in own.comments}:
            cell = gradebook.find_solution_cell(name, *about)
            gradebook.db.add(Comment(cell_id=cell.id, notebook_id=own.id))
        gradebook.db.commit()
