"""Writes classification.json: classifiers and their scores as scikit-learn computes them.

Recipe: python kernel-helpers/golden/classification.py   (scikit-learn from requirements-dev.txt)
"""
import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    average_precision_score,
    balanced_accuracy_score,
    brier_score_loss,
    cohen_kappa_score,
    confusion_matrix,
    log_loss,
    matthews_corrcoef,
    precision_recall_fscore_support,
    roc_auc_score,
    roc_curve,
)
from sklearn.naive_bayes import MultinomialNB

SEED = 13
random = np.random.default_rng(SEED)


def scores(labels, predicted):
    """Every score of one list of predictions."""
    found = {"confusion": confusion_matrix(labels, predicted, labels=range(4)).ravel().tolist()}
    for name in ("macro", "micro", "weighted"):
        found[name] = [float(x) for x in precision_recall_fscore_support(labels, predicted, labels=range(4), average=name, zero_division=0)[:3]]
    found["classes"] = np.array(precision_recall_fscore_support(labels, predicted, labels=range(4), zero_division=0)).T.tolist()
    found["balancedAccuracy"] = float(balanced_accuracy_score(labels, predicted))
    found["correlation"] = float(matthews_corrcoef(labels, predicted))
    found["kappa"] = {w or "none": float(cohen_kappa_score(labels, predicted, weights=w)) for w in (None, "linear", "quadratic")}
    return found


labels = random.choice(4, 200, p=[0.5, 0.3, 0.15, 0.05])
predicted = np.where(random.random(200) < 0.6, labels, random.integers(0, 3, 200))  # the last class is never predicted by chance
binary = random.integers(0, 2, 120)
ranks = np.round(np.clip(0.3 * binary + random.random(120) * 0.7, 0, 1), 1)  # with ties
table = random.dirichlet(np.ones(4), 200)
observed, promised = calibration_curve(binary, ranks, n_bins=5)
false_positive, true_positive, thresholds = roc_curve(binary, ranks, drop_intermediate=False)

words = ["good", "bad", "film", "plot", "not", "long", "warm", "dull", "fun", "the"]
texts = [" ".join(random.choice(words, random.integers(3, 12))) for _ in range(60)]
classes = random.integers(0, 3, 60)
train = list(range(40))
counter = CountVectorizer(ngram_range=(1, 2), min_df=2, token_pattern=r"\S+").fit([texts[i] for i in train])
tfidf = TfidfVectorizer(ngram_range=(1, 2), min_df=2, token_pattern=r"\S+", sublinear_tf=True).fit([texts[i] for i in train])
assert list(counter.get_feature_names_out()) == list(tfidf.get_feature_names_out())
counts, weighted = counter.transform(texts), tfidf.transform(texts)
bayes = MultinomialNB(alpha=0.5).fit(counts[train], classes[train])
fits = {}
for name, target in (("two", (classes > 0).astype(int)), ("three", classes)):
    model = LogisticRegression(C=2.0, tol=1e-12, max_iter=10000).fit(weighted[train], target[train])
    fits[name] = {"weights": model.coef_.tolist(), "bias": model.intercept_.tolist(), "probabilities": model.predict_proba(weighted).tolist()}

golden = {
    "made-by": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, seed {SEED}: python kernel-helpers/golden/classification.py",
    "tolerance": 1e-9,
    "why": "closed formulas in float64 on both sides; fits: 1e-5, since both end when the gradient is small, not zero",
    "fitTolerance": 1e-5,
    "labels": labels.tolist(),
    "predicted": predicted.tolist(),
    "scores": scores(labels, predicted),
    "binary": binary.tolist(),
    "ranks": ranks.tolist(),
    "rocArea": float(roc_auc_score(binary, ranks)),
    "roc": [false_positive.tolist(), true_positive.tolist(), [None, *thresholds[1:].tolist()]],
    "averagePrecision": float(average_precision_score(binary, ranks)),
    "brier": float(brier_score_loss(binary, ranks)),
    "reliability": [promised.tolist(), observed.tolist()],
    "probabilities": table.tolist(),
    "logLoss": float(log_loss(labels, table, labels=range(4))),
    "texts": texts,
    "train": train,
    "classes": classes.tolist(),
    "terms": counter.get_feature_names_out().tolist(),
    "counts": counts.toarray().tolist(),
    "tfIdf": weighted.toarray().tolist(),
    "bayes": {"smoothing": 0.5, "weights": bayes.feature_log_prob_.tolist(), "bias": bayes.class_log_prior_.tolist()},
    "logistic": {"penalty": 0.5, **fits},
}
(Path(__file__).parent / "classification.json").write_text(json.dumps(golden) + "\n", encoding="utf-8")
