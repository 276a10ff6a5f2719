"""Writes optimizers.json: sparse updates of a table by SGD, Adagrad and lazy Adam, with limits and clipping.

Recipe: python kernel-helpers/golden/optimizers.py   (numpy from requirements-dev.txt)

An independent implementation from the papers: dense arrays with a mask for the rows that a batch touches, where the
course uses lists of rows. Adagrad: Duchi, Hazan and Singer 2011, figure 1, accumulator 0. Adam: Kingma and Ba 2015,
algorithm 1 with its bias-corrected moments, restricted to the touched rows, t counted over all updates, and with
epsilon added to the root of the uncorrected second moment ("epsilon hat", end of section 2). Clipping: Pascanu,
Mikolov and Bengio 2013, algorithm 1.
"""
import json
from pathlib import Path

import numpy as np

SEED, ROWS, WIDTH, STEPS, ALPHA = 17, 6, 3, 5, 0.1
random = np.random.default_rng(SEED)
starts = {side: random.normal(size=(ROWS, WIDTH)) for side in ("input", "output")}

# Each update has a list of places for both tables; each place has a row id, which may repeat, a weight and a gradient.
batches = []
for _ in range(STEPS):
    batch = {}
    for side, count in (("input", 5), ("output", 9)):
        batch[side] = {
            "ids": random.integers(0, ROWS - 1, size=count).tolist(),  # the last row is never touched
            "weights": random.choice([0.25, 0.5, 1.0], size=count).tolist(),
            "rows": (3 * random.normal(size=(count, WIDTH))).tolist(),
        }
    batches.append(batch)


def dense(places):
    """Summed gradient, summed weight and mask of touched rows."""
    g, n = np.zeros((ROWS, WIDTH)), np.zeros((ROWS, 1))
    np.add.at(g, places["ids"], np.array(places["rows"]))
    np.add.at(n, (places["ids"], 0), places["weights"])
    return g, n, n > 0


def train(optimizer, row_step=0.0, clip_row_norm=0.0, clip_norm=0.0):
    """The tables after all updates."""
    tables = {side: start.copy() for side, start in starts.items()}
    accumulator = {side: np.zeros((ROWS, WIDTH)) for side in tables}
    first = {side: np.zeros((ROWS, WIDTH)) for side in tables}
    second = {side: np.zeros((ROWS, WIDTH)) for side in tables}
    for t, batch in enumerate(batches, start=1):
        gradients = {}
        for side in tables:
            g, n, touched = dense(batch[side])
            if row_step:
                g = np.where(ALPHA * n > row_step, g * row_step / np.maximum(ALPHA * n, 1e-300), g)
            if clip_row_norm:
                norms = np.linalg.norm(g, axis=1, keepdims=True)
                g = g * np.minimum(1, clip_row_norm / np.maximum(norms, 1e-300))
            gradients[side] = (g, touched)
        if clip_norm:
            total = np.sqrt(sum((g**2).sum() for g, _ in gradients.values()))
            gradients = {side: (g * min(1, clip_norm / total), touched) for side, (g, touched) in gradients.items()}
        for side, (g, touched) in gradients.items():
            if optimizer == "sgd":
                move = ALPHA * g
            elif optimizer == "adagrad":
                accumulator[side] += g**2
                move = ALPHA * g / (np.sqrt(accumulator[side]) + 1e-10)
            else:
                first[side] = np.where(touched, 0.9 * first[side] + 0.1 * g, first[side])
                second[side] = np.where(touched, 0.999 * second[side] + 0.001 * g**2, second[side])
                unbiased = first[side] / (1 - 0.9**t)
                root = np.sqrt(second[side] / (1 - 0.999**t)) + 1e-8 / np.sqrt(1 - 0.999**t)
                move = ALPHA * unbiased / root
            tables[side] -= np.where(touched, move, 0)
    return {side: table.ravel().tolist() for side, table in tables.items()}


cases = [
    {"optimizer": "sgd"},
    {"optimizer": "sgd", "rowStep": 0.12},
    {"optimizer": "sgd", "clipRowNorm": 2.0},
    {"optimizer": "sgd", "rowStep": 0.12, "clipRowNorm": 2.0, "clipNorm": 4.0},
    {"optimizer": "adagrad"},
    {"optimizer": "adagrad", "clipNorm": 4.0},
    {"optimizer": "adam"},
    {"optimizer": "adam", "clipRowNorm": 2.0},
]
snake = {"rowStep": "row_step", "clipRowNorm": "clip_row_norm", "clipNorm": "clip_norm", "optimizer": "optimizer"}
golden = {
    "made-by": f"numpy {np.__version__}, seed {SEED}: python kernel-helpers/golden/optimizers.py",
    "tolerance": 1e-12,
    "why": "float64 on both sides, five updates; sums in another order",
    "shape": [ROWS, WIDTH],
    "alpha": ALPHA,
    "start": {side: start.ravel().tolist() for side, start in starts.items()},
    "batches": batches,
    "cases": [
        {"options": case, "end": train(**{snake[name]: value for name, value in case.items()})} for case in cases
    ],
}
(Path(__file__).parent / "optimizers.json").write_text(json.dumps(golden) + "\n", encoding="utf-8")
