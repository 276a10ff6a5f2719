"""Writes more-text.json: the words and counts of a model before and after more text, as gensim's build_vocab(update=True) has them.

Recipe: python kernel-helpers/golden/more-text.py   (gensim from requirements-dev.txt)

The texts share some words: there are old words that the second text lacks or has seldom, new words that reach min_count in it,
and some that do not. gensim appends new words in the order of their first occurrence and does not sort them again.
"""
import json
from pathlib import Path

import gensim
import numpy as np
from gensim.models import Word2Vec

SEED, MIN_COUNT = 8, 4
random = np.random.default_rng(SEED)


def text(numbers, sentences):
    """Sentences of the words of these numbers, the later ones rarer."""
    chances = 1 / np.arange(1, len(numbers) + 1)
    words = [f"w{number}" for number in numbers]
    return [[str(w) for w in random.choice(words, size=6, p=chances / chances.sum())] for _ in range(sentences)]


first, second = text(range(40), 60), text(random.permutation(np.arange(5, 60)), 40)
model = Word2Vec(vector_size=4, min_count=MIN_COUNT, workers=1, seed=SEED)


def words_and_counts():
    return [[word, int(model.wv.get_vecattr(word, "count"))] for word in model.wv.index_to_key]


model.build_vocab(first)
before = words_and_counts()
model.build_vocab(second, update=True)
after = words_and_counts()
raw = {word: sum(sentence.count(word) for sentence in second) for sentence in second for word in sentence}
old = {word for word, _ in before}
assert [word for word, _ in after[: len(before)]] == [word for word, _ in before]
assert any(word not in raw for word in old) and any(0 < raw.get(word, 0) < MIN_COUNT for word in old)
assert len(after) > len(before) + 3 and any(n < MIN_COUNT for word, n in raw.items() if word not in old)
result = {
    "made-by": f"gensim {gensim.__version__}, seed {SEED}: python kernel-helpers/golden/more-text.py",
    "minCount": MIN_COUNT,
    "first": [" ".join(sentence) for sentence in first],
    "second": [" ".join(sentence) for sentence in second],
    "before": before,
    "after": after,
}
path = Path(__file__).with_name("more-text.json")
path.write_text(json.dumps(result) + "\n", encoding="utf-8")
