"""Writes counts.json: co-occurrence counts, PMI and singular values as numpy computes them.

Recipe: python kernel-helpers/golden/counts.py   (numpy comes with scikit-learn of requirements-dev.txt)
"""
import json
from pathlib import Path

import numpy as np

seed, words, columns, window, negative, power, components = 7, 9, 6, 2, 2, 0.75, 3
random = np.random.default_rng(seed)
# Three topics of three words, so that some pairs are more frequent than chance and some never occur.
sentences = [
    [int(3 * topic + random.integers(3)) if random.random() < 0.7 else int(random.integers(words)) for _ in range(length)]
    for topic, length in zip(random.integers(3, size=40), [1, 2, 5, 9, 14] * 8)
]

counts = np.zeros((words, words))
for ids in sentences:
    places = np.arange(len(ids))
    near = np.abs(places[:, None] - places[None, :])
    for t, s in zip(*np.nonzero((near > 0) & (near <= window))):
        counts[ids[t], ids[s]] += 1
totals = counts.sum(axis=1)

joint = counts / counts.sum()
context = totals**power / (totals**power).sum()
with np.errstate(divide="ignore"):
    pmi = np.log(joint / np.outer(totals / totals.sum(), totals / totals.sum()))
    shifted = np.log(joint / np.outer(totals / totals.sum(), context)) - np.log(negative)
shifted = np.maximum(shifted, 0)[:, :columns]

left, values, right = np.linalg.svd(shifted, full_matrices=False)
signs = np.sign(right[np.arange(len(right)), np.abs(right).argmax(axis=1)])  # the largest number is positive
golden = {
    "made-by": f"numpy {np.__version__}, seed {seed}: python kernel-helpers/golden/counts.py",
    "tolerance": 1e-9,
    "sentences": sentences,
    "words": words,
    "columns": columns,
    "window": window,
    "counts": counts.ravel().tolist(),
    "totals": totals.tolist(),
    "pmi": [None if np.isinf(x) else x for x in pmi.ravel()],  # JSON has no -Infinity
    "negative": negative,
    "power": power,
    "shifted": shifted.ravel().tolist(),
    "components": components,
    "left": (left * signs)[:, :components].ravel().tolist(),
    "singularValues": values[:components].tolist(),
    "right": (right * signs[:, None])[:components].ravel().tolist(),
}
(Path(__file__).parent / "counts.json").write_text(json.dumps(golden, indent=1) + "\n", encoding="utf-8")
