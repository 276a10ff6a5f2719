"""Average run lengths of the two-sided CUSUM chart for normal values, by Gauss-Legendre quadrature (the tests' own code uses Simpson's rule).

Compared here with the published table: Montgomery, Introduction to Statistical Quality Control, 6th edition, table 9.3 (slack 1/2, limits 4 and 5).

    python kernel-helpers/golden/cusum.py
"""

import json
import math
from pathlib import Path

import numpy as np

POINTS = 60
PUBLISHED = {
    0: (168, 465), 0.25: (74.2, 139), 0.5: (26.6, 38.0), 0.75: (13.3, 17.0), 1: (8.38, 10.4),
    1.5: (4.75, 5.75), 2: (3.34, 4.01), 2.5: (2.62, 3.11), 3: (2.19, 2.57), 4: (1.71, 2.01),
}  # fmt: skip


def phi(x):
    return np.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def below(x):
    return 0.5 * (1 + math.erf(x / math.sqrt(2)))


def one_sided(slack, limit, shift):
    """L(u) = 1 + L(0) below(k - u - d) + integral of L(x) phi(x + k - u - d) over 0..h; 0 is a point beside the nodes."""
    nodes, weights = np.polynomial.legendre.leggauss(POINTS)
    x = np.concatenate([[0.0], (nodes + 1) * limit / 2])
    w = np.concatenate([[0.0], weights * limit / 2])
    reach = slack - x - shift
    matrix = np.eye(POINTS + 1) - w[None, :] * phi(x[None, :] + reach[:, None])
    matrix[:, 0] -= [below(r) for r in reach]
    return float(np.linalg.solve(matrix, np.ones(POINTS + 1))[0])


def two_sided(slack, limit, shift):
    return 1 / (1 / one_sided(slack, limit, shift) + 1 / one_sided(slack, limit, -shift))


published = []
for shift, lengths in PUBLISHED.items():
    for limit, length in zip((4, 5), lengths):
        computed = two_sided(0.5, limit, shift)
        assert abs(computed - length) <= 0.004 * length, (shift, limit, computed, length)
        published.append({"shift": shift, "limit": limit, "length": length})

cases = [
    {"slack": slack, "limit": limit, "shift": shift, "length": two_sided(slack, limit, shift)}
    for slack, limit in ((0.5, 4), (0.5, 5), (0.25, 8), (1, 2.5), (0, 3))
    for shift in (0, 0.25, 0.5, 1, -1, 2)
]
made = f"numpy {np.__version__}: python kernel-helpers/golden/cusum.py"
result = {"made-by": made, "published": "Montgomery, table 9.3", "table": published, "cases": cases}
Path(__file__).with_suffix(".json").write_text(json.dumps(result) + "\n")
