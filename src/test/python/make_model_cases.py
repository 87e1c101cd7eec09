"""Writes further conformance cases of models, computed by PyTorch in float64, in the format of the recorded ones.

Usage: python3 make_model_cases.py OUTPUT_DIRECTORY
"""
import json
import math
import sys
from pathlib import Path

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
out = Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
ACTIVATIONS = {"identity": lambda z: z, "relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "gelu": F.gelu}
LOSSES = {"mse": F.mse_loss, "mae": F.l1_loss, "huber": lambda o, y: F.huber_loss(o, y, delta=1.0),
          "binary-cross-entropy": F.binary_cross_entropy_with_logits, "cross-entropy": F.cross_entropy}


def rand(generator, *shape, scale=0.5):
    return torch.randn(*shape, generator=generator) * scale


def dense_arrays(generator, sizes):
    arrays = {}
    for i, (a, b) in enumerate(zip(sizes, sizes[1:]), 1):
        arrays[f"dense{i}.weight"] = rand(generator, a, b)
        arrays[f"dense{i}.bias"] = rand(generator, b, scale=0.1)
    return arrays


def mlp(model, p, x):
    for i, activation in enumerate(model["activations"], 1):
        x = ACTIVATIONS[activation](x @ p[f"dense{i}.weight"] + p[f"dense{i}.bias"])
    return x


def cnn(model, p, x):
    for i, _ in enumerate(model["convolutions"], 1):
        x = F.max_pool2d(torch.relu(F.conv2d(x, p[f"conv{i}.weight"], p[f"conv{i}.bias"])), model["pool"])
    return x.flatten(1) @ p["dense1.weight"] + p["dense1.bias"]


def recurrent(model, p, x):
    kind, h = model["name"], torch.zeros(x.shape[0], model["hiddenSize"])
    c = torch.zeros_like(h)

    def gate(name, z, recur=True):
        v = z @ p[f"{kind}.input.{name}"] + p[f"{kind}.bias.{name}"]
        return v + h @ p[f"{kind}.recurrent.{name}"] if recur else v

    for t in range(x.shape[1]):
        z = x[:, t]
        if kind == "rnn":
            h = torch.tanh(gate("h", z))
        elif kind == "lstm":
            i, f, g, o = torch.sigmoid(gate("i", z)), torch.sigmoid(gate("f", z)), torch.tanh(gate("g", z)), torch.sigmoid(gate("o", z))
            c = f * c + i * g
            h = o * torch.tanh(c)
        else:
            r, u = torch.sigmoid(gate("r", z)), torch.sigmoid(gate("z", z))
            n = torch.tanh(gate("n", z, False) + r * (h @ p["gru.recurrent.n"] + p["gru.recurrentBias.n"]))
            h = (1 - u) * n + u * h
    return h @ p["dense1.weight"] + p["dense1.bias"]


def transformer(model, p, x):
    width, heads = model["width"], model["heads"]
    h = x @ p["embed.weight"] + p["embed.bias"] + p["position.weight"]

    def norm(k, v):
        return F.layer_norm(v, (width,), p[f"norm{k}.gain"], p[f"norm{k}.bias"], 1e-5)

    def project(name, v):
        return v @ p[f"attention.{name}.weight"] + p[f"attention.{name}.bias"]

    def split(v):
        return v.view(v.shape[0], v.shape[1], heads, width // heads).transpose(1, 2)

    n = norm(1, h)
    q, k, v = (split(project(name, n)) for name in ("query", "key", "value"))
    a = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(width / heads), -1) @ v
    h = h + project("output", a.transpose(1, 2).reshape(h.shape))
    n = norm(2, h)
    h = h + F.gelu(n @ p["feedforward1.weight"] + p["feedforward1.bias"]) @ p["feedforward2.weight"] + p["feedforward2.bias"]
    return norm(3, h).mean(1) @ p["dense1.weight"] + p["dense1.bias"]


FORWARD = {"linear": mlp, "logistic": mlp, "softmax": mlp, "mlp": mlp, "cnn": cnn, "rnn": recurrent, "lstm": recurrent,
           "gru": recurrent, "transformer": transformer}


def optimizer_of(spec, parameters):
    o = dict(spec)
    name, lr, decay = o.pop("name"), o.pop("learningRate"), o.pop("weightDecay", 0)
    if name == "sgd":
        return torch.optim.SGD(parameters, lr, weight_decay=decay, **o)
    if name == "adam":
        return torch.optim.Adam(parameters, lr, (o.get("beta1", 0.9), o.get("beta2", 0.999)), o.get("epsilon", 1e-8), decay,
                                o.get("amsgrad", False))
    if name == "rmsprop":
        return torch.optim.RMSprop(parameters, lr, o.get("alpha", 0.99), o.get("epsilon", 1e-8), decay, o.get("momentum", 0),
                                   o.get("centered", False))
    if name == "adamw":
        return torch.optim.AdamW(parameters, lr, weight_decay=decay or 0.01)
    raise SystemExit(name)


def schedule_of(spec, optimizer):
    s, lr = torch.optim.lr_scheduler, spec["name"]
    if lr == "cosine-restarts":
        return s.CosineAnnealingWarmRestarts(optimizer, spec["period"], spec["multiplier"], spec["minimum"])
    if lr == "linear-warmup":
        return s.LinearLR(optimizer, spec["startFactor"], 1.0, spec["steps"])
    if lr == "polynomial":
        return s.PolynomialLR(optimizer, spec["steps"], spec["power"])
    if lr == "exponential":
        return s.ExponentialLR(optimizer, spec["gamma"])
    raise SystemExit(lr)


def case(name, model, loss, x, y, arrays, optimizer, steps, batches="full", l1=0.0, l2=0.0, schedule=None, clip=None):
    p = {k: v.clone().requires_grad_() for k, v in arrays.items()}
    opt = optimizer_of(optimizer, list(p.values()))
    sched = schedule_of(schedule, opt) if schedule else None
    losses = []
    for t in range(steps):
        rows = torch.arange(len(x)) if batches == "full" else torch.tensor(batches[t])
        opt.zero_grad()
        data = LOSSES[loss](FORWARD[model["name"]](model, p, x[rows]), y[rows])
        losses.append(data.item())
        weights = [v for k, v in p.items() if k.endswith("weight")]
        (data + sum(l1 * w.abs().sum() + l2 / 2 * (w ** 2).sum() for w in weights)).backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(p.values(), clip)
        opt.step()
        if sched:
            sched.step()
    result = {"case": name, "kind": "model", "model": model, "loss": loss, "x": x.tolist(), "y": y.tolist(),
              "initial": {k: v.tolist() for k, v in arrays.items()}, "batches": batches, "optimizer": optimizer, "steps": steps,
              "l1": l1, "l2": l2, "source": f"PyTorch {torch.__version__}, float64", "tolerance": 1e-7,
              "expect": {"loss": losses, "final": {k: v.detach().tolist() for k, v in p.items()},
                         "output": FORWARD[model["name"]](model, p, x[:4]).detach().tolist()}}
    if schedule:
        result["schedule"] = schedule
    if clip:
        result["clipNorm"] = clip
    (out / f"{name}.json").write_text(json.dumps(result))


g = torch.Generator().manual_seed(20)
x3, y1 = rand(g, 20, 3, scale=1), rand(g, 20, 1, scale=1)
y2, classes4 = rand(g, 20, 2, scale=1), torch.randint(0, 4, (20,), generator=g)
yes = (torch.rand(20, 1, generator=g) > 0.5).double()
mini = [torch.randperm(20, generator=g)[:6].tolist() for _ in range(40)]
adam = {"name": "adam", "learningRate": 0.02}

case("model-mlp-gelu-huber-two-outputs", {"name": "mlp", "layers": [3, 7, 5, 2], "activations": ["gelu", "sigmoid", "identity"]}, "huber",
     x3, y2, dense_arrays(g, [3, 7, 5, 2]), adam, 30)
case("model-mlp-clip-decay", {"name": "mlp", "layers": [3, 6, 4], "activations": ["tanh", "identity"]}, "cross-entropy", x3, classes4,
     dense_arrays(g, [3, 6, 4]), {"name": "sgd", "learningRate": 0.1, "momentum": 0.8, "nesterov": True, "weightDecay": 0.03}, 40, mini,
     clip=0.3)
case("model-logistic-elastic-rmsprop", {"name": "logistic", "layers": [3, 1], "activations": ["identity"]}, "binary-cross-entropy", x3,
     yes, dense_arrays(g, [3, 1]), {"name": "rmsprop", "learningRate": 0.01, "alpha": 0.95, "momentum": 0.5, "centered": True}, 30, mini,
     l1=0.01, l2=0.05)
case("model-mlp-warmup-adamw", {"name": "mlp", "layers": [3, 8, 1], "activations": ["relu", "identity"]}, "mse", x3, y1,
     dense_arrays(g, [3, 8, 1]), {"name": "adamw", "learningRate": 0.05, "weightDecay": 0.1}, 30,
     schedule={"name": "linear-warmup", "startFactor": 0.1, "steps": 12})
case("model-linear-restarts", {"name": "linear", "layers": [3, 2], "activations": ["identity"]}, "mse", x3, y2, dense_arrays(g, [3, 2]),
     {"name": "sgd", "learningRate": 0.1}, 40, schedule={"name": "cosine-restarts", "period": 7, "multiplier": 2, "minimum": 0.001})
case("model-softmax-polynomial", {"name": "softmax", "layers": [3, 4], "activations": ["identity"]}, "cross-entropy", x3, classes4,
     dense_arrays(g, [3, 4]), {"name": "adam", "learningRate": 0.1, "amsgrad": True, "weightDecay": 0.02}, 30,
     schedule={"name": "polynomial", "steps": 20, "power": 2.0})

images, labels = rand(g, 9, 2, 12, 11, scale=1), torch.randint(0, 3, (9,), generator=g)
filters = {"conv1.weight": rand(g, 4, 2, 3, 3), "conv1.bias": rand(g, 4), "conv2.weight": rand(g, 5, 4, 2, 2), "conv2.bias": rand(g, 5),
           "dense1.weight": rand(g, 5 * 2 * 1, 3), "dense1.bias": rand(g, 3)}
case("model-cnn-two-convolutions", {"name": "cnn", "inputShape": [2, 12, 11], "convolutions": [{"filters": 4, "kernel": 3},
     {"filters": 5, "kernel": 2}], "pool": 2, "classes": 3}, "cross-entropy", images, labels, filters, adam, 15,
     [torch.randperm(9, generator=g)[:4].tolist() for _ in range(15)])

series, target = rand(g, 10, 7, 3, scale=1), rand(g, 10, 2, scale=1)
for kind, gates in (("rnn", "h"), ("lstm", "ifgo"), ("gru", "rzn")):
    arrays = {}
    for gate in gates:
        arrays[f"{kind}.input.{gate}"], arrays[f"{kind}.recurrent.{gate}"] = rand(g, 3, 5), rand(g, 5, 5)
        arrays[f"{kind}.bias.{gate}"] = rand(g, 5)
    if kind == "gru":
        arrays["gru.recurrentBias.n"] = rand(g, 5)
    arrays |= {"dense1.weight": rand(g, 5, 2), "dense1.bias": rand(g, 2)}
    case(f"model-{kind}-two-outputs-minibatch", {"name": kind, "inputSize": 3, "timeSteps": 7, "hiddenSize": 5, "outputs": 2}, "mse", series,
         target, arrays, {"name": "rmsprop", "learningRate": 0.01}, 20, [torch.randperm(10, generator=g)[:4].tolist() for _ in range(20)],
         clip=1.0)

w, f = 6, 10
arrays = {"embed.weight": rand(g, 3, w), "embed.bias": rand(g, w), "position.weight": rand(g, 7, w)}
for part in ("query", "key", "value", "output"):
    arrays |= {f"attention.{part}.weight": rand(g, w, w), f"attention.{part}.bias": rand(g, w)}
arrays |= {"feedforward1.weight": rand(g, w, f), "feedforward1.bias": rand(g, f), "feedforward2.weight": rand(g, f, w),
           "feedforward2.bias": rand(g, w), "dense1.weight": rand(g, w, 2), "dense1.bias": rand(g, 2)}
for k in (1, 2, 3):
    arrays |= {f"norm{k}.gain": 1 + rand(g, w, scale=0.1), f"norm{k}.bias": rand(g, w, scale=0.1)}
case("model-transformer-three-heads", {"name": "transformer", "inputSize": 3, "timeSteps": 7, "width": w, "heads": 3, "feedforward": f,
     "outputs": 2}, "mae", series, target, arrays, {"name": "sgd", "learningRate": 0.02, "momentum": 0.9}, 20, l2=0.01)
