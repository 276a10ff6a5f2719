"""Writes pca.json: principal components as scikit-learn computes them.

Recipe: python kernel-helpers/golden/pca.py   (scikit-learn from requirements-dev.txt)
"""
import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.decomposition import PCA

seed, rows, width, components = 11, 40, 7, 3
random = np.random.default_rng(seed)
table = random.normal(size=(rows, width)) @ random.normal(size=(width, width)) + random.normal(size=width)
model = PCA(n_components=components, svd_solver="full").fit(table)
axes = model.components_
# An axis and its opposite are equally good: take the one whose largest number in absolute value is positive.
signs = np.sign(axes[np.arange(components), np.abs(axes).argmax(axis=1)])
golden = {
    "made-by": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, seed {seed}: "
    "python kernel-helpers/golden/pca.py",
    "tolerance": 1e-9,
    "why": "float64 on both sides, by SVD there and by the covariance here",
    "shape": [rows, width],
    "table": table.ravel().tolist(),
    "points": (model.transform(table) * signs).ravel().tolist(),
    "axes": (axes * signs[:, None]).ravel().tolist(),
    "explained": model.explained_variance_ratio_.tolist(),
}
(Path(__file__).parent / "pca.json").write_text(json.dumps(golden, indent=1) + "\n", encoding="utf-8")
