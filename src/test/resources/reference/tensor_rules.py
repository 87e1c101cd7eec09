# Paths of optimizers that look at whole arrays: python3 tensor_rules.py > tensor_rules.json
# A second writing of each paper's algorithm (or of the authors' code, where the note says so), array by array, in NumPy.
import json
import math
import numpy as np

STEPS, KEPT = 200, [1, 2, 3, 10, 50, 200]
SHAPES = {"weight": (5, 3), "bias": (5,), "kernel": (3, 2, 2, 2), "wide": (2, 6)}
# Where a rule asks for eigenvectors of g·gᵀ they must be determined: as many columns as rows, and gradients in all directions.
SQUARE = {"weight": (5, 5), "bias": (5,), "kernel": (4, 1, 2, 2)}


def start(shapes):
    values, n = {}, 0
    for name, shape in shapes.items():
        size = int(np.prod(shape))
        values[name] = np.sin(1.3 * np.arange(n, n + size) + 0.2).reshape(shape)
        n += size
    return values


def gradients(params, t, square):
    """Of no loss in particular: curved, noisy, and each element's depends on its whole array. With more noise where matrices are square."""
    g, n = {}, 0
    for name, p in params.items():
        i = np.arange(n, n + p.size).reshape(p.shape)
        c, s = 0.2 + (i % 7) / 5, np.cos(0.9 * i)
        g[name] = c * (p - s) + 0.2 * np.sin(3 * p + t) + 0.05 * p.mean()
        if square:
            g[name] = g[name] + 0.5 * np.sin((1.7 + 0.37 * i) * t + 0.11 * i * i)
        n += p.size
    return g


def run(make, square, still, until=STEPS):
    """Where it is still, the gradients are those of one loss: its minimum is found, and noise does not decide where a way leads."""
    params = start(SQUARE if square else SHAPES)
    step = make(params)
    path = {}
    for t in range(1, until + 1):
        step(t, params, gradients(params, 1 if still else t, square))
        if t in KEPT:
            path[t] = {name: p.ravel().tolist() for name, p in params.items()}
    return path


def each(step):
    """A rule that knows one array at a time: step(t, p, g, memory) -> new p."""
    def make(params):
        memory = {name: {} for name in params}

        def all_arrays(t, params, g):
            for name in params:
                params[name] = step(t, params[name], g[name], memory[name])
        return all_arrays
    return make


def moments(s, g, b1, b2):
    s["m"] = b1 * s.get("m", 0 * g) + (1 - b1) * g
    s["v"] = b2 * s.get("v", 0 * g) + (1 - b2) * g * g


def adam_direction(s, t, b1, b2, eps):
    return (s["m"] / (1 - b1 ** t)) / (np.sqrt(s["v"] / (1 - b2 ** t)) + eps)


def l2(x):
    return math.sqrt(float((x * x).sum()))


def lars(lr=1.0, mu=0.9, wd=0.0, trust=0.001):
    def step(t, p, g, s):
        local = 1.0
        decay = wd if p.ndim > 1 else 0.0
        if p.ndim > 1 and l2(p) > 0 and l2(g) > 0:
            local = trust * l2(p) / (l2(g) + wd * l2(p))
        s["v"] = mu * s.get("v", 0 * g) + lr * local * (g + decay * p)
        return p - s["v"]
    return each(step)


def lamb(lr=0.01, b1=0.9, b2=0.999, eps=1e-6, wd=0.0):
    def step(t, p, g, s):
        moments(s, g, b1, b2)
        r = adam_direction(s, t, b1, b2, eps) + wd * p
        ratio = l2(p) / l2(r) if l2(p) > 0 and l2(r) > 0 else 1.0
        return p - lr * ratio * r
    return each(step)


def novograd(lr=0.01, b1=0.95, b2=0.98, eps=1e-8, wd=0.0):
    def step(t, p, g, s):
        square = float((g * g).sum())
        s["v"] = square if t == 1 else b2 * s["v"] + (1 - b2) * square
        s["m"] = b1 * s.get("m", 0 * g) + g / (math.sqrt(s["v"]) + eps) + wd * p
        return p - lr * s["m"]
    return each(step)


def cautious(lr=0.001, b1=0.9, b2=0.999, eps=1e-8, wd=0.0):
    def step(t, p, g, s):
        moments(s, g, b1, b2)
        u = adam_direction(s, t, b1, b2, eps)
        mask = (u * g > 0).astype(float)
        q = p - lr * u * (mask / max(mask.mean(), 1e-3))
        return q - lr * wd * q
    return each(step)


def grams(lr=0.001, b1=0.9, b2=0.999, eps=1e-8, wd=0.0):
    def step(t, p, g, s):
        moments(s, g, b1, b2)
        return p - lr * np.sign(g) * np.abs(adam_direction(s, t, b1, b2, eps)) - lr * wd * p
    return each(step)


def mars(lr=0.003, b1=0.95, b2=0.99, eps=1e-8, wd=0.0, gamma=0.025):
    def step(t, p, g, s):
        c = g + gamma * (b1 / (1 - b1)) * (g - s.get("last", g))
        norm = l2(c)
        if norm > 1:
            c = c / norm
        s["last"] = g
        moments(s, c, b1, b2)
        return p - lr * (adam_direction(s, t, b1, b2, eps) + wd * p)
    return each(step)


def adam_mini(lr=0.001, b1=0.9, b2=0.999, eps=1e-8, wd=0.0):
    def step(t, p, g, s):
        block = (g * g).reshape(p.shape[0], -1).mean(axis=1) if p.ndim > 1 else np.array([(g * g).mean()])
        s["m"] = b1 * s.get("m", 0 * g) + (1 - b1) * g
        s["v"] = b2 * s.get("v", 0) + (1 - b2) * block
        root = np.sqrt(s["v"] / (1 - b2 ** t)) + eps
        if p.ndim > 1:
            root = root.reshape((-1,) + (1,) * (p.ndim - 1))
        return p * (1 - lr * wd) - lr * (s["m"] / (1 - b1 ** t)) / root
    return each(step)


def adafactor(most=0.01, decay=0.8, e1=1e-30, e2=1e-3, clip=1.0):
    def step(t, p, g, s):
        b = 1 - t ** -decay
        shape, flat = p.shape, g.reshape(p.shape[0], -1)
        square = flat * flat + e1
        if p.ndim > 1:
            s["r"] = b * s.get("r", 0) + (1 - b) * square.sum(axis=1)
            s["c"] = b * s.get("c", 0) + (1 - b) * square.sum(axis=0)
            v = np.outer(s["r"], s["c"]) / s["r"].sum()
        else:
            s["v"] = b * s.get("v", 0) + (1 - b) * square
            v = s["v"]
        u = flat / np.sqrt(v)
        u = u / max(1.0, math.sqrt(float((u * u).mean())) / clip)
        alpha = max(e2, math.sqrt(float((p * p).mean()))) * min(most, 1 / math.sqrt(t))
        return p - alpha * u.reshape(shape)
    return each(step)


def newton_schulz(x):
    x = x / (l2(x) + 1e-7)
    for _ in range(5):
        a = x @ x.T
        b = -4.7750 * a + 2.0315 * a @ a
        x = 3.4445 * x + b @ x
    return x


def muon(scale, lr=0.02, mu=0.95, wd=0.0, other=0.05, b1=0.9, b2=0.999, eps=1e-8):
    def step(t, p, g, s):
        p = p * (1 - lr * wd)
        if p.ndim < 2:
            moments(s, g, b1, b2)
            return p - other * lr * adam_direction(s, t, b1, b2, eps)
        s["b"] = mu * s.get("b", 0 * g) + g
        u = (g + mu * s["b"]).reshape(p.shape[0], -1)
        # the smaller side first, as the authors' code does; it is the same matrix
        o = newton_schulz(u.T).T if u.shape[0] > u.shape[1] else newton_schulz(u)
        return p - lr * scale(*u.shape) * o.reshape(p.shape)
    return each(step)


def scion(lr=0.01, alpha=0.1):
    def step(t, p, g, s):
        s["d"] = (1 - alpha) * s.get("d", 0 * g) + alpha * g
        if p.ndim < 2:
            return p - lr * s["d"] / (math.sqrt(float((s["d"] ** 2).mean())) + 1e-8)
        d = s["d"].reshape(p.shape[0], -1)
        return p - lr * math.sqrt(d.shape[0] / d.shape[1]) * newton_schulz(d).reshape(p.shape)
    return each(step)


def yogi(lr=0.01, b1=0.9, b2=0.999, eps=1e-3):
    def step(t, p, g, s):
        s["m"] = b1 * s.get("m", 0 * g) + (1 - b1) * g
        v = s.get("v", 0 * g + 1e-6)
        s["v"] = v - (1 - b2) * np.sign(v - g * g) * g * g
        return p - lr * s["m"] / (np.sqrt(s["v"]) + eps)
    return each(step)


def diffgrad(lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    def step(t, p, g, s):
        moments(s, g, b1, b2)
        friction = 1 / (1 + np.exp(-np.abs(s.get("last", 0 * g) - g)))
        s["last"] = g
        return p - lr * friction * adam_direction(s, t, b1, b2, eps)
    return each(step)


def lookahead(lr=0.001, b1=0.9, b2=0.999, eps=1e-8, alpha=0.5, k=5):
    def step(t, p, g, s):
        s.setdefault("slow", p)
        moments(s, g, b1, b2)
        p = p - lr * adam_direction(s, t, b1, b2, eps)
        if t % k == 0:
            s["slow"] = s["slow"] + alpha * (p - s["slow"])
            p = s["slow"]
        return p
    return each(step)


def schedule_free_adamw(lr=0.0025, b1=0.9, b2=0.999, eps=1e-8, wd=0.0):
    total = {}

    def step(t, p, g, s):
        s.setdefault("z", p), s.setdefault("x", p)
        s["v"] = b2 * s.get("v", 0 * g) + (1 - b2) * g * g
        rate = lr * math.sqrt(1 - b2 ** t)
        total[t] = total.get(t - 1, 0) + rate ** 2
        c = rate ** 2 / total[t]
        s["z"] = s["z"] - rate * (g / (np.sqrt(s["v"]) + eps) + wd * p)
        s["x"] = (1 - c) * s["x"] + c * s["z"]
        return (1 - b1) * s["z"] + b1 * s["x"]
    return each(step)


def row(arrays):
    return np.concatenate([a.ravel() for a in arrays.values()])


def of_all(step):
    """A rule for all parameters as one vector: step(t, x, g, memory) -> new x."""
    def make(params):
        memory = {}

        def all_arrays(t, params, g):
            x, at = step(t, row(params), row(g), memory), 0
            for name, p in params.items():
                params[name] = x[at:at + p.size].reshape(p.shape)
                at += p.size
        return all_arrays
    return make


def dog(lr=1.0, eps=1e-8, first=1e-6):
    def step(t, x, g, s):
        s.setdefault("x0", x)
        moved = l2(x - s["x0"])
        s["far"] = first * (1 + l2(s["x0"])) if t == 1 else max(s["far"], moved)
        s["sum"] = s.get("sum", 0) + float(g @ g)
        return x - lr * s["far"] / math.sqrt(s["sum"] + eps) * g
    return of_all(step)


def d_adapt_adam(lr=1.0, b1=0.9, b2=0.999, eps=1e-8, d0=1e-6):
    def step(t, x, g, s):
        d, root = s.get("d", d0), math.sqrt(b2)
        s["m"] = b1 * s.get("m", 0 * g) + (1 - b1) * d * lr * g
        s["v"] = b2 * s.get("v", 0 * g) + (1 - b2) * g * g
        denominator = np.sqrt(s["v"]) + eps
        before = s.get("s", 0 * g)
        s["r"] = root * s.get("r", 0) + (1 - root) * d * lr * float(g @ (before / denominator))
        s["s"] = root * before + (1 - root) * d * lr * g
        bound = s["r"] / ((1 - root) * np.abs(s["s"]).sum())
        s["d"] = max(d, bound)
        return x - s["m"] / denominator
    return of_all(step)


def prodigy(lr=1.0, b1=0.9, b2=0.999, eps=1e-8, d0=1e-6):
    def step(t, x, g, s):
        s.setdefault("x0", x)
        d, root = s.get("d", d0), math.sqrt(b2)
        s["m"] = b1 * s.get("m", 0 * g) + (1 - b1) * d * g
        s["v"] = b2 * s.get("v", 0 * g) + (1 - b2) * d * d * g * g
        s["r"] = root * s.get("r", 0) + (1 - root) * lr * d * d * float(g @ (s["x0"] - x))
        s["s"] = root * s.get("s", 0 * g) + (1 - root) * lr * d * d * g
        s["d"] = max(d, s["r"] / np.abs(s["s"]).sum())
        return x - lr * d * s["m"] / (np.sqrt(s["v"]) + d * eps)
    return of_all(step)


def as_matrix(x):
    return x.reshape(x.shape[0], -1)


def inverse_root(a, p):
    w, v = np.linalg.eigh(a)
    return (v * np.maximum(w, 1e-10 * w[-1]) ** (-1 / p)) @ v.T


def adagrad(lr, eps):
    def step(t, p, g, s):
        s["v"] = s.get("v", eps) + g * g
        return p - lr * g / np.sqrt(s["v"])
    return step


def shampoo(lr=0.1, eps=1e-4, every=5):
    diagonal = adagrad(lr, eps)

    def step(t, p, g, s):
        if p.ndim < 2:
            return diagonal(t, p, g, s)
        m = as_matrix(g)
        s["l"] = s.get("l", eps * np.eye(m.shape[0])) + m @ m.T
        s["r"] = s.get("r", eps * np.eye(m.shape[1])) + m.T @ m
        if t % every == 1 or every == 1:
            s["a"], s["b"] = inverse_root(s["l"], 4), inverse_root(s["r"], 4)
        return p - lr * (s["a"] @ m @ s["b"]).reshape(p.shape)
    return each(step)


def eigenvectors(a):
    v = np.linalg.eigh(a)[1][:, ::-1]
    return v * np.sign(v[np.abs(v).argmax(axis=0), np.arange(len(a))])


def q_of(a):
    q, r = np.linalg.qr(a)
    return q * np.where(np.diag(r) < 0, -1.0, 1.0)


def soap(lr=0.003, b1=0.95, b2=0.95, eps=1e-8, wd=0.01, every=10):
    def step(t, p, g, s):
        n = t - 1
        if n > 0:
            s["m"] = b1 * s.get("m", 0 * g) + (1 - b1) * g
        if p.ndim < 2:
            if n == 0:
                return p
            s["v"] = b2 * s.get("v", 0 * g) + (1 - b2) * g * g
            return p - lr * (adam_direction(s, n, b1, b2, eps) + wd * p)
        m = as_matrix(g)
        if n > 0:
            ql, qr = s["ql"], s["qr"]
            s["v"] = b2 * s.get("v", 0) + (1 - b2) * (ql.T @ m @ qr) ** 2
            turned = (ql.T @ as_matrix(s["m"]) @ qr) / (1 - b1 ** n) / (np.sqrt(s["v"] / (1 - b2 ** n)) + eps)
            p = p - lr * ((ql @ turned @ qr.T).reshape(p.shape) + wd * p)
        s["l"] = b2 * s.get("l", 0) + (1 - b2) * m @ m.T
        s["r"] = b2 * s.get("r", 0) + (1 - b2) * m.T @ m
        if n == 0:
            s["ql"], s["qr"] = eigenvectors(s["l"]), eigenvectors(s["r"])
        elif n % every == 0:
            s["ql"], s["qr"] = q_of(s["l"] @ s["ql"]), q_of(s["r"] @ s["qr"])
        return p
    return each(step)


def adagrad_full(lr=0.1, eps=1e-4):
    def step(t, p, g, s):
        u = g.ravel()
        s["h"] = s.get("h", eps * np.eye(u.size)) + np.outer(u, u)
        return p - lr * (inverse_root(s["h"], 2) @ u).reshape(p.shape)
    return each(step)


class Model:
    """What rules may ask once more in a step; of no model in particular either. Vectors and points are dicts of arrays."""

    def __init__(self, t, params):
        self.t, self.params = t, {name: p.copy() for name, p in params.items()}
        self.loss = self.loss_at(params)

    def gradient(self, point):
        return gradients(point, self.t, False)

    def loss_at(self, point):
        return 0.3 + sum(float((p * p).sum()) for p in point.values()) * 0.05

    def times(self, v):
        """The derivative of the gradients in the direction of v."""
        product, n = {}, 0
        for name, p in self.params.items():
            c = 0.2 + np.arange(n, n + p.size).reshape(p.shape) % 7 / 5
            product[name] = (c + 0.6 * np.cos(3 * p + self.t)) * v[name] + 0.05 * v[name].mean()
            n += p.size
        return product

    def noise(self):
        made, n = {}, 0
        for name, p in self.params.items():
            made[name] = 1.5 * np.sin(12.9898 * (np.arange(n, n + p.size).reshape(p.shape) + 1) * self.t)
            n += p.size
        return made


class Still(Model):
    """The loss whose gradients those of t = 1 are, and its curvature without what cos(3·p) adds: outputs p and cos(3·p), straight in these."""

    def __init__(self, t, params):
        super().__init__(1, params)

    def loss_at(self, point):
        loss, n = 0.0, 0
        for p in point.values():
            i = np.arange(n, n + p.size).reshape(p.shape)
            loss += float(((0.2 + i % 7 / 5) / 2 * (p - np.cos(0.9 * i)) ** 2 - 0.2 / 3 * np.cos(3 * p + 1)).sum())
            loss += 0.025 * p.size * p.mean() ** 2
            n += p.size
        return loss

    def bent(self, v):
        product, n = {}, 0
        for name, p in self.params.items():
            product[name] = (0.2 + np.arange(n, n + p.size).reshape(p.shape) % 7 / 5) * v[name] + 0.05 * v[name].mean()
            n += p.size
        return product


def asking(step, model=Model):
    """A rule that asks the model once more: step(t, params, g, memory, model), which changes params."""
    def make(params):
        memory = {name: {} for name in params}

        def all_arrays(t, params, g):
            step(t, params, g, memory, model(t, params))
        return all_arrays
    return make


def total(arrays):
    return math.sqrt(sum(float((a * a).sum()) for a in arrays.values()))


def sam(lr=0.05, rho=0.05, mu=0.9):
    def step(t, params, g, memory, model):
        scale = rho / (total(g) + 1e-12)
        there = model.gradient({name: p + scale * g[name] for name, p in params.items()})
        for name, s in memory.items():
            s["v"] = mu * s.get("v", 0) + there[name]
            params[name] = params[name] - lr * s["v"]
    return asking(step)


def polyak(lr=1.0, c=0.5, lowest=0.0):
    def step(t, params, g, memory, model):
        rate = min(lr, max(model.loss - lowest, 0) / (c * total(g) ** 2 + 1e-12))
        for name in params:
            params[name] = params[name] - rate * g[name]
    return asking(step)


def ali_g(lr=0.1, delta=1e-5, mu=0.9):
    def step(t, params, g, memory, model):
        rate = min(lr, model.loss / (total(g) ** 2 + delta))
        for name, s in memory.items():
            s["v"] = mu * s.get("v", 0) - rate * g[name]
            params[name] = params[name] + mu * s["v"] - rate * g[name]
    return asking(step)


def sgld(lr=0.01, temperature=1e-4):
    def step(t, params, g, memory, model):
        noise = model.noise()
        for name in params:
            params[name] = params[name] - lr * g[name] + math.sqrt(2 * lr * temperature) * noise[name]
    return asking(step)


def adahessian(lr=0.15, b1=0.9, b2=0.999, eps=1e-4, power=1.0, wd=0.0):
    def step(t, params, g, memory, model):
        z = {name: np.sign(n) for name, n in model.noise().items()}
        h = model.times(z)
        for name, s in memory.items():
            d = z[name] * h[name]
            s["m"] = b1 * s.get("m", 0) + (1 - b1) * g[name]
            s["v"] = b2 * s.get("v", 0) + (1 - b2) * d * d
            denominator = np.sqrt(s["v"] / (1 - b2 ** t)) ** power + eps
            params[name] = params[name] - lr * (s["m"] / (1 - b1 ** t) / denominator + wd * params[name])
    return asking(step)


def sophia(lr=0.01, b1=0.96, b2=0.99, gamma=0.01, eps=1e-12, wd=0.0, every=10):
    def step(t, params, g, memory, model):
        if t % every == 1 or every == 1:
            u = model.noise()
            h = model.times(u)
            for name, s in memory.items():
                s["d"] = b2 * s.get("d", 0) + (1 - b2) * u[name] * h[name]
        for name, s in memory.items():
            s["m"] = b1 * s.get("m", 0) + (1 - b1) * g[name]
            p = params[name] * (1 - lr * wd)
            params[name] = p - lr * np.clip(s["m"] / np.maximum(gamma * s["d"], eps), -1, 1)
    return asking(step)


def mars_exact(lr=0.003, b1=0.95, b2=0.99, eps=1e-8, gamma=0.025, wd=0.0):
    def step(t, params, g, memory, model):
        before = model.gradient({name: s.get("w", params[name]) for name, s in memory.items()})
        for name, s in memory.items():
            c = g[name] + gamma * (b1 / (1 - b1)) * (g[name] - before[name])
            c = c / max(1.0, l2(c))
            moments(s, c, b1, b2)
            s["w"] = params[name]
            params[name] = params[name] - lr * (adam_direction(s, t, b1, b2, eps) + wd * params[name])
    return asking(step)


def dion(lr=0.02, mu=0.95, wd=0.0, other=0.05, b1=0.9, b2=0.999, eps=1e-8, rank=8):
    def step(t, p, g, s):
        p = p * (1 - lr * wd)
        if p.ndim < 2:
            moments(s, g, b1, b2)
            return p - other * lr * adam_direction(s, t, b1, b2, eps)
        shape, g = p.shape, as_matrix(g)
        rows, columns = g.shape
        q = s.get("q", np.eye(columns, min(rank, rows, columns)))
        s["m"] = s.get("m", 0 * g) + g
        left = np.linalg.qr(s["m"] @ q)[0]  # signs do not matter: they are in both factors
        r = s["m"].T @ left
        s["m"] = s["m"] - (1 - mu) * left @ r.T
        s["q"] = r / (np.sqrt((r * r).sum(axis=0)) + eps)
        return p - lr * math.sqrt(rows / columns) * (left @ s["q"].T).reshape(shape)
    return each(step)


def kron(lr=0.001, rate=0.1, mu=0.9, scale=1.0):
    def lipschitz(s, name, now):
        s[name] = max(0.9 * s.get(name, 0.0) + 0.1 * now, now)
        return rate / s[name]

    def step(t, p, g, s):
        if p.ndim < 2:
            w = s.get("w", scale + 0 * g)
            white = w * w * g
            s["w"] = w - lipschitz(s, "c", float((white ** 2).max()) + 1) * w * (white ** 2 - 1)
        else:
            x = as_matrix(g)
            rows, columns = x.shape
            q, u = s.get("q", math.sqrt(scale) * np.eye(rows)), s.get("u", math.sqrt(scale) * np.eye(columns))
            white = q.T @ q @ x @ (u.T @ u)
            left, right = white @ white.T, white.T @ white
            s["q"] = q - lipschitz(s, "a", l2(left) + columns) * (q @ left - columns * q)
            s["u"] = u - lipschitz(s, "b", l2(right) + rows) * (u @ right - rows * u)
            white = white.reshape(p.shape)
        beta = min((t - 1) / t, mu)
        s["m"] = beta * s.get("m", 0 * p) + (1 - beta) * white
        return p - lr * s["m"]
    return each(step)


def natural_gradient(lr=0.01, beta=0.95, damping=0.01, every=5):
    def step(t, p, g, s):
        u = g.ravel()
        s["f"] = beta * s.get("f", 0) + (1 - beta) * np.outer(u, u)
        if t % every == 1 or every == 1:
            s["a"] = np.linalg.inv(s["f"] / (1 - beta ** t) + damping * np.eye(u.size))
        return p - lr * (s["a"] @ u).reshape(p.shape)
    return each(step)


def armijo(lr=1.0, shrink=0.5, decrease=1e-4):
    """Of four lengths the first that lowers the loss enough; of the last that is not asked."""
    def step(t, params, g, memory, model):
        length = min(lr, 2 * memory.setdefault("", {}).get("s", lr))
        for _ in range(3):
            there = model.loss_at({name: p - length * g[name] for name, p in params.items()})
            if there <= model.loss - decrease * length * total(g) ** 2:
                break
            length = length * shrink
        memory[""]["s"] = length
        for name in params:
            params[name] = params[name] - length * g[name]
    return asking(step)


def newton_cg(lr=1.0, damping=0.1, products=4):
    def step(t, params, g, memory, model):
        model = Model(1, params)
        inner = lambda a, b: sum(float((a[name] * b[name]).sum()) for name in params)
        x, r = {name: 0 * a for name, a in g.items()}, {name: -a for name, a in g.items()}
        p = r
        for _ in range(products):
            h = model.times(p)
            bent = {name: h[name] + damping * p[name] for name in params}
            curvature = inner(p, bent)
            alpha = inner(r, r) / curvature if curvature > 0 else 0.0
            x = {name: x[name] + alpha * p[name] for name in params}
            after = {name: r[name] - alpha * bent[name] for name in params}
            ratio = inner(after, after) / inner(r, r) if inner(r, r) > 0 else 0.0
            p, r = {name: after[name] + ratio * p[name] for name in params}, after
        if total(x) == 0:
            x = {name: -a for name, a in g.items()}
        for name in params:
            params[name] = params[name] + lr * x[name]
    return asking(step)


def gauss_newton(lr=1.0, damping=1.0, products=4, model=Still):
    """The reduction is that of the quadratic model itself, without what damping adds."""
    def step(t, params, g, memory, model):
        inner = lambda a, b: sum(float((a[name] * b[name]).sum()) for name in params)
        s = memory.setdefault("", {"damping": damping})
        x, r = {name: 0 * a for name, a in g.items()}, {name: -a for name, a in g.items()}
        p = r
        for _ in range(products):
            h = model.bent(p)
            bent = {name: h[name] + s["damping"] * p[name] for name in params}
            curvature = inner(p, bent)
            alpha = inner(r, r) / curvature if curvature > 0 else 0.0
            x = {name: x[name] + alpha * p[name] for name in params}
            after = {name: r[name] - alpha * bent[name] for name in params}
            ratio = inner(after, after) / inner(r, r) if inner(r, r) > 0 else 0.0
            p, r = {name: after[name] + ratio * p[name] for name in params}, after
        there = model.loss_at({name: params[name] + x[name] for name in params})
        promised = inner(g, x) + inner(x, model.bent(x)) / 2
        share = (there - model.loss) / promised if promised != 0 else math.nan
        s["damping"] = min(max(s["damping"] * (2 / 3 if share > 0.75 else 1 if share >= 0.25 else 1.5), 1e-8), 1e8)
        if there < model.loss:
            for name in params:
                params[name] = params[name] + lr * x[name]
    return asking(step, model)


def lbfgs(lr=1.0, history=4):
    """The recursion over a list of pairs."""
    def step(t, x, g, s):
        pairs = s.setdefault("pairs", [])
        if t > 1:
            d, y = x - s["x"], g - s["g"]
            if float(d @ y) > 1e-10:
                s["pairs"] = pairs = (pairs + [(d, y, 1 / float(d @ y))])[-history:]
        q, kept = -g, []
        for d, y, rho in reversed(pairs):
            kept.append(rho * float(d @ q))
            q = q - kept[-1] * y
        if pairs:
            d, y, rho = pairs[-1]
            q = q / (rho * float(y @ y))
        for (d, y, rho), alpha in zip(pairs, reversed(kept)):
            q = q + d * (alpha - rho * float(y @ q))
        s["x"], s["g"] = x, g
        return x + lr * (min(1, 1 / float(np.abs(g).sum())) if t == 1 else 1) * q
    return of_all(step)


ORIGINAL = lambda rows, columns: math.sqrt(max(1, rows / columns))
AS_ADAMW = lambda rows, columns: 0.2 * math.sqrt(max(rows, columns))
CASES = [
    ("lars", {}, lars()), ("lars", {"weightDecay": 0.01, "trust": 0.05}, lars(wd=0.01, trust=0.05)),
    ("lamb", {}, lamb()), ("lamb", {"weightDecay": 0.05}, lamb(wd=0.05)),
    ("novograd", {}, novograd()), ("novograd", {"weightDecay": 0.05, "beta1": 0.8}, novograd(wd=0.05, b1=0.8)),
    ("cautious-adamw", {}, cautious()), ("cautious-adamw", {"weightDecay": 0.1, "learningRate": 0.05}, cautious(wd=0.1, lr=0.05)),
    ("grams", {}, grams()), ("grams", {"weightDecay": 0.1, "learningRate": 0.02}, grams(wd=0.1, lr=0.02)),
    ("mars-adamw", {}, mars()), ("mars-adamw", {"reduction": 0.2, "weightDecay": 0.02}, mars(gamma=0.2, wd=0.02)),
    ("adam-mini", {}, adam_mini()), ("adam-mini", {"weightDecay": 0.1, "learningRate": 0.03}, adam_mini(wd=0.1, lr=0.03)),
    ("adafactor", {}, adafactor()), ("adafactor", {"learningRate": 0.2, "decay": 0.5}, adafactor(most=0.2, decay=0.5)),
    ("muon", {}, muon(ORIGINAL)), ("muon", {"weightDecay": 0.1, "momentum": 0.8}, muon(ORIGINAL, wd=0.1, mu=0.8)),
    ("muon-rms", {}, muon(AS_ADAMW, lr=0.001, other=1.0)), ("scion", {}, scion()),
    ("yogi", {}, yogi()), ("diffgrad", {}, diffgrad()), ("diffgrad", {"learningRate": 0.1}, diffgrad(lr=0.1)),
    ("lookahead-adam", {}, lookahead()), ("lookahead-adam", {"forwardSteps": 7, "slowRate": 0.8}, lookahead(k=7, alpha=0.8)),
    ("schedule-free-adamw", {}, schedule_free_adamw()), ("schedule-free-adamw", {"weightDecay": 0.1}, schedule_free_adamw(wd=0.1)),
    # with η = 1 this one jumps about on these gradients: a start moved by 1e-15 ends elsewhere, so there would be nothing to compare
    ("dog", {}, dog()), ("d-adapt-adam", {"learningRate": 0.05}, d_adapt_adam(lr=0.05)),
    ("d-adapt-adam", {"firstDistance": 0.01, "learningRate": 0.02}, d_adapt_adam(d0=0.01, lr=0.02)),
    ("prodigy", {}, prodigy()), ("prodigy", {"firstDistance": 0.001, "learningRate": 0.5}, prodigy(d0=0.001, lr=0.5)),
    ("adagrad-full", {}, adagrad_full()), ("adagrad-full", {"epsilon": 0.1, "learningRate": 0.3}, adagrad_full(lr=0.3, eps=0.1)),
    ("shampoo", {}, shampoo()), ("shampoo", {"every": 1, "epsilon": 0.01}, shampoo(every=1, eps=0.01)),
    ("soap", {}, soap()), ("soap", {"every": 3, "weightDecay": 0, "beta2": 0.9}, soap(every=3, wd=0.0, b2=0.9)),
    ("sam", {}, sam()), ("sam", {"radius": 0.3, "momentum": 0.5}, sam(rho=0.3, mu=0.5)),
    ("polyak", {}, polyak()), ("polyak", {"share": 1, "lowest": 0.1, "learningRate": 0.2}, polyak(c=1.0, lowest=0.1, lr=0.2)),
    ("ali-g", {}, ali_g()), ("ali-g", {"delta": 0.5, "momentum": 0.5}, ali_g(delta=0.5, mu=0.5)),
    ("sgld", {}, sgld()), ("sgld", {"temperature": 0.01}, sgld(temperature=0.01)),
    ("adahessian", {}, adahessian()), ("adahessian", {"hessianPower": 0.5, "weightDecay": 0.05}, adahessian(power=0.5, wd=0.05)),
    ("sophia-h", {}, sophia()), ("sophia-h", {"every": 3, "gamma": 0.5, "weightDecay": 0.1}, sophia(every=3, gamma=0.5, wd=0.1)),
    ("dion", {}, dion()), ("dion", {"weightDecay": 0.1, "momentum": 0.8}, dion(wd=0.1, mu=0.8)),
    ("kron", {}, kron()), ("kron", {"learningRate": 0.02, "preconditionerRate": 0.2, "scale": 2, "momentum": 0}, kron(0.02, 0.2, 0.0, 2.0)),
    ("natural-gradient", {}, natural_gradient()),
    ("natural-gradient", {"every": 1, "damping": 0.5}, natural_gradient(every=1, damping=0.5)),
    ("armijo", {}, armijo()), ("armijo", {"shrink": 0.3, "decrease": 0.4, "learningRate": 10}, armijo(10, 0.3, 0.4)),
    # with less damping the Hessian is not positive on the way, and which way is taken is chance
    ("newton-cg", {"damping": 1}, newton_cg(1.0, 1.0)), ("newton-cg", {"damping": 0.7, "learningRate": 0.5}, newton_cg(0.5, 0.7)),
    ("gauss-newton", {}, gauss_newton()), ("gauss-newton", {"damping": 10, "learningRate": 0.5}, gauss_newton(0.5, 10.0)),
    ("lbfgs-lines", {}, lbfgs()), ("lbfgs-lines", {"learningRate": 0.3}, lbfgs(lr=0.3)),
    ("mars-exact", {}, mars_exact()), ("mars-exact", {"reduction": 0.3, "weightDecay": 0.02}, mars_exact(gamma=0.3, wd=0.02)),
]
# in the minimum rounding says whether the loss was lowered, and so which steps are taken: the cases end before
UNTIL = {"gauss-newton": 50}
ON_SQUARE, STILL = {"soap"}, {"newton-cg", "gauss-newton", "lbfgs-lines"}
if __name__ == "__main__":
    print(json.dumps({"shapes": SHAPES, "square": SQUARE, "cases": [
        {"rule": rule, "values": values, "onSquare": rule in ON_SQUARE, "still": rule in STILL,
         "path": run(make, rule in ON_SQUARE, rule in STILL, UNTIL.get(rule, STEPS))} for rule, values, make in CASES]}))
