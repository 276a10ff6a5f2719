"""Point 2: results."""

import re

from behaviour import behaviour, no, outcome, plain, short, verdict


@behaviour("Results", "the last expression is an `execute_result`")
def last_expression(subject, kernel):
    cell = kernel.run("6 * 7")
    bundle = cell.result()
    if bundle is None:
        return no("it is printed" if "42" in plain(cell.printed()) else outcome(kernel, cell))
    return verdict(plain(bundle["text/plain"]) == "42", short(bundle["text/plain"]))


@behaviour("Results", "a nested value is shown readably")
def nested(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py='{"words": {"king": [1, 2], "queen": [3, 4]}, "size": 2}',
            ts='({ words: new Map([["king", [1, 2]], ["queen", [3, 4]]]), size: 2 })',
        )
    )
    text = plain(cell.shown())
    good = re.search(r"king.*1,\s*2.*queen.*3,\s*4", text, re.DOTALL) and "size" in text
    return verdict(good, short(text))


@behaviour("Results", "a semicolon behind it silences it")
def semicolon(subject, kernel):
    cell = kernel.run("6 * 7;")
    return verdict("42" not in plain(cell.shown()), "it is shown")


@behaviour("Results", "a value with a display method of its own is shown by it")
def own_display(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py='class Rich:\n    def _repr_mimebundle_(self, **_):\n'
            '        return {"text/html": "<b>king</b>", "text/plain": "king"}\nRich()',
            ts='({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>king</b>", "text/plain": "king" }) })',
        )
    )
    bundle = cell.result() or {}
    return verdict("text/html" in bundle, "text only" if cell.shown() else "not shown")


@behaviour("Results", "a tensor shows shape, type and values (ipykernel: a NumPy array)")
def tensor(subject, kernel):
    cell = kernel.run(
        subject.pick(
            py='import numpy as np\nnp.array([[1.5, 2.5], [3.5, 4.5]], dtype="float32")',
            ts='import * as tf from "@tensorflow/tfjs";\ntf.tensor2d([[1.5, 2.5], [3.5, 4.5]])',
        ),
        limit=60,
    )
    text = plain(cell.shown())
    # NumPy shows the shape with brackets.
    parts = {
        "shape": re.search(r"2\s*[,x×]\s*2|\[\[.*\],\s*\[.*\]\]", text, re.DOTALL),
        "type": "float32" in text,
        "values": "1.5" in text and "4.5" in text,
    }
    missing = [name for name, there in parts.items() if not there]
    return verdict(not missing, f"without {' and '.join(missing)}")


@behaviour("Results", "a Vega-Lite spec, plain data, is shown as its chart")
def chart(subject, kernel):
    spec = (
        '{"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "description": "a bar",'
        ' "data": {"values": [{"x": 1}]}, "mark": "bar", "encoding": {"x": {"field": "x"}}}'
    )
    cell = kernel.run(subject.pick(py=spec, ts=f"({spec})"))
    kinds = [kind for bundle in cell.of("execute_result", "display_data") for kind in bundle["data"]]
    return verdict(any("vegalite" in kind for kind in kinds), "as an object")
