"""Reference values of the statistics of a verdict, by SciPy (1.10.1) and the papers' formulas.

Writes verdict.json beside itself.

    python3 verdict.py
"""
import json
import os

import numpy as np
from scipy import stats

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(7)


def paired(name, x, ratio, rope):
    """Nadeau and Bengio's corrected t-test; the posterior of Benavoli et al. as baycomp's CorrelatedTTest has it."""
    x = np.asarray(x)
    n = len(x)
    scale = np.sqrt((1 / n + ratio) * x.var(ddof=1))
    student = stats.t(n - 1, loc=x.mean(), scale=scale)
    below, above = student.cdf(-rope), 1 - student.cdf(rope)
    return {"name": name, "x": x.tolist(), "ratio": ratio, "rope": rope, "mean": float(x.mean()),
            "low": float(student.ppf(0.025)), "high": float(student.ppf(0.975)),
            "p": float(2 * stats.t.sf(abs(x.mean() / scale), n - 1)),
            "below": float(below), "equivalent": float(1 - below - above), "above": float(above)}


def plain(x):
    """ρ = 0 is SciPy's own paired t-test."""
    case = paired("plain", x, 0.0, 0.01)
    assert abs(case["p"] - stats.ttest_1samp(x, 0).pvalue) < 1e-12
    return case


def friedman(name, scores):
    scores = np.asarray(scores)
    n, k = scores.shape
    ranks = stats.rankdata(-scores, axis=1)
    test = stats.friedmanchisquare(*scores.T)
    f = (n - 1) * test.statistic / (n * (k - 1) - test.statistic)
    return {"name": name, "scores": scores.tolist(), "ranks": ranks.mean(axis=0).tolist(), "chiSquare": float(test.statistic),
            "p": float(test.pvalue), "f": float(f), "pOfF": float(stats.f.sf(f, k - 1, (k - 1) * (n - 1)))}


# Demšar (2006), table 6: AUC of C4.5, +m, +cf, +m+cf on 14 data sets. The paper ranks "voting" by digits that it does not print, and gives
# ranks 3.143, 2.000, 2.893, 1.964, χ² 9.28 (without SciPy's correction for ties), CD 1.25
demsar = [[.763, .768, .771, .798], [.599, .591, .590, .569], [.954, .971, .968, .967], [.628, .661, .654, .657],
          [.882, .888, .886, .898], [.936, .931, .916, .931], [.661, .668, .609, .685], [.583, .583, .563, .625],
          [.775, .838, .866, .875], [1, 1, 1, 1], [.940, .962, .965, .962], [.619, .666, .614, .669], [.972, .981, .9751, .975],
          [.957, .978, .946, .970]]
a, b = np.round(rng.normal(0.9, 0.03, 9), 2), np.round(rng.normal(0.88, 0.03, 7), 2)
out = {
    "paired": [paired("ten times ten folds", np.round(rng.normal(0.012, 0.02, 100), 4), 1 / 9, 0.01),
               paired("five folds", [0.02, -0.01, 0.03, 0.0, 0.015], 0.25, 0.01),
               paired("losses", np.round(rng.normal(-3, 1.5, 10), 3), 0.25, 0.4),
               plain(np.round(rng.normal(0.005, 0.01, 12), 4))],
    "iqm": [{"x": x, "value": float(stats.trim_mean(x, 0.25))} for x in
            [[1.0], [1.0, 2.0, 4.0], [0.1, 0.9, 0.4, 0.3, 0.7], np.round(rng.normal(size=10), 3).tolist(), list(map(float, range(23)))]],
    "improvement": {"a": a.tolist(), "b": b.tolist(),
                    "value": float(stats.mannwhitneyu(a, b, alternative="greater").statistic / (len(a) * len(b)))},
    "friedman": [friedman("Demšar 2006", demsar), friedman("drawn", np.round(rng.uniform(size=(12, 5)), 1))]}
with open(os.path.join(here, "verdict.json"), "w", encoding="utf-8") as file:
    json.dump(out, file, ensure_ascii=False, indent=1)
    file.write("\n")
print(out["friedman"][0])
