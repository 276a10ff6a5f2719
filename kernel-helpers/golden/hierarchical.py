"""Writes hierarchical.json: the tables before and after a training with hierarchical softmax, as gensim computes them.

Recipe: python kernel-helpers/golden/hierarchical.py   (gensim from requirements-dev.txt)

Nothing in it is random: with window=1 every window is 1 wide, with sample=0 no word is left out, and the learning rate is
constant. For each center i of a sentence gensim takes each neighbour j as the input and predicts i. It looks up the
sigmoid in a table that rounds down; here the errors add up to a hundredth. So `train` below computes the same training
a second time: with gensim's table it must give gensim's numbers, or nothing is written; with the exact sigmoid it gives
`end`.
"""
import json
from pathlib import Path

import gensim
import numpy as np
from gensim.models import Word2Vec

SEED, WORDS, WIDTH, ALPHA = 30, 7, 4, 0.1
random = np.random.default_rng(SEED)
chances = 1 / np.arange(1, WORDS + 1)
sentences = [
    [f"w{w}" for w in random.choice(WORDS, size=5, p=chances / chances.sum())] for _ in range(12)
]
model = Word2Vec(sg=1, hs=1, negative=0, window=1, min_count=1, sample=0, vector_size=WIDTH, workers=1)
model.build_vocab(sentences)
vectors = model.wv
paths = [[[int(x) for x in vectors.get_vecattr(w, name)] for name in ("point", "code")] for w in range(WORDS)]
counts = [int(vectors.get_vecattr(w, "count")) for w in range(WORDS)]
nodes = [sum(count for count, (points, _) in zip(counts, paths) if node in points) for node in range(WORDS - 1)]
# No two nodes have the same weight: with equal weights gensim and word2vec.c may join different nodes.
assert len(set(counts + nodes)) == len(counts + nodes)


def exact(score):
    return 1 / (1 + np.exp(-score))


def looked_up(score):
    """The sigmoid in gensim's table: 1000 entries from -6 to 6; for s it reads entry 83 (s + 6), as 1000 / 6 / 2 is 83 in C."""
    assert abs(score) < 6  # outside this range gensim skips the pair
    return exact((int((score + 6) * 83) / 1000 * 2 - 1) * 6)


def train(tables, sigmoid):
    """The tables after an update for every pair, in gensim's order."""
    inputs, outputs = (table.astype(np.float64) for table in tables)
    for sentence in sentences:
        ids = [vectors.key_to_index[word] for word in sentence]
        for i, center in enumerate(ids):
            for j in (i - 1, i + 1):
                if not 0 <= j < len(ids):
                    continue
                hidden, moved = inputs[ids[j]], np.zeros(WIDTH)
                for node, code in zip(*paths[center]):
                    step = ALPHA * (1 - code - sigmoid(hidden @ outputs[node]))
                    moved += step * outputs[node]
                    outputs[node] += step * hidden
                inputs[ids[j]] = hidden + moved
    return inputs, outputs


start = [random.uniform(-1, 1, size=(WORDS, WIDTH)).astype(np.float32) for _ in range(2)]
vectors.vectors[:], model.syn1[:] = start
model.train(sentences, total_examples=len(sentences), epochs=1, start_alpha=ALPHA, end_alpha=ALPHA)
for ours, theirs in zip(train(start, looked_up), (vectors.vectors, model.syn1)):
    assert np.abs(ours - theirs).max() < 1e-5, np.abs(ours - theirs).max()

named = lambda tables: {side: table.tolist() for side, table in zip(("input", "output"), tables)}
golden = {
    "made-by": f"gensim {gensim.__version__}, seed {SEED}: python kernel-helpers/golden/hierarchical.py",
    "tolerance": 1e-9,
    "why": "both compute in float64; only the order of additions differs",
    "alpha": ALPHA,
    "words": vectors.index_to_key,
    "counts": counts,
    "sentences": [" ".join(sentence) for sentence in sentences],
    "start": named(start),
    "end": named(train(start, exact)),
}
(Path(__file__).parent / "hierarchical.json").write_text(json.dumps(golden) + "\n", encoding="utf-8")
