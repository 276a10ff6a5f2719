"""Trains with gensim and prints the seconds and the CPU seconds of the training alone, for train-speed.ts to compare.

python gensim-speed.py CORPUS OUT '{"sg": 1, "alpha": 0.025, ...}'; CORPUS has one sentence per line, with spaces between tokens.
"""

import json
import sys
import time

from gensim.models import Word2Vec

corpus, out, options = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
with open(corpus, encoding="utf-8") as lines:
    sentences = [line.split() for line in lines]
model = Word2Vec(**options)
model.build_vocab(sentences)
start, cpu = time.perf_counter(), time.process_time()
model.train(sentences, total_examples=model.corpus_count, epochs=options["epochs"])
print(time.perf_counter() - start, time.process_time() - cpu)
model.wv.save_word2vec_format(out, binary=True)
