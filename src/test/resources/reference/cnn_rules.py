# Paths of rules that look at whole arrays on a small convolutional network: python3 cnn_rules.py > cnn_rules.json
# The network and its gradients are PyTorch's, in float64, all rows in each step; the rules are those of tensor_rules.py.
import json
import math
import torch
from torch.nn import functional as F
import tensor_rules as rules

torch.set_default_dtype(torch.float64)
STEPS, KEPT, ROWS = 200, [1, 10, 200], 8
# SOAP asks for eigenvectors, which must be determined: as many columns as rows, and no gradients that sum to zero over classes.
NETS = {"two": {"input": [2, 10, 10], "convolutions": [[3, 3], [4, 2]], "pool": 2, "outputs": 3, "loss": "cross-entropy"},
        "square": {"input": [1, 5, 5], "convolutions": [[4, 2]], "pool": 4, "outputs": 4, "loss": "mse"}}


def start(net):
    """Filters first, as PyTorch has them; a dense layer [outputs, inputs]."""
    shapes, channels, side = {}, net["input"][0], net["input"][1]
    for i, (filters, kernel) in enumerate(net["convolutions"], 1):
        shapes |= {f"conv{i}.weight": (filters, channels, kernel, kernel), f"conv{i}.bias": (filters,)}
        channels, side = filters, (side - kernel + 1) // net["pool"]
    shapes |= {"dense1.weight": (net["outputs"], channels * side * side), "dense1.bias": (net["outputs"],)}
    values, n = {}, 0
    for name, shape in shapes.items():
        size = math.prod(shape)
        values[name] = 0.5 * torch.sin(1.3 * torch.arange(n, n + size) + 0.2).reshape(shape).numpy()
        n += size
    return values


def data(net):
    size = math.prod(net["input"])
    x = 1.5 * torch.sin(torch.arange(ROWS * size) * torch.arange(ROWS * size) * 0.37 + 0.5).reshape(ROWS, *net["input"])
    if net["loss"] == "mse":
        return x, torch.cos(1.1 * torch.arange(ROWS * net["outputs"]) ** 2).reshape(ROWS, -1)
    return x, torch.arange(ROWS) % net["outputs"]


def outputs(net, p, x):
    for i, _ in enumerate(net["convolutions"], 1):
        x = F.max_pool2d(torch.relu(F.conv2d(x, p[f"conv{i}.weight"], p[f"conv{i}.bias"])), net["pool"])
    return x.flatten(1) @ p["dense1.weight"].T + p["dense1.bias"]


def loss(net, p, x, y):
    out = outputs(net, p, x)
    return F.cross_entropy(out, y) if net["loss"] == "cross-entropy" else F.mse_loss(out, y)


class Asked:
    """The network asked once more: its Gauss-Newton matrix in full, of the outputs' derivatives and of softmax's."""

    def __init__(self, net, params):
        self.net, self.params, (self.x, self.y) = net, {n: torch.tensor(p) for n, p in params.items()}, data(net)
        self.loss = self.loss_at(params)
        moves = torch.autograd.functional.jacobian(lambda *p: outputs(net, dict(zip(params, p)), self.x), tuple(self.params.values()))
        moves = torch.cat([one.reshape(ROWS, net["outputs"], -1) for one in moves], dim=2)
        p = torch.softmax(outputs(net, self.params, self.x), 1)
        self.matrix = torch.einsum("rki,rkl,rlj->ij", moves, torch.diag_embed(p) - p[:, :, None] * p[:, None, :], moves) / ROWS

    def loss_at(self, point):
        return loss(self.net, {n: torch.tensor(p) for n, p in point.items()}, self.x, self.y).item()

    def bent(self, v):
        made, at = self.matrix @ torch.cat([torch.tensor(one).flatten() for one in v.values()]), 0
        product = {}
        for name, one in v.items():
            product[name] = made[at:at + one.size].reshape(one.shape).numpy()
            at += one.size
        return product


def run(make, net):
    params, path, losses = start(net), {}, []
    x, y = data(net)
    step = make(params)
    for t in range(1, STEPS + 1):
        p = {name: torch.tensor(value).requires_grad_() for name, value in params.items()}
        now = loss(net, p, x, y)
        now.backward()
        losses.append(now.item())
        step(t, params, {name: value.grad.numpy() for name, value in p.items()})
        if t in KEPT:
            path[t] = {name: (value.T if name == "dense1.weight" else value).ravel().tolist() for name, value in params.items()}
    return {"path": path, "loss": [losses[0], losses[-1]]}


NAMES = {"lars", "lamb", "novograd", "cautious-adamw", "adam-mini", "adafactor", "muon", "muon-rms", "scion", "shampoo", "soap", "dion",
         "prodigy", "schedule-free-adamw", "mars-adamw"}


def first():
    seen = set()
    for rule, values, make in rules.CASES:
        if rule in NAMES and rule not in seen:
            seen.add(rule)
            yield rule, values, make
    # not so fast that the minimum is reached, where rounding says whether the loss was lowered
    yield "gauss-newton", {"learningRate": 0.05}, rules.gauss_newton(0.05, model=lambda t, params: Asked(NETS["two"], params))


print(json.dumps({"nets": NETS, "rows": ROWS, "cases": [
    {"rule": rule, "values": values, "net": "square" if rule == "soap" else "two", **run(make, NETS["square" if rule == "soap" else "two"])}
    for rule, values, make in first()]}))
