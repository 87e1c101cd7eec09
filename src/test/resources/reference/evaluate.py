"""Reference values for `downhill evaluate` and `downhill predict`, by numpy alone and from the definitions.

Writes evaluate.json beside itself: for each case a table, the constants of its preparation, the parameters of its model, the scores of its
rows and the metrics. Area under the ROC curve is the share of pairs in the right order, ties counting half (Mann and Whitney 1947).

    python3 evaluate.py
"""
import json
import os

import numpy as np

rng = np.random.default_rng(20261122)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def auc(score, positive):
    """Share of (positive, negative) pairs in which the positive one scores higher."""
    p, n = score[positive], score[~positive]
    if len(p) == 0 or len(n) == 0:
        return None
    return float(np.mean([(a > b) + 0.5 * (a == b) for a in p for b in n]))


def classification(probabilities, actual, k):
    predicted = probabilities.argmax(axis=1)
    recalls, f1s, aucs = [], [], []
    for c in range(k):
        tp = np.sum((predicted == c) & (actual == c))
        support, taken = np.sum(actual == c), np.sum(predicted == c)
        if support:
            recalls.append(tp / support)
        if support + taken:
            f1s.append(2 * tp / (support + taken))
        area = auc(probabilities[:, c], actual == c)
        if area is not None:
            aucs.append(area)
    return {
        "accuracy": float(np.mean(predicted == actual)),
        "balancedAccuracy": float(np.mean(recalls)),
        "macroF1": float(np.mean(f1s)),
        "logLoss": float(-np.mean(np.log(probabilities[np.arange(len(actual)), actual]))),
        "rocAuc": float(np.mean(aucs)) if aucs else None,
    }


def regression(predicted, actual):
    error = predicted - actual
    total = np.sum((actual - actual.mean()) ** 2)
    return {
        "mse": float(np.mean(error ** 2)),
        "rmse": float(np.sqrt(np.mean(error ** 2))),
        "mae": float(np.mean(np.abs(error))),
        "r2": float(1 - np.sum(error ** 2) / total) if total > 0 else None,
    }


def case(name, kind, rows, classes, keep=None, constant=False):
    x = np.round(rng.normal([20, -3], [5, 0.7], (rows, 2)), 3)
    center, scale, fill = np.array([19.5, -2.9]), np.array([4.8, 0.75]), np.array([20.25, -3.125])
    missing = rng.random((rows, 2)) < 0.1
    outputs = {"linear": 1, "logistic": 1, "softmax": len(classes)}[kind]
    w = np.round(rng.normal(0, 1, (2, outputs)), 4)
    b = np.round(rng.normal(0, 0.3, outputs), 4)
    raw = ((np.where(missing, fill, x) - center) / scale) @ w + b
    result = {"name": name, "kind": kind, "classes": classes, "center": center.tolist(), "scale": scale.tolist(), "fill": fill.tolist(),
              "weights": w.tolist(), "bias": b.tolist(), "targetCenter": 0.0, "targetScale": 1.0}
    if kind == "linear":
        result["targetCenter"], result["targetScale"] = 7.5, 2.25
        predicted = raw[:, 0] * 2.25 + 7.5
        actual = np.full(rows, 4.0) if constant else np.round(predicted + rng.normal(0, 1, rows), 2)
        labels = [repr(float(v)) for v in actual]
        result["metrics"], result["scores"] = regression(predicted, actual), predicted[:, None].tolist()
    else:
        p = softmax(raw) if kind == "softmax" else np.column_stack([sigmoid(-raw[:, 0]), sigmoid(raw[:, 0])])
        actual = np.array([rng.choice(len(classes), p=row) for row in p])
        if keep is not None:
            actual = np.array([keep[a % len(keep)] for a in actual])
        labels = [classes[a] for a in actual]
        result["metrics"], result["scores"] = classification(p, actual, len(classes)), p.tolist()
    lines = ["label,b,a"]
    for i in range(rows):
        cells = ["" if missing[i, j] else repr(float(x[i, j])) for j in (1, 0)]
        lines.append(labels[i] + "," + ",".join(cells))
    result["csv"] = "\n".join(lines) + "\n"
    return result


CASES = [
    case("numbers", "linear", 60, []),
    case("one number", "linear", 1, []),
    case("a constant target", "linear", 12, [], constant=True),
    case("two classes", "logistic", 50, ["no", "yes"]),
    case("three classes", "softmax", 80, ["blue", "green", "red"]),
    case("a class that does not occur", "softmax", 40, ["blue", "green", "red"], keep=[0, 2]),
    case("one row", "softmax", 1, ["blue", "green", "red"]),
]

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "evaluate.json"), "w") as out:
    json.dump(CASES, out, indent=1)
    out.write("\n")
