"""Translates parameters with the package that .venv has, for the test beside it.

Reads {"parameters": [one object of names and values each], "cells": [TypeScript]} and prints
{"code": [TypeScript], "found": [[name, type, default, help], ...] of each cell}.
"""

import json
import sys

sys.modules["rfc3987_syntax"] = None  # saves a second, see tools/course/run-notebook.py

from w2v_papermill.translator import TypeScriptTranslator

job = json.load(sys.stdin)
json.dump(
    {
        "code": [TypeScriptTranslator.codify(parameters) for parameters in job["parameters"]],
        "found": [TypeScriptTranslator.inspect({"source": cell}) for cell in job["cells"]],
    },
    sys.stdout,
)
