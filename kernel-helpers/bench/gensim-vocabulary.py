"""Seconds and CPU seconds of gensim's build_vocab, for vocabulary-speed.ts to compare.

python gensim-vocabulary.py CORPUS memory|lines; CORPUS has one sentence per line, with spaces between tokens. "memory" counts
lists of tokens, "lines" reads and divides the file too, by gensim's LineSentence.
"""

import sys
import time

from gensim.models import Word2Vec
from gensim.models.word2vec import LineSentence

corpus, kind = sys.argv[1], sys.argv[2]
if kind == "memory":
    with open(corpus, encoding="utf-8") as lines:
        sentences = [line.split() for line in lines]
else:
    sentences = LineSentence(corpus)
model = Word2Vec(vector_size=100, min_count=5, workers=1)
start, cpu = time.perf_counter(), time.process_time()
model.build_vocab(sentences)
print(time.perf_counter() - start, time.process_time() - cpu, model.corpus_total_words, len(model.wv))
