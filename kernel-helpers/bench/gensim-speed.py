"""Trains with gensim and prints JSON: the seconds of the vocabulary and of the training, the CPU seconds of the training.

python gensim-speed.py CORPUS OUT '{"sg": 1, "alpha": 0.025, ...}'; CORPUS has one sentence per line, with spaces between tokens.
With "corpus_file": true gensim reads the file itself, else the sentences are read into memory first, as part of the vocabulary.
"""

import json
import sys
import time

from gensim.models import Word2Vec

corpus, out, options = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
from_file = options.pop("corpus_file", False)
model = Word2Vec(**options)
start = time.perf_counter()
if from_file:
    source = {"corpus_file": corpus}
else:
    with open(corpus, encoding="utf-8") as lines:
        source = {"corpus_iterable": [line.split() for line in lines]}
model.build_vocab(**source)
counted, cpu = time.perf_counter(), time.process_time()
model.train(**source, total_examples=model.corpus_count, total_words=model.corpus_total_words, epochs=options["epochs"])
print(json.dumps({"vocabulary": counted - start, "training": time.perf_counter() - counted, "cpu": time.process_time() - cpu}))
model.wv.save_word2vec_format(out, binary=True)
