"""Writes huffman.json: the Huffman tree of a vocabulary as gensim builds it.

Recipe: python kernel-helpers/golden/huffman.py   (gensim from requirements-dev.txt)
"""
import json
from pathlib import Path

import gensim
import numpy as np
from gensim.models import Word2Vec


def tree(counts):
    """gensim's code and points of each word."""
    model = Word2Vec(hs=1, negative=0, min_count=1, sample=0)
    model.build_vocab_from_freq({f"w{i}": count for i, count in enumerate(counts)})
    vectors = model.wv
    assert [vectors.get_vecattr(i, "count") for i in range(len(counts))] == counts
    code = [[int(x) for x in vectors.get_vecattr(i, "code")] for i in range(len(counts))]
    points = [[int(x) for x in vectors.get_vecattr(i, "point")] for i in range(len(counts))]
    return code, points


def weights(counts, code, points):
    """The weight of every inner node: the sum of the counts of the words below it."""
    total = [0] * (len(counts) - 1)
    for count, path in zip(counts, points):
        for node in path:
            total[node] += count
    return total


seed, words = 5, 24
random = np.random.default_rng(seed)
counts = sorted((int(100_000 / (rank + 1) + random.integers(0, 40)) for rank in range(words)), reverse=True)
code, points = tree(counts)
# No two nodes have the same weight, so gensim's heap and word2vec.c's two queues must give the same tree.
every = counts + weights(counts, code, points)
assert len(set(every)) == len(every)

tied = [9, 4, 4, 4, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1]
tied_code, _ = tree(tied)
golden = {
    "made-by": f"gensim {gensim.__version__}, seed {seed}: python kernel-helpers/golden/huffman.py",
    "tolerance": 0,
    "why": "whole numbers; where weights tie, only the length of the text is one",
    "counts": counts,
    "code": ["".join(map(str, word)) for word in code],
    "points": points,
    "tied": {"counts": tied, "bits": sum(count * len(word) for count, word in zip(tied, tied_code))},
}
(Path(__file__).parent / "huffman.json").write_text(json.dumps(golden) + "\n", encoding="utf-8")
