# Trainings with frozen arrays, rates of their own and averages of the weights: /usr/bin/python3 paces.py > paces.json
# By torch.optim's parameter groups, requires_grad and torch.optim.swa_utils.AveragedModel, in float64, full batch.
import json, math
import torch
from torch.optim.swa_utils import AveragedModel

STEPS, ROWS = 40, 8
torch.set_default_dtype(torch.float64)


def wave(count, step, shift):
    return [round(math.sin(step * i + shift), 6) for i in range(count)]


X = torch.tensor(wave(ROWS * 3, 0.7, 0.1)).reshape(ROWS, 3)
Y = torch.tensor(wave(ROWS, 1.3, 0.4)).reshape(ROWS, 1)
START = wave(21, 2.1, 0.3)


class Network(torch.nn.Module):
    """3-4-1 with tanh; weights [in][out] in one row: weight 1, bias 1, weight 2, bias 2."""
    def __init__(self):
        super().__init__()
        row = torch.tensor(START)
        self.w1 = torch.nn.Parameter(row[:12].reshape(3, 4).clone())
        self.b1 = torch.nn.Parameter(row[12:16].clone())
        self.w2 = torch.nn.Parameter(row[16:20].reshape(4, 1).clone())
        self.b2 = torch.nn.Parameter(row[20:].clone())

    def forward(self, x):
        return torch.tanh(x @ self.w1 + self.b1) @ self.w2 + self.b2

    def row(self):
        return torch.cat([p.detach().flatten() for p in (self.w1, self.b1, self.w2, self.b2)]).tolist()


def train(optimizer, frozen=(), factors=None, clip=None, average=None, every=None):
    """optimizer(groups, lr) with one group for each array; factors by array; every(step) tells when the mean takes the weights in."""
    net = Network()
    for name in frozen:
        getattr(net, name).requires_grad = False
    factors = factors or {}
    lr, make = optimizer
    groups = [{"params": [p], "lr": lr * factors.get(name, 1)} for name, p in net.named_parameters() if p.requires_grad]
    method = make(groups, lr)
    mean = AveragedModel(net, avg_fn=average) if every else None
    for step in range(1, STEPS + 1):
        method.zero_grad()
        ((net(X) - Y) ** 2).mean().backward()
        if clip:
            torch.nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], clip)
        method.step()
        if every and every(step):
            mean.update_parameters(net)
    result = {"row": net.row()}
    if every:
        result["mean"] = mean.module.row()
    return result


def ema(decay):
    return lambda mean, now, taken: decay * mean + (1 - decay) * now


O = torch.optim
SGD = (0.1, lambda g, lr: O.SGD(g, lr))
MOMENTUM = (0.05, lambda g, lr: O.SGD(g, lr, momentum=0.9))
ADAM = (0.01, lambda g, lr: O.Adam(g, lr))
ADAMW = (0.01, lambda g, lr: O.AdamW(g, lr, weight_decay=0.1))
RMSPROP = (0.01, lambda g, lr: O.RMSprop(g, lr))
print(json.dumps({"x": X.flatten().tolist(), "y": Y.flatten().tolist(), "start": START, "cases": {
    "sgd frozen": train(SGD, frozen=["w1", "b1"]),
    "sgd clipped frozen": train(SGD, frozen=["w1"], clip=0.05),
    "adam slowed": train(ADAM, factors={"w1": 0.1, "b1": 3}),
    "momentum slowed": train(MOMENTUM, factors={"w2": 0.25}),
    "adamw frozen and slowed": train(ADAMW, frozen=["w1"], factors={"b2": 0.5}),
    "rmsprop clipped slowed": train(RMSPROP, factors={"w1": 0.3}, clip=0.1),
    "adam ema": train(ADAM, average=ema(0.9), every=lambda step: True),
    "sgd swa": train(SGD, every=lambda step: step >= 11),
    "momentum swa by 5": train(MOMENTUM, every=lambda step: step >= 12 and (step - 12) % 5 == 0),
    "adamw frozen ema": train(ADAMW, frozen=["b1"], average=ema(0.8), every=lambda step: True),
}}))
