"""Writes evaluation.json: what gensim's own evaluation says of small vectors, for kernel-helpers/bench/train/evaluation.ts.

Made with gensim 4.4.0: .venv/bin/python kernel-helpers/golden/evaluation.py. The vectors are random, of 40 words; each word
of the second half lies at about the same offset from one of the first half, so that some analogies are solved. Pairs with equal
human scores share ranks, the last word has the zero vector, and the last pair and the last analogy have unknown words.
"""

import json
import os
import tempfile

import numpy as np
from gensim.models import KeyedVectors

random = np.random.default_rng(7)
words = [f"w{i}" for i in range(40)]
table = random.normal(size=(40, 8))
table[20:] = table[:20] + np.ones(8) + random.normal(scale=0.6, size=(20, 8))
table = np.vstack([np.round(table, 3), np.zeros(8)])  # the last has no direction: its cosines are 0
words.append("zero")

pairs = [[words[a], words[b], float(score)] for (a, b), score in zip(random.integers(0, 40, size=(30, 2)), random.integers(0, 11, size=30)) if a != b]
pairs += [["W3", "w5", 4.5], ["w2", "zero", 3.0], ["w1", "unknown", 9.0]]
drawn = [random.choice(20, size=2, replace=False) for _ in range(60)]
analogies = [[words[a], words[a + 20], words[b], words[b + 20]] for a, b in drawn] + [["W1", "w21", "w2", "W22"], ["w1", "w21", "unknown", "w22"]]

vectors = KeyedVectors(vector_size=8)
vectors.add_vectors(words, table.astype(np.float32))
with tempfile.TemporaryDirectory() as folder:
    pair_file, analogy_file = os.path.join(folder, "pairs.tsv"), os.path.join(folder, "analogies.txt")
    with open(pair_file, "w", encoding="utf-8") as file:
        file.write("# remark\n" + "".join(f"{a}\t{b}\t{score}\n" for a, b, score in pairs))
    with open(analogy_file, "w", encoding="utf-8") as file:
        file.write(": one\n" + "".join(" ".join(row) + "\n" for row in analogies[:30]) + ": two\n" + "".join(" ".join(row) + "\n" for row in analogies[30:]))
    _, (spearman, _), unknown = vectors.evaluate_word_pairs(pair_file)
    accuracy, sections = vectors.evaluate_word_analogies(analogy_file, restrict_vocab=40)  # gensim divides by the length of zero
    texts = {"pairs": open(pair_file, encoding="utf-8").read(), "analogies": open(analogy_file, encoding="utf-8").read()}

asked = len(sections[-1]["correct"]) + len(sections[-1]["incorrect"])
result = {
    "made-by": "gensim 4.4.0, golden/evaluation.py",
    "tolerance": 1e-6,
    "words": words,
    "table": table.tolist(),
    **texts,
    "spearman": spearman,
    "unknown share of pairs": unknown / 100,
    "accuracy": accuracy,
    "analogies asked": asked,
}
with open(os.path.join(os.path.dirname(__file__), "evaluation.json"), "w", encoding="utf-8") as file:
    json.dump(result, file)
    file.write("\n")
