"""Writes retrieval.json: TF-IDF by scikit-learn, BM25 by its formula in numpy.

Recipe: python kernel-helpers/golden/retrieval.py   (scikit-learn from requirements-dev.txt)
"""
import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

SEED, K1, B = 17, 1.5, 0.6
random = np.random.default_rng(SEED)
words = np.array(["kernel", "package", "install", "disk", "update", "mirror", "font", "key"])
documents = [" ".join(random.choice(words, random.integers(1, 15))) for _ in range(25)]
queries = ["install update", "font font disk", "key", "mirror unknown"]

tfidf = TfidfVectorizer(token_pattern=r"\S+").fit(documents)
similar = (tfidf.transform(queries) @ tfidf.transform(documents).T).toarray()

counter = CountVectorizer(token_pattern=r"\S+").fit(documents)
tf, asked = counter.transform(documents).toarray(), counter.transform(queries).toarray()
df, lengths = (tf > 0).sum(axis=0), tf.sum(axis=1)
idf = np.log(1 + (len(documents) - df + 0.5) / (df + 0.5))
saturated = tf * (K1 + 1) / (tf + K1 * (1 - B + B * lengths / lengths.mean())[:, None])
golden = {
    "made-by": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, seed {SEED}: python kernel-helpers/golden/retrieval.py",
    "documents": documents,
    "queries": queries,
    "tfIdf": similar.tolist(),
    "bm25": (asked @ (idf * saturated).T).tolist(),
}
(Path(__file__).parent / "retrieval.json").write_text(json.dumps(golden) + "\n", encoding="utf-8")
