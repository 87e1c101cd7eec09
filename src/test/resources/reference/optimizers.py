# Trajectories of optimizers with unusual options: python3 optimizers.py > optimizers.json
# Those of PyTorch by torch.optim; the others by a second writing of the paper's algorithm, in plain Python with its own names.
import json, math, sys
import torch

STEPS, START = 60, [1.3, -0.8]


def loss(x, y):
    return (1 - x) ** 2 + 8 * (y - x * x) ** 2 + 0.3 * x * y


def gradient(p):
    x, y = p
    return [-2 * (1 - x) - 32 * x * (y - x * x) + 0.3 * y, 16 * (y - x * x) + 0.3 * x]


def by_torch(make):
    p = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = make([p])
    path = [p.tolist()]
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss(p[0], p[1]).backward()
        optimizer.step()
        path.append(p.tolist())
    return path


def by_hand(step):
    """step(t, theta, g, memory) -> new theta, for one parameter; memory is a dict that starts empty."""
    p, memories, path = list(START), [{}, {}], [list(START)]
    for t in range(1, STEPS + 1):
        g = gradient(p)
        p = [step(t, p[i], g[i], memories[i]) for i in range(2)]
        path.append(list(p))
    return path


def qhadam(lr, b1, b2, nu1, nu2, eps):
    def step(t, x, g, s):
        s["d"] = b1 * s.get("d", 0) + (1 - b1) * g
        s["s"] = b2 * s.get("s", 0) + (1 - b2) * g * g
        dh, sh = s["d"] / (1 - b1 ** t), s["s"] / (1 - b2 ** t)
        return x - lr * ((1 - nu1) * g + nu1 * dh) / (math.sqrt((1 - nu2) * g * g + nu2 * sh) + eps)
    return step


def adabelief(lr, b1, b2, eps):
    def step(t, x, g, s):
        s["m"] = b1 * s.get("m", 0) + (1 - b1) * g
        s["s"] = b2 * s.get("s", 0) + (1 - b2) * (g - s["m"]) ** 2 + eps
        return x - lr * s["m"] / (1 - b1 ** t) / (math.sqrt(s["s"] / (1 - b2 ** t)) + eps)
    return step


def adan(lr, b1, b2, b3, eps, wd):
    def step(t, x, g, s):
        if t == 1:
            s.update(m=g, v=0, n=g * g)
        else:
            diff = g - s["g"]
            s["m"] = (1 - b1) * s["m"] + b1 * g
            s["v"] = (1 - b2) * s["v"] + b2 * diff
            s["n"] = (1 - b3) * s["n"] + b3 * (g + (1 - b2) * diff) ** 2
        s["g"] = g
        rate = lr / (math.sqrt(s["n"]) + eps)
        return (x - rate * (s["m"] + (1 - b2) * s["v"])) / (1 + lr * wd)
    return step


def ademamix(lr, b1, b2, b3, alpha, warmup, eps, wd):
    def step(t, x, g, s):
        part = 1 if warmup == 0 else min(t / warmup, 1)
        a = part * alpha
        slow = b3
        if part < 1:
            slow = min(math.exp(math.log(b1) * math.log(b3) / ((1 - part) * math.log(b3) + part * math.log(b1))), b3)
        s["m1"] = b1 * s.get("m1", 0) + (1 - b1) * g
        s["m2"] = slow * s.get("m2", 0) + (1 - slow) * g
        s["nu"] = b2 * s.get("nu", 0) + (1 - b2) * g * g
        nu = s["nu"] / (1 - b2 ** t)
        return x - lr * ((s["m1"] / (1 - b1 ** t) + a * s["m2"]) / (math.sqrt(nu) + eps) + wd * x)
    return step


def adopt(lr, b1, b2, eps):
    def step(t, x, g, s):
        if t == 1:
            s.update(m=0, v=g * g)
            return x
        limit = (t - 1) ** 0.25
        s["m"] = b1 * s["m"] + (1 - b1) * max(-limit, min(limit, g / max(math.sqrt(s["v"]), eps)))
        s["v"] = b2 * s["v"] + (1 - b2) * g * g
        return x - lr * s["m"]
    return step


def schedule_free(lr, beta):
    def step(t, y, g, s):
        z = s.get("z", y) - lr * g
        x = (1 - 1 / t) * s.get("x", y) + z / t
        s.update(z=z, x=x)
        return (1 - beta) * z + beta * x
    return step


def lion(lr, b1, b2, wd):
    def step(t, x, g, s):
        m = s.get("m", 0)
        x = x * (1 - lr * wd)
        u = b1 * m + (1 - b1) * g
        s["m"] = b2 * m + (1 - b2) * g
        return x - lr * ((u > 0) - (u < 0))
    return step


def dgd(lr, decay):
    def step(t, x, g, s):
        s["v"] = s.get("v", 0) + g
        return x - lr * decay ** (t - 1) * s["v"]
    return step


O = torch.optim
cases = []


def torch_case(name, options, make):
    cases.append({"name": name, "options": options, "path": by_torch(make)})


def own_case(rule, values, step):
    cases.append({"rule": rule, "values": values, "path": by_hand(step)})


torch_case("sgd", {"learningRate": 0.01, "momentum": 0.8, "dampening": 0.3}, lambda p: O.SGD(p, lr=0.01, momentum=0.8, dampening=0.3))
torch_case("sgd", {"learningRate": 0.01, "dampening": 0.3}, lambda p: O.SGD(p, lr=0.01, dampening=0.3))
torch_case("sgd", {"learningRate": 0.01, "momentum": 0.7, "nesterov": True, "weightDecay": 0.1},
           lambda p: O.SGD(p, lr=0.01, momentum=0.7, nesterov=True, weight_decay=0.1))
torch_case("adagrad", {"learningRate": 0.2, "learningRateDecay": 0.03, "initialAccumulator": 0.4, "epsilon": 1e-3, "weightDecay": 0.05},
           lambda p: O.Adagrad(p, lr=0.2, lr_decay=0.03, initial_accumulator_value=0.4, eps=1e-3, weight_decay=0.05))
torch_case("rmsprop", {"learningRate": 0.02, "alpha": 0.8, "epsilon": 1e-3, "momentum": 0.5}, lambda p: O.RMSprop(p, lr=0.02, alpha=0.8, eps=1e-3, momentum=0.5))
torch_case("rmsprop", {"learningRate": 0.02, "alpha": 0.8, "epsilon": 1e-2, "centered": True, "weightDecay": 0.1},
           lambda p: O.RMSprop(p, lr=0.02, alpha=0.8, eps=1e-2, centered=True, weight_decay=0.1))
torch_case("adadelta", {"learningRate": 0.7, "rho": 0.8, "epsilon": 1e-3}, lambda p: O.Adadelta(p, lr=0.7, rho=0.8, eps=1e-3))
torch_case("adam", {"learningRate": 0.05, "beta1": 0.7, "beta2": 0.9, "epsilon": 1e-2, "weightDecay": 0.1},
           lambda p: O.Adam(p, lr=0.05, betas=(0.7, 0.9), eps=1e-2, weight_decay=0.1))
torch_case("adam", {"learningRate": 0.05, "beta1": 0.7, "beta2": 0.8, "epsilon": 1e-3, "amsgrad": True}, lambda p: O.Adam(p, lr=0.05, betas=(0.7, 0.8), eps=1e-3, amsgrad=True))
torch_case("adamw", {"learningRate": 0.05}, lambda p: O.AdamW(p, lr=0.05))
torch_case("adamw", {"learningRate": 0.05, "beta2": 0.8, "weightDecay": 0.3, "amsgrad": True},
           lambda p: O.AdamW(p, lr=0.05, betas=(0.9, 0.8), weight_decay=0.3, amsgrad=True))
torch_case("adamax", {"learningRate": 0.05, "beta1": 0.6, "beta2": 0.9, "epsilon": 1e-2}, lambda p: O.Adamax(p, lr=0.05, betas=(0.6, 0.9), eps=1e-2))
torch_case("nadam", {"learningRate": 0.05, "beta1": 0.8, "beta2": 0.9, "epsilon": 1e-3, "momentumDecay": 0.05, "weightDecay": 0.02},
           lambda p: O.NAdam(p, lr=0.05, betas=(0.8, 0.9), eps=1e-3, momentum_decay=0.05, weight_decay=0.02))
torch_case("radam", {"learningRate": 0.005, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-2}, lambda p: O.RAdam(p, lr=0.005, betas=(0.8, 0.95), eps=1e-2))
torch_case("radam", {"learningRate": 0.002, "beta2": 0.5}, lambda p: O.RAdam(p, lr=0.002, betas=(0.9, 0.5)))
torch_case("rprop", {"learningRate": 0.03, "etaMinus": 0.4, "etaPlus": 1.4, "stepMin": 1e-3, "stepMax": 0.1},
           lambda p: O.Rprop(p, lr=0.03, etas=(0.4, 1.4), step_sizes=(1e-3, 0.1)))
own_case("lion", {"learningRate": 0.02, "beta1": 0.8, "beta2": 0.95, "weightDecay": 0.2}, lion(0.02, 0.8, 0.95, 0.2))
own_case("dgd", {"learningRate": 0.01, "decay": 0.8}, dgd(0.01, 0.8))
own_case("qhadam", {"learningRate": 0.05, "beta1": 0.9, "beta2": 0.95, "nu1": 0.6, "nu2": 0.9}, qhadam(0.05, 0.9, 0.95, 0.6, 0.9, 1e-8))
own_case("adabelief", {"learningRate": 0.05, "beta2": 0.9, "epsilon": 1e-6}, adabelief(0.05, 0.9, 0.9, 1e-6))
own_case("adan", {"learningRate": 0.05, "weightDecay": 0.1}, adan(0.05, 0.02, 0.08, 0.01, 1e-8, 0.1))
own_case("ademamix", {"learningRate": 0.01, "beta3": 0.99, "alpha": 3, "weightDecay": 0.1}, ademamix(0.01, 0.9, 0.999, 0.99, 3, 0, 1e-8, 0.1))
own_case("ademamix", {"learningRate": 0.01, "beta3": 0.99, "alpha": 3, "warmup": 40}, ademamix(0.01, 0.9, 0.999, 0.99, 3, 40, 1e-8, 0))
own_case("adopt", {"learningRate": 0.05, "beta2": 0.99}, adopt(0.05, 0.9, 0.99, 1e-6))
own_case("adopt", {"learningRate": 0.6, "beta2": 0.5}, adopt(0.6, 0.9, 0.5, 1e-6))
own_case("schedule-free-sgd", {"learningRate": 0.03, "beta": 0.8}, schedule_free(0.03, 0.8))
json.dump({"source": "PyTorch " + torch.__version__ + " and optimizers.py, float64",
           "surface": "(1 - x)^2 + 8*(y - x^2)^2 + 0.3*x*y", "cases": cases}, sys.stdout)
