"""Conformance cases computed by PyTorch in float64: the models, surfaces, optimizers and schedules of the format, and how a case is written."""
import json
import math

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
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


def beale(x, y):
    return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2


def rastrigin(x, y):
    return 20 + x ** 2 - 10 * torch.cos(2 * math.pi * x) + y ** 2 - 10 * torch.cos(2 * math.pi * y)


def ackley(x, y):
    return (-20 * torch.exp(-0.2 * torch.sqrt((x ** 2 + y ** 2) / 2))
            - torch.exp((torch.cos(2 * math.pi * x) + torch.cos(2 * math.pi * y)) / 2) + math.e + 20)


SURFACES = {"quadratic": lambda x, y: x ** 2 + 10 * y ** 2,
            "rosenbrock": lambda x, y: (1 - x) ** 2 + 100 * (y - x ** 2) ** 2,
            "beale": beale,
            "himmelblau": lambda x, y: (x ** 2 + y - 11) ** 2 + (x + y ** 2 - 7) ** 2,
            "booth": lambda x, y: (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
            "three-hump-camel": lambda x, y: 2 * x ** 2 - 1.05 * x ** 4 + x ** 6 / 6 + x * y + y ** 2,
            "saddle": lambda x, y: x ** 2 - y ** 2,
            "rastrigin": rastrigin,
            "ackley": ackley}


class Lion(torch.optim.Optimizer):
    """Chen et al. 2023, Algorithm 2; the decay comes first."""

    def __init__(self, params, lr, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for p in group["params"]:
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                p.mul_(1 - group["lr"] * group["weight_decay"])
                p.sub_(group["lr"] * torch.sign(beta1 * m + (1 - beta1) * p.grad))
                m.mul_(beta2).add_((1 - beta2) * p.grad)


NAMES = {"weightDecay": "weight_decay", "epsilon": "eps", "learningRateDecay": "lr_decay", "initialAccumulator": "initial_accumulator_value",
         "momentumDecay": "momentum_decay"}
KINDS = {"sgd": torch.optim.SGD, "adagrad": torch.optim.Adagrad, "rmsprop": torch.optim.RMSprop, "adadelta": torch.optim.Adadelta,
         "adam": torch.optim.Adam, "adamw": torch.optim.AdamW, "adamax": torch.optim.Adamax, "nadam": torch.optim.NAdam,
         "radam": torch.optim.RAdam, "rprop": torch.optim.Rprop, "lion": Lion}
PAIRS = {"betas": (("beta1", 0.9), ("beta2", 0.999)), "etas": (("etaMinus", 0.5), ("etaPlus", 1.2)),
         "step_sizes": (("stepMin", 1e-6), ("stepMax", 50))}


def optimizer_of(spec, parameters):
    o = {k: v for k, v in spec.items() if k not in ("name", "learningRate")}
    arguments = {"lr": spec["learningRate"]} if "learningRate" in spec else {}
    for argument, parts in PAIRS.items():
        if any(key in o for key, _ in parts):
            defaults = [0.99 if spec["name"] == "lion" and key == "beta2" else value for key, value in parts]
            arguments[argument] = tuple(o.pop(key, value) for (key, _), value in zip(parts, defaults))
    arguments |= {NAMES.get(k, k): v for k, v in o.items()}
    return KINDS[spec["name"]](parameters, **arguments)


def schedule_of(spec, optimizer):
    s, name = torch.optim.lr_scheduler, spec["name"]
    if name == "exponential":
        return s.ExponentialLR(optimizer, spec["gamma"])
    if name == "step":
        return s.StepLR(optimizer, spec["stepSize"], spec["gamma"])
    if name == "cosine":
        return s.CosineAnnealingLR(optimizer, spec["period"], spec["minimum"])
    if name == "cosine-restarts":
        return s.CosineAnnealingWarmRestarts(optimizer, spec["period"], spec["multiplier"], spec["minimum"])
    if name == "linear-warmup":
        return s.LinearLR(optimizer, spec["startFactor"], 1.0, spec["steps"])
    if name == "polynomial":
        return s.PolynomialLR(optimizer, spec["steps"], spec["power"])
    raise SystemExit(name)


def trained(parameters, loss_of, optimizer, steps, schedule, clip, penalty=lambda: 0):
    """Losses of each step before its update."""
    opt = optimizer_of(optimizer, parameters)
    sched = schedule_of(schedule, opt) if schedule else None
    losses = []
    for t in range(steps):
        opt.zero_grad()
        data = loss_of(t)
        losses.append(data.item())
        (data + penalty()).backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(parameters, clip)
        opt.step()
        if sched:
            sched.step()
        yield losses


def written(out, name, fields, schedule, clip):
    result = {"case": name, **fields, "source": f"PyTorch {torch.__version__}, float64"}
    if schedule:
        result["schedule"] = schedule
    if clip:
        result["clipNorm"] = clip
    (out / f"{name}.json").write_text(json.dumps(result))


def surface_case(out, name, surface, start, optimizer, steps, schedule=None, clip=None, tolerance=1e-8):
    f = SURFACES[surface]
    p = [torch.tensor(float(v), requires_grad=True) for v in start]
    points, losses = [[v.item() for v in p]], []
    for losses in trained(p, lambda t: f(*p), optimizer, steps, schedule, clip):
        points.append([v.item() for v in p])
    fields = {"kind": "surface", "surface": surface, "start": start, "optimizer": optimizer, "steps": steps, "tolerance": tolerance,
              "expect": {"loss": losses + [f(*p).item()], "parameters": points}}
    written(out, name, fields, schedule, clip)
    return points


def model_case(out, name, model, loss, x, y, arrays, optimizer, steps, batches="full", l1=0.0, l2=0.0, schedule=None, clip=None,
               tolerance=1e-7):
    p = {k: v.clone().requires_grad_() for k, v in arrays.items()}
    weights = [v for k, v in p.items() if k.endswith("weight")]

    def loss_of(t):
        rows = torch.arange(len(x)) if batches == "full" else torch.tensor(batches[t])
        return LOSSES[loss](FORWARD[model["name"]](model, p, x[rows]), y[rows])

    def penalty():
        return sum(l1 * w.abs().sum() + l2 / 2 * (w ** 2).sum() for w in weights)

    losses = []
    for losses in trained(list(p.values()), loss_of, optimizer, steps, schedule, clip, penalty):
        pass
    fields = {"kind": "model", "model": model, "loss": loss, "x": x.tolist(), "y": y.tolist(),
              "initial": {k: v.tolist() for k, v in arrays.items()}, "batches": batches, "optimizer": optimizer, "steps": steps,
              "l1": l1, "l2": l2, "tolerance": tolerance,
              "expect": {"loss": losses, "final": {k: v.detach().tolist() for k, v in p.items()},
                         "output": FORWARD[model["name"]](model, p, x[:4]).detach().tolist()}}
    written(out, name, fields, schedule, clip)
    return losses + [value for v in p.values() for value in v.detach().flatten().tolist()]
