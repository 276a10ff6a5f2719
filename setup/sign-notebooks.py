"""Signs a learner's copies of the course, so that JupyterLab does not call them "Not Trusted".

Usage: sign-notebooks.py FOLDER NOTEBOOK… FOLDER holds the signatures, as setup/jupyter-settings.mjs tells JupyterLab.
Only what is harmless is signed: a notebook without outputs, and one that this user's Jupyter trusts already.
"""

import json
import os
import sys

sys.modules["rfc3987_syntax"] = None  # saves a second, see tools/course/run-notebook.py

import nbformat
from jupyter_core.paths import jupyter_data_dir
from nbformat.sign import NotebookNotary


def notary_in(folder):
    files = {"db_file": "nbsignatures.db", "secret_file": "notebook_secret"}
    return NotebookNotary(**{name: os.path.join(folder, file) for name, file in files.items()})


def has_outputs(notebook):
    return any(cell.get("outputs") for cell in notebook.cells)


def main(folder, *paths):
    os.makedirs(folder, exist_ok=True)
    notary = notary_in(folder)
    theirs = jupyter_data_dir()
    earlier = notary_in(theirs) if os.path.exists(os.path.join(theirs, "nbsignatures.db")) else None
    for path in paths:
        notebook = sound_notebook(path)
        if notebook is None or notary.check_signature(notebook):
            continue
        if not has_outputs(notebook) or (earlier and earlier.check_signature(notebook)):
            notary.sign(notebook)


def sound_notebook(path):
    """The notebook in a file; None for whatever else the learner has there: JupyterLab says what is wrong with it."""
    if not os.path.isfile(path):  # to open a pipe would wait
        return None
    try:
        notebook = nbformat.read(path, as_version=4)
        has_outputs(notebook)
        json.dumps(notebook, ensure_ascii=False).encode()  # half a character cannot be signed
    except Exception:  # nbformat has errors of many kinds for damaged notebooks
        return None
    return notebook


main(*sys.argv[1:])
