"""The weighted ridge regression that LIME fits, by scikit-learn (1.2.1), with LIME's kernel.

Writes lime.json beside itself.

    python3 lime.py
"""
import json
import os

import numpy as np
from sklearn.linear_model import Ridge

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(3)
x = np.round(rng.normal(size=(40, 3)), 3)
x[0] = 0
y = np.round(np.stack([2 * x[:, 0] - x[:, 1] + np.sin(3 * x[:, 2]), x[:, 0] * x[:, 1]], 1), 4)
width = 0.75 * np.sqrt(3)
d = np.sqrt(((x - x[0]) ** 2).sum(1))
w = np.sqrt(np.exp(-(d ** 2) / width ** 2))
models = [Ridge(alpha=1, fit_intercept=True).fit(x, column, sample_weight=w) for column in y.T]
with open(os.path.join(here, "lime.json"), "w") as out:
    json.dump({"x": x.ravel().tolist(), "y": y.ravel().tolist(), "width": width, "kernel": w.tolist(),
               "weights": np.concatenate([m.coef_ for m in models]).tolist(), "intercept": [float(m.intercept_) for m in models],
               "fit": [float(m.score(x, column, sample_weight=w)) for m, column in zip(models, y.T)]}, out)
    out.write("\n")
