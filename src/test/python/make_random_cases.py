"""Draws conformance cases at random: every optimizer with unusual options, every schedule at its edges, clipping, penalties, surfaces,
and models of other sizes with batches of other sizes, computed by PyTorch in float64.

A case that relative changes of 1e-13 at its start throw off its course is left out: two correct programs may disagree on it.

Usage: python3 make_random_cases.py OUTPUT_DIRECTORY SEED SURFACE_CASES MODEL_CASES
"""
import math
import random
import sys
import tempfile
from pathlib import Path

import torch

from torch_cases import SURFACES, dense_arrays, model_case, rand, surface_case

out = Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
scratch = Path(tempfile.mkdtemp())
seed = int(sys.argv[2])
r = random.Random(seed)
g = torch.Generator().manual_seed(seed)
DIGITS = 12


def log(low, high):
    return float(f"{math.exp(r.uniform(math.log(low), math.log(high))):.4g}")


def some(options):
    """A random part of the options."""
    return {key: make() for key, make in options.items() if r.random() < 0.5}


BETA1 = lambda: r.choice([0.0, 0.5, 0.8, 0.95, 0.99])
BETA2 = lambda: r.choice([0.8, 0.9, 0.99, 0.9999])
EPSILON = lambda: r.choice([1e-10, 1e-6, 1e-3, 0.1])
DECAY = lambda: r.choice([0.001, 0.05, 0.3])
ADAM = {"beta1": BETA1, "beta2": BETA2, "epsilon": EPSILON, "weightDecay": DECAY}
SWITCH = lambda: r.random() < 0.5


def sgd():
    o = {"learningRate": log(1e-4, 5e-3)} | some({"weightDecay": DECAY})
    kind = r.randrange(4)
    if kind > 0:
        o["momentum"] = r.choice([0.0, 0.3, 0.9, 0.99]) if kind < 3 else r.choice([0.3, 0.9])
        o |= {"dampening": r.choice([0.0, 0.1, 0.5, 1.0])} if kind == 2 else {}
        o |= {"nesterov": True} if kind == 3 else {}
    return o


OPTIMIZERS = {
    "sgd": sgd,
    "adagrad": lambda: {"learningRate": log(0.01, 1)} | some({"initialAccumulator": lambda: r.choice([0.1, 2.0]), "epsilon": EPSILON,
                                                              "learningRateDecay": lambda: r.choice([0.01, 0.3]), "weightDecay": DECAY}),
    "rmsprop": lambda: {"learningRate": log(0.001, 0.05)} | some({"alpha": lambda: r.choice([0.5, 0.9, 0.999]), "epsilon": EPSILON,
                                                                  "momentum": lambda: r.choice([0.0, 0.5, 0.95]), "centered": SWITCH,
                                                                  "weightDecay": DECAY}),
    "adadelta": lambda: {"learningRate": log(0.1, 10)} | some({"rho": lambda: r.choice([0.5, 0.95]), "epsilon": EPSILON,
                                                               "weightDecay": DECAY}),
    "adam": lambda: {"learningRate": log(0.001, 0.3)} | some(ADAM | {"amsgrad": SWITCH}),
    "adamw": lambda: {"learningRate": log(0.001, 0.3)} | some(ADAM | {"amsgrad": SWITCH}),
    "adamax": lambda: {"learningRate": log(0.001, 0.3)} | some(ADAM),
    "nadam": lambda: {"learningRate": log(0.001, 0.1)} | some(ADAM | {"momentumDecay": lambda: r.choice([0.0, 0.03])}),
    "radam": lambda: {"learningRate": log(0.001, 0.1)} | some(ADAM),
    "rprop": lambda: {"learningRate": log(0.001, 0.1)} | some({"etaMinus": lambda: r.choice([0.3, 0.8]), "etaPlus": lambda: r.choice([1.05, 2.0]),
                                                               "stepMin": lambda: r.choice([1e-9, 1e-3]), "stepMax": lambda: r.choice([0.2, 5.0])}),
    "lion": lambda: {"learningRate": log(0.001, 0.05)} | some({"beta1": BETA1, "beta2": BETA2, "weightDecay": DECAY})}

SCHEDULES = {
    "exponential": lambda n: {"gamma": r.choice([0.9, 0.99, 1.0, 1.02])},
    "step": lambda n: {"stepSize": r.choice([1, 7, max(1, n - 1), n, 2 * n]), "gamma": r.choice([0.1, 0.7, 1.1])},
    "cosine": lambda n: {"period": r.choice([1, 2, 7, n // 2 or 1, n, 3 * n]), "minimum": r.choice([0.0, 1e-4])},
    "cosine-restarts": lambda n: {"period": r.choice([1, 2, 9, n]), "multiplier": r.choice([1, 2, 3]), "minimum": r.choice([0.0, 1e-4])},
    "linear-warmup": lambda n: {"startFactor": r.choice([0.001, 1 / 3, 1.0]), "steps": r.choice([1, 2, 11, n, 2 * n])},
    "polynomial": lambda n: {"steps": r.choice([1, 5, max(1, n - 1), n, 2 * n]), "power": r.choice([0.5, 1.0, 2.0, 3.0])}}


def optimizer(name):
    return {"name": name} | OPTIMIZERS[name]()


def schedule(steps):
    name = r.choice([None] + list(SCHEDULES))
    return name and {"name": name} | SCHEDULES[name](steps)


def clip():
    return r.choice([None, None, log(0.01, 3)])


def calm(run):
    """True where slightly different starts lead to the same place; run takes what each start value is multiplied by, in turn."""
    first = run([1.0])
    return all(math.isfinite(a) and abs(a) < 1e8 and abs(a - b) <= 1e-10 * (1 + abs(a))
               for nudge in ([1 + 1e-13], [1 - 1e-13, 1 + 1e-13], [1 + 1e-12, 1.0]) for a, b in zip(first, run(nudge)))


def flat(nested):
    return [v for row in nested for v in row]


def surfaces(count):
    made = 0
    while made < count:
        surface, steps = list(SURFACES)[made % len(SURFACES)], r.choice([1, 2, 60, 150])
        name = list(OPTIMIZERS)[made % len(OPTIMIZERS)]
        start = [round(r.uniform(-3, 3), DIGITS), round(r.uniform(-3, 3), DIGITS)]
        arguments = (optimizer(name), steps, schedule(steps), clip())
        title = f"random-{seed}-{made:03d}-{surface}-{name}"
        if calm(lambda nudge: flat(surface_case(scratch, title, surface, [start[0] * nudge[0], start[1] * nudge[-1]], *arguments))):
            surface_case(out, title, surface, start, *arguments)
            made += 1


def dense(name):
    inputs = r.randint(1, 6)
    if name == "mlp":
        hidden = [r.randint(1, 9) for _ in range(r.randint(0, 3))]
        last = r.choice(["identity"] * 4 + ["sigmoid", "tanh", "relu"])
        activations = [r.choice(["relu", "tanh", "sigmoid", "gelu", "identity"]) for _ in hidden] + [last]
    else:
        hidden, activations = [], ["identity"]
    loss, outputs = {"logistic": ("binary-cross-entropy", 1), "softmax": ("cross-entropy", r.randint(2, 5))}.get(
        name, r.choice([("mse", r.randint(1, 3)), ("mae", r.randint(1, 2)), ("huber", r.randint(1, 2)), ("cross-entropy", 3),
                        ("binary-cross-entropy", r.randint(1, 2))]))
    sizes = [inputs] + hidden + [outputs]
    return {"name": name, "layers": sizes, "activations": activations}, dense_arrays(g, sizes), (inputs,), loss, outputs


def cnn(name):
    channels, height, width, pool = r.randint(1, 3), r.randint(7, 12), r.randint(7, 12), r.choice([1, 2, 2, 3])
    shape, arrays, convolutions, h, w = [channels, height, width], {}, [], height, width
    for i in range(1, r.randint(1, 2) + 1):
        kernel = r.randint(1, 3)
        if (h - kernel + 1) // pool < 1 or (w - kernel + 1) // pool < 1:
            break
        filters = r.randint(1, 4)
        arrays |= {f"conv{i}.weight": rand(g, filters, channels, kernel, kernel), f"conv{i}.bias": rand(g, filters)}
        convolutions.append({"filters": filters, "kernel": kernel})
        channels, h, w = filters, (h - kernel + 1) // pool, (w - kernel + 1) // pool
    classes = r.randint(2, 4)
    arrays |= {"dense1.weight": rand(g, channels * h * w, classes), "dense1.bias": rand(g, classes)}
    return ({"name": "cnn", "inputShape": shape, "convolutions": convolutions, "pool": pool, "classes": classes}, arrays, tuple(shape),
            "cross-entropy", classes)


def series(name):
    inputs, steps, outputs = r.randint(1, 3), r.randint(1, 8), r.randint(1, 3)
    loss = r.choice(["mse", "mae", "huber", "binary-cross-entropy"])
    model, arrays = {"name": name, "inputSize": inputs, "timeSteps": steps}, {}
    if name == "transformer":
        heads = r.randint(1, 3)
        last, f = heads * r.randint(1, 3), r.randint(1, 9)
        model |= {"width": last, "heads": heads, "feedforward": f, "outputs": outputs}
        arrays |= {"embed.weight": rand(g, inputs, last), "embed.bias": rand(g, last), "position.weight": rand(g, steps, last)}
        for part in ("query", "key", "value", "output"):
            arrays |= {f"attention.{part}.weight": rand(g, last, last), f"attention.{part}.bias": rand(g, last)}
        arrays |= {"feedforward1.weight": rand(g, last, f), "feedforward1.bias": rand(g, f), "feedforward2.weight": rand(g, f, last),
                   "feedforward2.bias": rand(g, last)}
        for k in (1, 2, 3):
            arrays |= {f"norm{k}.gain": 1 + rand(g, last, scale=0.1), f"norm{k}.bias": rand(g, last, scale=0.1)}
    else:
        last = r.randint(1, 7)
        model |= {"hiddenSize": last, "outputs": outputs}
        for gate in {"rnn": "h", "lstm": "ifgo", "gru": "rzn"}[name]:
            arrays |= {f"{name}.input.{gate}": rand(g, inputs, last), f"{name}.recurrent.{gate}": rand(g, last, last),
                       f"{name}.bias.{gate}": rand(g, last)}
        if name == "gru":
            arrays["gru.recurrentBias.n"] = rand(g, last)
    arrays |= {"dense1.weight": rand(g, last, outputs), "dense1.bias": rand(g, outputs)}
    return model, arrays, (steps, inputs), loss, outputs


MODELS = {"linear": dense, "logistic": dense, "softmax": dense, "mlp": dense, "cnn": cnn, "rnn": series, "lstm": series, "gru": series,
          "transformer": series}


def targets(loss, rows, outputs):
    if loss == "cross-entropy":
        return torch.randint(0, outputs, (rows,), generator=g)
    if loss == "binary-cross-entropy":
        return (torch.rand(rows, outputs, generator=g) > 0.5).double()
    return rand(g, rows, outputs, scale=1)


def batches(rows, steps):
    kind = r.randrange(4)
    if kind == 0:
        return "full"
    if kind == 1:  # epochs, the last batch of each smaller
        size, listed = r.randint(1, rows), []
        while len(listed) < steps:
            order = torch.randperm(rows, generator=g).tolist()
            listed += [order[i:i + size] for i in range(0, rows, size)]
        return listed[:steps]
    size = r.randint(1, rows)
    if kind == 2:
        return [torch.randperm(rows, generator=g)[:size].tolist() for _ in range(steps)]
    return [[r.randrange(rows) for _ in range(r.randint(1, rows))] for _ in range(steps)]  # rows may come twice


def models(count):
    made = 0
    while made < count:
        kind, name = list(MODELS)[made % len(MODELS)], list(OPTIMIZERS)[made % len(OPTIMIZERS)]
        if kind == "transformer" and name in ("lion", "rprop"):
            name = "adamw"  # the gradient of the keys' bias is 0 but for rounding, and these rules take its sign
        model, arrays, shape, loss, outputs = MODELS[kind](kind)
        rows, steps = r.randint(1, 14), r.choice([1, 5, 20, 30])
        x, y = rand(g, rows, *shape, scale=1), targets(loss, rows, outputs)
        arguments = (optimizer(name), steps, batches(rows, steps), r.choice([0.0, 0.0, 0.02]), r.choice([0.0, 0.0, 0.1]), schedule(steps), clip())
        title = f"random-{seed}-{made:03d}-{kind}-{name}"
        nudged = lambda nudge: {key: value * nudge[i % len(nudge)] for i, (key, value) in enumerate(arrays.items())}
        settled = min(model_case(scratch, title, model, loss, x, y, arrays, *arguments)[:steps]) < 1e-10  # what is left is rounding
        if not settled and calm(lambda nudge: model_case(scratch, title, model, loss, x, y, nudged(nudge), *arguments)):
            model_case(out, title, model, loss, x, y, arrays, *arguments)
            made += 1


surfaces(int(sys.argv[3]))
models(int(sys.argv[4]))
