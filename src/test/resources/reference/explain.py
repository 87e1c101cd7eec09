"""Reference values of permutation importance and partial dependence, by scikit-learn (1.2.1), of a model that is a formula.

Writes explain.json beside itself: the rows, the orders in which scikit-learn shuffled them, what it made of them, and grids and curves of its
partial_dependence (brute). The model is y = 2 a b + c²/2 of the columns a, b, c, d.

    python3 explain.py
"""
import json
import os

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.inspection import partial_dependence, permutation_importance

rng = np.random.default_rng(3)
X = np.round(rng.normal(size=(60, 4)), 3)
X[:, 1] = rng.integers(0, 5, 60)
y = np.round(2 * X[:, 0] * X[:, 1] + 0.5 * X[:, 2] ** 2 + 0.3 * rng.normal(size=60), 4)


class Formula(RegressorMixin, BaseEstimator):
    def fit(self, X, y):
        self.fitted_ = True
        return self

    def predict(self, X):
        return 2 * X[:, 0] * X[:, 1] + 0.5 * X[:, 2] ** 2


model = Formula().fit(X, y)
repeats = 4
result = {"X": X.tolist(), "y": y.tolist(), "importance": {}}
for metric, scorer in (("r2", "r2"), ("rmse", "neg_root_mean_squared_error"), ("mae", "neg_mean_absolute_error")):
    found = permutation_importance(model, X, y, scoring=scorer, n_repeats=repeats, random_state=7)
    result["importance"][metric] = {"repeats": found.importances.tolist(), "mean": found.importances_mean.tolist(),
                                    "sd": found.importances_std.tolist()}

# the orders that scikit-learn used: one seed for all columns, each shuffle on top of the last
seed = np.random.RandomState(7).randint(np.iinfo(np.int32).max + 1)
state = np.random.RandomState(seed)
shuffling, rows, orders = np.arange(60), np.arange(60), []
for _ in range(repeats):
    state.shuffle(shuffling)
    rows = rows[shuffling]
    orders.append(rows.tolist())
result["orders"] = orders
moved = X.copy()
moved[:, 0] = X[orders[1], 0]
assert abs(model.score(X, y) - model.score(moved, y) - result["importance"]["r2"]["repeats"][0][1]) < 1e-12

result["dependence"] = []
for features in ([0], [1], [2], [3]):
    found = partial_dependence(model, X, features, kind="both", method="brute", grid_resolution=12)
    result["dependence"].append({"x": found["values"][0].tolist(), "mean": found["average"][0].tolist(),
                                 "lines": found["individual"][0][:5].tolist()})
found = partial_dependence(model, X, [0, 1], kind="average", method="brute", grid_resolution=6)
result["pair"] = {"x": found["values"][0].tolist(), "y": found["values"][1].tolist(), "mean": found["average"][0].tolist()}

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "explain.json"), "w") as out:
    json.dump(result, out)
    out.write("\n")
