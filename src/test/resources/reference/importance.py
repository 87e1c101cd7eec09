"""Reference values of how much each knob mattered, on made trials.

Writes importance.json beside itself. Many trials: Optuna 3.1.0's FanovaImportanceEvaluator (a forest of scikit-learn 1.2.1), the mean and
the spread over four of its seeds. It walks a range evenly, whatever its scale, so what is drawn by equal factors is handed over as its
logarithm. Few trials: PED-ANOVA (Watanabe et al. 2023) as later releases of Optuna compute it (importance/_ped_anova), written down here
once more from the formulas, since 3.1.0 has it not.

    python3 importance.py
"""
import json
import os

import numpy as np
import optuna
from optuna.distributions import CategoricalDistribution, FloatDistribution
from optuna.importance import FanovaImportanceEvaluator
from scipy import stats

optuna.logging.set_verbosity(optuna.logging.ERROR)
rng = np.random.default_rng(11)
KINDS = ["a", "b", "c"]


def drawn(n):
    return [{"x": float(rng.random()), "y": float(rng.random()), "rate": float(10 ** rng.uniform(-4, 0)),
             "kind": KINDS[rng.integers(3)]} for _ in range(n)]


FUNCTIONS = {
    "sum": lambda p: 4 * p["x"] + 2 * p["y"] + np.log10(p["rate"]) / 4,
    "valley": lambda p: (np.log10(p["rate"]) + 2) ** 2 + 3 * (p["x"] - 0.3) ** 2 + 0.2 * p["y"],
    "product": lambda p: 4 * (p["x"] - 0.5) * (p["y"] - 0.5) + 0.3 * np.log10(p["rate"]),
    "choice": lambda p: KINDS.index(p["kind"]) * 1.0 + 2 * p["x"] + 0.1 * np.log10(p["rate"]),
    "noise": lambda p: p["x"] + 0.5 * float(rng.standard_normal()),
}


def fanova(trials, losses):
    study = optuna.create_study()
    spaces = {"x": FloatDistribution(0, 1), "y": FloatDistribution(0, 1), "rate": FloatDistribution(-4, 0),
              "kind": CategoricalDistribution(KINDS)}
    study.add_trials([optuna.trial.create_trial(params={**p, "rate": np.log10(p["rate"])}, distributions=spaces, value=v)
                      for p, v in zip(trials, losses)])
    found = [FanovaImportanceEvaluator(seed=seed).evaluate(study) for seed in range(4)]
    return ({k: float(np.mean([each[k] for each in found])) for k in spaces},
            {k: float(np.std([each[k] for each in found])) for k in spaces})


GRID = 50


def cells(knob, values):
    if knob == "kind":
        return np.bincount([KINDS.index(v) for v in values], minlength=3)
    unit = np.array([(np.log10(v) + 4) / 4 if knob == "rate" else v for v in values])
    return np.bincount(np.searchsorted(np.linspace(0, 1, GRID), unit - 0.5 / (GRID - 1)), minlength=GRID)


def density(knob, counts):
    n = counts.sum()
    if knob == "kind":
        return (counts + 1 / len(counts)) / (n + 1)
    at = np.flatnonzero(counts)
    there = counts[at]
    mean = at @ there / n
    spread = np.sqrt((at - mean) ** 2 @ there / max(1, n - 1))
    total = np.cumsum(there)
    first = np.searchsorted(total, n // 4, side="left")
    third = np.searchsorted(total, n * 3 // 4, side="right")
    middle = at[min(len(at) - 1, third)] - at[first]
    width = max(1.059 * min(middle / 1.34, spread) * n ** -0.2, 0.5 / 1.64)
    grid = np.arange(GRID)

    def cut(mu, sigma):  # a normal curve cut at the ends, its mass in each cell
        whole = stats.norm.cdf(GRID - 0.5, mu, sigma) - stats.norm.cdf(-0.5, mu, sigma)
        return (stats.norm.cdf(grid + 0.5, mu, sigma) - stats.norm.cdf(grid - 0.5, mu, sigma)) / whole

    weights = np.append(there, 1) / (n + 1)  # and one even one before any trial
    return weights @ np.array([cut(mu, width) for mu in at] + [cut((GRID - 1) / 2, GRID)])


def ped_anova(trials, losses):
    best = max(np.partition(losses, 1)[1], np.quantile(losses, 0.1, method="inverted_cdf"))
    effects = {}
    for knob in ["x", "y", "rate", "kind"]:
        every = density(knob, cells(knob, [p[knob] for p in trials])) + 1e-12
        top = density(knob, cells(knob, [p[knob] for p, v in zip(trials, losses) if v <= best])) + 1e-12
        effects[knob] = float(every @ (top / every - 1) ** 2)
    whole = sum(effects.values())
    return {k: v / whole for k, v in effects.items()}


studies = []
for name, f in FUNCTIONS.items():
    for n in [12, 24, 80]:
        trials = drawn(n)
        losses = np.array([float(f(p)) for p in trials])
        study = {"function": name, "trials": trials, "losses": losses.tolist()}
        if n < 32:
            study["shares"] = ped_anova(trials, losses)
        else:
            study["shares"], study["spread"] = fanova(trials, losses)
        studies.append(study)

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "importance.json"), "w") as file:
    json.dump({"studies": studies}, file)
