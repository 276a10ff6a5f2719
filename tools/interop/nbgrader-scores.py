"""Prints nbgrader's gradebook: {student: {cell: score}}, without students whose notebook could not be run.

python nbgrader-scores.py GRADEBOOK ASSIGNMENT
"""

import json
import sys

sys.modules["rfc3987_syntax"] = None  # saves a second, see tools/course/run-notebook.py

from nbgrader.api import Gradebook

with Gradebook(f"sqlite:///{sys.argv[1]}") as gradebook:
    scores = {
        submission.student.id: {grade.name: grade.auto_score for book in submission.notebooks for grade in book.grades}
        for submission in gradebook.assignment_submissions(sys.argv[2])
    }
print(json.dumps(scores))
