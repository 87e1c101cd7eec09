"""Reference values of the scores of predictions, by scikit-learn (1.2.1), on bundled samples and with weights.

Writes scores.json beside itself: for each case what a model said, what was true, what each row counts for, and its scores.

    python3 scores.py
"""
import csv
import json
import os

import numpy as np
from sklearn import metrics
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict

here = os.path.dirname(os.path.abspath(__file__))
samples = os.path.join(here, "../../../../sample-data")
rng = np.random.default_rng(12)


def table(name):
    with open(os.path.join(samples, name), encoding="utf-8") as file:
        return list(csv.DictReader(file))


def rounded(p):
    p = np.round(p, 4)
    p[:, -1] = np.round(1 - p[:, :-1].sum(axis=1), 4)
    return np.clip(p, 0, 1)


def classes(name, p, y, w):
    k = p.shape[1]
    one_hot = np.eye(k)[y]
    taken = p.argmax(axis=1)
    present = [c for c in range(k) if 0 < one_hot[:, c].sum() < len(y)]
    # log loss and Brier score by the definition: scikit-learn clips, and knows the Brier score of two classes only
    brier = metrics.brier_score_loss(y, p[:, 1], sample_weight=w) if k == 2 else np.average(((p - one_hot) ** 2).sum(axis=1), weights=w)
    return {"name": name, "classes": k, "probabilities": p.ravel().tolist(), "actual": y.tolist(),
            "weights": [] if w is None else w.tolist(), "scores": {
        "accuracy": metrics.accuracy_score(y, taken, sample_weight=w),
        "balancedAccuracy": metrics.balanced_accuracy_score(y, taken, sample_weight=w),
        "macroF1": metrics.f1_score(y, taken, average="macro", sample_weight=w, zero_division=0),
        "weightedF1": metrics.f1_score(y, taken, average="weighted", sample_weight=w, zero_division=0),
        "mcc": metrics.matthews_corrcoef(y, taken, sample_weight=w),
        "logLoss": float(np.average(-np.log(p[np.arange(len(y)), y]), weights=w)),
        "brier": float(brier),
        "rocAuc": float(np.mean([metrics.roc_auc_score(one_hot[:, c], p[:, c], sample_weight=w) for c in present])),
        "averagePrecision": float(np.mean([metrics.average_precision_score(one_hot[:, c], p[:, c], sample_weight=w)
                                           for c in present]))}}


def numbers(name, predicted, y, w):
    return {"name": name, "classes": 0, "predicted": predicted.tolist(), "actual": y.tolist(),
            "weights": [] if w is None else w.tolist(), "scores": {
        "rmse": metrics.mean_squared_error(y, predicted, sample_weight=w, squared=False),
        "mae": metrics.mean_absolute_error(y, predicted, sample_weight=w),
        "r2": metrics.r2_score(y, predicted, sample_weight=w),
        "mape": metrics.mean_absolute_percentage_error(y, predicted, sample_weight=w),
        "quantile10": metrics.mean_pinball_loss(y, predicted, alpha=0.1, sample_weight=w),
        "quantile90": metrics.mean_pinball_loss(y, predicted, alpha=0.9, sample_weight=w)}}


iris = table("iris.csv")
columns = list(iris[0])
names = sorted({row[columns[-1]] for row in iris})
x = np.array([[float(row[c]) for c in columns[:-1]] for row in iris])
y = np.array([names.index(row[columns[-1]]) for row in iris])
folds = KFold(5, shuffle=True, random_state=0)
p = rounded(cross_val_predict(LogisticRegression(C=0.05, max_iter=1000), x, y, cv=folds, method="predict_proba"))
two = y < 2
p2 = rounded(np.c_[1 - p[two, 1], p[two, 1]])
target = x[:, 2]
fit = np.round(cross_val_predict(LinearRegression(), x[:, :2], target, cv=folds), 4)
w = np.round(rng.uniform(0.2, 3, len(y)), 2)
drawn = rounded(rng.dirichlet(np.ones(4), 90))
told = rng.integers(0, 4, 90)
drawn = np.clip(drawn, 1e-4, 1)
cases = [classes("iris", p, y, None), classes("iris, weighted", p, y, w), classes("two classes", p2, y[two], None),
         classes("chance of four", drawn, told, None), classes("three of four classes", drawn[told < 3], told[told < 3], None),
         numbers("petal length", fit, target, None), numbers("petal length, weighted", fit, target, w)]
with open(os.path.join(here, "scores.json"), "w", encoding="utf-8") as file:
    json.dump(cases, file, separators=(",", ":"))
    file.write("\n")
print({case["name"]: case["scores"] for case in cases})
