"""Writes word2vec-format.json, .txt and .bin: the formats of word2vec.c as gensim writes them, and gensim's answers.

Recipe: python kernel-helpers/golden/word2vec-format.py   (gensim from requirements-dev.txt)
"""
import json
from pathlib import Path

import gensim
import numpy as np
from gensim.models import KeyedVectors

here = Path(__file__).parent
seed, rows, width = 7, 24, 6
words = "the queen king woman man café 水 naïve Zürich don't a\u00a0b \U0001f600 x".split(" ")
words += [f"word{i}" for i in range(rows - len(words))]
numbers = np.random.default_rng(seed).normal(size=(rows, width)).astype(np.float32)
numbers[8] *= np.float32(1e-12)
numbers[9] *= np.float32(1e12)
vectors = KeyedVectors(width)
vectors.add_vectors(words, numbers)

vectors.save_word2vec_format(here / "word2vec-format.txt", binary=False)
vectors.save_word2vec_format(here / "word2vec-format.bin", binary=True)
answers = {
    "made-by": f"gensim {gensim.__version__}, numpy {np.__version__}, seed {seed}: "
    "python kernel-helpers/golden/word2vec-format.py",
    "tolerance": 1e-6,
    "why": "gensim computes in float32: 24 bits, 6 products",
    "words": words,
    "bits": [int(x) for x in numbers.view(np.uint32).ravel()],
    "neighbours": {word: vectors.most_similar(word, topn=5) for word in ["king", "水", "Zürich"]},
    "analogy": vectors.most_similar(positive=["king", "woman"], negative=["man"], topn=5),
}
(here / "word2vec-format.json").write_text(json.dumps(answers, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
