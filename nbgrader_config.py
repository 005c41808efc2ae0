"""Maps nbgrader's folders onto this repository; used by every `nbgrader` command run here."""

from nbgrader.converters import GenerateAssignment

c = get_config()  # noqa: F821 - nbgrader provides it

c.CourseDirectory.course_id = "calculus-for-deep-learning"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.solution_directory = "solutions"

# What a student finds in place of a solution, and what `deepcalc.checking` calls "not attempted".
c.ClearSolutions.code_stub = {"python": "# YOUR CODE HERE\nraise NotImplementedError()"}

# Practice cells have a solution and no points; the course's own lint looks for stray markers.
c.ClearSolutions.enforce_metadata = False

# For `nbgrader validate`, which runs cells in a kernel; grading has limits of its own.
c.Execute.timeout = 30
c.Execute.interrupt_on_timeout = True

# `nbgrader autograde` and formgrader's button grade with the sealed grader, as `course grade` does.
c.Autograde.sanitize_preprocessors = ["grading.classroom.plugin.Canonical"]
c.Autograde.autograde_preprocessors = [
    "grading.classroom.plugin.Sealed",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
]

# `nbgrader export` writes no cell that a spreadsheet would take for a formula.
c.ExportApp.plugin_class = "grading.classroom.export.SafeCsvExportPlugin"

# The page that students get, from `course feedback` and from nbgrader alike, needs no network.
c.GenerateFeedback.exporter_class = "grading.classroom.page.FeedbackExporter"
c.GenerateFeedback.preprocessors = [
    "grading.classroom.page.Grades",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

# Formulas in formgrader's manual grading without a network, too, and no HTML of a student's.
c.HTMLExporter.filters = {"markdown2html": "grading.classroom.page.markdown2html"}

# Exercises may come and go after hand-out: cells join those in the gradebook, and none is lost.
c.GenerateAssignment.preprocessors = [
    "grading.classroom.gradebook.cells.AddCells" if step.__name__ == "SaveCells" else step
    for step in GenerateAssignment.preprocessors.default()
]
