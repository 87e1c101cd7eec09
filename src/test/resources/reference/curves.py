"""Reference values of curves over folds, by scikit-learn (1.2.1), on made probabilities.

Writes curves.json beside itself. ROC over folds as in scikit-learn's example "ROC with cross-validation", precision-recall from its
precision_recall_curve, calibration from its calibration_curve, gain and lift and costs by their definitions.

    python3 curves.py
"""
import json
import os

import numpy as np
from sklearn import metrics
from sklearn.calibration import calibration_curve

rng = np.random.default_rng(5)
grid = np.linspace(0, 1, 101)
runs = []
for size in (60, 45, 50):
    y = (rng.random(size) < 0.35).astype(int)
    p = np.round(np.clip(0.5 * rng.random(size) + 0.35 * y + 0.05, 0, 1), 2)  # with ties, and on the bounds of bins
    runs.append((y, p))


def roc(y, p):
    fpr, tpr, _ = metrics.roc_curve(y, p, drop_intermediate=False)
    curve = np.interp(grid, fpr, tpr)
    curve[0] = 0
    return curve, metrics.roc_auc_score(y, p)


def precision_recall(y, p):
    precision, recall, _ = metrics.precision_recall_curve(y, p)
    # the highest threshold that reaches a recall: recall falls from place to place here
    curve = [precision[max(i for i in range(len(recall)) if recall[i] >= r)] for r in grid]
    return np.array(curve), metrics.average_precision_score(y, p)


def gain(y, p):
    x, g = [0.0], [0.0]
    for t in sorted(set(p), reverse=True):
        x.append((p >= t).mean())
        g.append(y[p >= t].sum() / y.sum())
    curve = np.interp(grid, x, g)
    return curve, curve[10]


def band(curves):
    curves = np.array(curves)
    mean, std = curves.mean(axis=0), curves.std(axis=0, ddof=1)
    return {"mean": mean.tolist(), "low": np.maximum(mean - std, 0).tolist(), "high": np.minimum(mean + std, 1).tolist()}


def of(function):
    made = [function(y, p) for y, p in runs]
    return dict(band([m[0] for m in made]), values=[float(m[1]) for m in made])


def error(y, p, bins=10):
    ids = np.searchsorted(np.linspace(0, 1, bins + 1)[1:-1], p)
    return sum((ids == b).sum() / len(y) * abs(y[ids == b].mean() - p[ids == b].mean()) for b in range(bins) if (ids == b).any())


all_y = np.concatenate([y for y, _ in runs])
all_p = np.concatenate([p for _, p in runs])
observed, predicted = calibration_curve(all_y, all_p, n_bins=10)
missing, alarm = 5.0, 1.0
costs = [[(missing * ((p < t) & (y == 1)).sum() + alarm * ((p >= t) & (y == 0)).sum()) / len(y) for t in np.arange(101) / 100]
         for y, p in runs]
result = {
    "runs": [{"actual": y.tolist(), "probabilities": p.tolist()} for y, p in runs],
    "roc": of(roc), "precisionRecall": of(precision_recall), "gain": of(gain),
    "calibration": {"observed": observed.tolist(), "predicted": predicted.tolist(), "errors": [float(error(y, p)) for y, p in runs]},
    "costs": np.mean(costs, axis=0).tolist(),
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "curves.json"), "w", encoding="utf-8") as file:
    json.dump(result, file)
