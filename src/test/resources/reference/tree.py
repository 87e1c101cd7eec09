"""Trees of scikit-learn (1.2.1), grown best first as DecisionTreeRegressor and DecisionTreeClassifier with max_leaf_nodes do.

Writes tree.json beside itself.

    python3 tree.py
"""
import json
import os

import numpy as np
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(5)
x = np.round(rng.normal(size=(160, 3)), 3)
y = np.round(3 * (x[:, 0] > 0.2) + x[:, 1] * x[:, 2] + 0.1 * rng.normal(size=160), 4)
c = (x[:, 0] + x[:, 1] > 0.5).astype(int) + (x[:, 2] > 0.7).astype(int)


def grown(model, target, leaves):
    model.fit(x, target)
    value = model.predict(x)
    return {"leaves": leaves, "least": model.min_samples_leaf, "impurity": float(np.sum(
        (model.tree_.impurity * model.tree_.n_node_samples)[model.tree_.children_left < 0])), "predicted": value.tolist()}


cases = {"x": x.tolist(), "y": y.tolist(), "c": c.tolist(),
         "numbers": [grown(DecisionTreeRegressor(max_leaf_nodes=k, min_samples_leaf=m, random_state=0), y, k)
                     for k, m in ((2, 1), (4, 5), (8, 5), (13, 1))],
         "classes": [grown(DecisionTreeClassifier(max_leaf_nodes=k, min_samples_leaf=m, random_state=0), c, k)
                     for k, m in ((2, 1), (4, 5), (8, 3))]}
with open(os.path.join(here, "tree.json"), "w") as out:
    json.dump(cases, out)
    out.write("\n")
