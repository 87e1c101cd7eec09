"""Reference values for `downhill compress`, by numpy alone and from the definitions.

Writes quantise.json beside itself: a network of two layers with tanh, its weights as whole numbers of 8, 4 and 1 bits with a step for each
output, what it says then, what it says where what goes into its products is rounded as well (ONNX QuantizeLinear, integer products), and
which weights the smallest are.

    python3 quantise.py
"""
import json
import os

import numpy as np

rng = np.random.default_rng(20261130)
W1, b1 = rng.normal(size=(5, 4)), rng.normal(size=4)
W2, b2 = rng.normal(size=(4, 3)), rng.normal(size=3)
W1[:, 2] = 0
X = rng.normal(size=(6, 5)) * 2


def single(x):
    return float(np.float32(x))


def quantised(w, bits):
    whole, steps = np.empty_like(w), np.empty(w.shape[1])
    most = 2 ** (bits - 1) - 1
    for j in range(w.shape[1]):
        size = np.mean(np.abs(w[:, j])) if bits == 1 else np.max(np.abs(w[:, j])) / most
        steps[j] = single(size) or 1
        whole[:, j] = np.where(w[:, j] >= 0, 1, -1) if bits == 1 else np.clip(np.rint(w[:, j] / steps[j]), -most, most)
    return whole.astype(np.int64), steps


def grid(values):
    low, high = min(0, values.min()), max(0, values.max())
    step = single((high - low) / 255)
    return step, int(np.clip(np.floor(-128 - low / step + 0.5), -128, 127))


def rounded(values, step, zero):
    return np.clip(np.rint(values / step) + zero, -128, 127).astype(np.int64) - zero


def answer(bits, static):
    q1, s1 = quantised(W1, bits)
    q2, s2 = quantised(W2, bits)
    f1, f2 = np.float32(b1).astype(float), np.float32(b2).astype(float)
    case = {"bits": bits, "whole1": q1.ravel().tolist(), "steps1": s1.tolist(), "whole2": q2.ravel().tolist(), "steps2": s2.tolist()}
    if not static:
        hidden = np.tanh((X @ q1) * s1 + f1)
        return {**case, "grids": [], "answers": ((hidden @ q2) * s2 + f2).ravel().tolist()}
    (a1, z1), (a2, z2) = grid(X), grid(np.tanh(X @ W1 + b1))
    hidden = np.tanh((rounded(X, a1, z1) @ q1) * (s1 * a1) + f1)
    answers = (rounded(hidden, a2, z2) @ q2) * (s2 * a2) + f2
    return {**case, "grids": [a1, z1, a2, z2], "answers": answers.ravel().tolist()}


def kept(share, layers):
    groups = [[W1], [W2]] if layers else [[W1, W2]]
    parts = []
    for group in groups:
        sizes = np.concatenate([np.abs(w).ravel() for w in group])
        mask = np.ones(len(sizes), dtype=int)
        mask[np.argsort(sizes, kind="stable")[:int(np.floor(share * len(sizes) + 0.5))]] = 0
        parts.append(mask)
    mask = np.concatenate(parts)
    return {"share": share, "layers": layers, "kept1": mask[:20].tolist(), "kept2": mask[20:].tolist()}


result = {"weights1": W1.ravel().tolist(), "biases1": b1.tolist(), "weights2": W2.ravel().tolist(), "biases2": b2.tolist(),
          "inputs": X.ravel().tolist(),
          "cases": [answer(bits, static) for bits in (8, 4, 1) for static in (False, True)],
          "pruned": [kept(share, layers) for share in (0.3, 0.5, 0.9) for layers in (False, True)]}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "quantise.json"), "w") as file:
    json.dump(result, file, indent=1)
    file.write("\n")
