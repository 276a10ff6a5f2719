"""Point 6: completion, inspection and similar requests, with a large library loaded."""

import statistics

from behaviour import behaviour, no, plain, verdict, yes

#: Milliseconds in which an answer must arrive while the user types.
QUICK = 150
PREFIXES = ["mat", "add", "sof", "ten", "rel", "con", "sli", "var", "mea", "squ"]


def library(subject, kernel):
    load = subject.pick(py="import numpy as tf", ts='import * as tf from "@tensorflow/tfjs";')
    kernel.run(load, limit=60)


def complete(kernel, code):
    return kernel.ask("complete_request", {"code": code, "cursor_pos": len(code)}, limit=10)


def inspect(kernel, code):
    return kernel.ask("inspect_request", {"code": code, "cursor_pos": len(code), "detail_level": 0}, limit=10)


def timed(cells):
    """The median time of the answers in milliseconds; None if one is missing."""
    seconds = [cell.seconds for cell in cells]
    return None if None in seconds else 1000 * statistics.median(seconds)


def paced(good, milliseconds, otherwise):
    if not good or milliseconds is None:
        return no(otherwise)
    return yes(f"{milliseconds:.0f} ms") if milliseconds < QUICK else no(f"{milliseconds:.0f} ms")


@behaviour("Help", "completion of a member in under 150 ms with TensorFlow.js loaded (ipykernel: NumPy)")
def completion(subject, kernel):
    library(subject, kernel)
    complete(kernel, "tf.a")  # the first completion sets things up
    answers = [complete(kernel, f"tf.{prefix}") for prefix in PREFIXES]
    matches = (answers[0].reply or {}).get("matches", [])
    return paced(any("mat" in match for match in matches), timed(answers), "nothing is offered")


@behaviour("Help", "completion comes with signatures")
def signatures(subject, kernel):
    kernel.run(
        subject.pick(
            py="def sigmoid_of(x: float) -> float: return x",
            ts="function sigmoidOf(x: number): number { return x; }",
        )
    )
    reply = complete(kernel, "sigmoid").reply or {}
    types = reply.get("metadata", {}).get("_jupyter_types_experimental", [])
    found = [entry for entry in types if entry.get("text", "").lower().startswith("sigmoid")]
    return verdict(any("x" in entry.get("signature", "") for entry in found), "names only" if reply.get("matches") else "")


@behaviour("Help", "inspection shows signature and docstring in under 150 ms with TensorFlow.js loaded")
def inspection(subject, kernel):
    library(subject, kernel)
    kernel.run(
        subject.pick(
            py='def sigmoid(x: float) -> float:\n    """σ(x) = 1 / (1 + exp(-x))"""\n    return x',
            ts="/** σ(x) = 1 / (1 + exp(-x)) */\nfunction sigmoid(x: number): number { return x; }",
        )
    )
    answers = [inspect(kernel, code) for code in ("sigmoid", "tf.add", "tf.mean", "tf.sum", "tf.max")]
    reply = answers[0].reply or {}
    text = plain(str(reply.get("data", {}).get("text/plain", "")))
    missing = [part for part, there in (("signature", "x: " in text), ("docstring", "σ(x)" in text)) if not there]
    if not reply.get("found"):
        return no("nothing is found")
    return paced(not missing, timed(answers), f"without {' and '.join(missing)}")


@behaviour("Help", "`is_complete`: a whole cell, an open block, an open text, a mistake")
def is_complete(subject, kernel):
    cases = subject.pick(
        py=[("1 + 1", "complete"), ("def f():", "incomplete"), ('text = """one', "incomplete"), (")", "invalid")],
        ts=[("1 + 1", "complete"), ("function f() {", "incomplete"), ("const t = `one", "incomplete"), (")", "invalid")],
    )
    answers = [kernel.ask("is_complete_request", {"code": code}, limit=5).reply for code, _ in cases]
    wrong = [code for (code, wanted), reply in zip(cases, answers) if (reply or {}).get("status") != wanted]
    return verdict(not wrong, f"{len(cases) - len(wrong)} of {len(cases)} right, not `{wrong[0]}`" if wrong else "")


@behaviour("Help", "history is answered")
def history(subject, kernel):
    kernel.run("6 * 7")
    content = {"hist_access_type": "tail", "n": 1, "output": False, "raw": True}
    reply = kernel.ask("history_request", content, limit=3).reply or {}
    return verdict(any(entry[2] == "6 * 7" for entry in reply.get("history", [])), "it is not")
