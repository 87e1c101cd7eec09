"""Microseconds of one training step of PyTorch and scikit-learn, where they are installed, on the work that Downhill times.

Usage: python3 peers.py THREADS [NAME,..]. A line for each: work, program with its version, microseconds; the fastest of seven repetitions.
"""
import os
import sys
import time

THREADS = sys.argv[1] if len(sys.argv) > 1 else "1"
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = THREADS
WANTED = sys.argv[2].split(",") if len(sys.argv) > 2 else []
SECONDS = 0.2
DENSE = {"narrow": ((100, 8, 8, 1), 128),
         "mlp": ((2, 16, 16, 1), 32), "wide": ((100, 64, 64, 1), 128), "wider": ((100, 256, 256, 1), 128),
         "widest": ((100, 1024, 1024, 1), 128)}


def wanted(name):
    return not WANTED or name in WANTED


def fastest(step):
    for _ in range(20):
        step()
    times = []
    for _ in range(7):
        count, begin = 0, time.perf_counter()
        while time.perf_counter() - begin < SECONDS:
            step()
            count += 1
        times.append((time.perf_counter() - begin) / count * 1e6)
    return min(times)


def tell(work, program, step):
    print(work, program, "%.2f" % fastest(step), sep="\t", flush=True)


def torches():
    import torch
    from torch import nn
    torch.set_num_threads(int(THREADS))
    torch.manual_seed(0)

    def last(cell, hidden):
        class Last(nn.Module):
            def __init__(self):
                super().__init__()
                self.cell, self.dense = cell, nn.Linear(hidden, 1)

            def forward(self, x):
                return self.dense(self.cell(x)[0][:, -1])
        return Last()

    class Encoder(nn.Module):
        def __init__(self, steps, width, heads, inner):
            super().__init__()
            self.embed, self.position = nn.Linear(1, width), nn.Parameter(torch.zeros(steps, width))
            self.block = nn.TransformerEncoderLayer(width, heads, inner, 0.0, "gelu", batch_first=True, norm_first=True)
            self.norm, self.dense = nn.LayerNorm(width), nn.Linear(width, 1)

        def forward(self, x):
            return self.dense(self.norm(self.block(self.embed(x) + self.position)).mean(1))

    def dense(sizes):
        layers = []
        for a, b in zip(sizes, sizes[1:]):
            layers += [nn.Linear(a, b), nn.Tanh()]
        return nn.Sequential(*layers[:-1])

    def work():
        for name, (sizes, batch) in DENSE.items():
            yield name, dense(sizes), nn.MSELoss(), torch.randn(batch, sizes[0]), torch.randn(batch, 1)
        yield "mnist", dense((784, 256, 128, 10)), nn.CrossEntropyLoss(), torch.randn(128, 784), torch.randint(0, 10, (128,))
        yield "batch65536", dense((100, 64, 64, 1)), nn.MSELoss(), torch.randn(65536, 100), torch.randn(65536, 1)
        yield "logistic", nn.Linear(30, 1), nn.BCEWithLogitsLoss(), torch.randn(455, 30), (torch.rand(455, 1) > 0.5).float()
        convolution = nn.Sequential(nn.Conv2d(1, 16, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(144, 32), nn.ReLU(),
                                    nn.Linear(32, 10))
        yield "cnn", convolution, nn.CrossEntropyLoss(), torch.randn(64, 1, 8, 8), torch.randint(0, 10, (64,))
        article = nn.Sequential(nn.Conv2d(1, 10, 5), nn.MaxPool2d(2), nn.ReLU(), nn.Conv2d(10, 20, 5), nn.MaxPool2d(2), nn.ReLU(),
                                nn.Flatten(), nn.Linear(320, 500), nn.ReLU(), nn.Linear(500, 10))
        yield "cnn28", article, nn.CrossEntropyLoss(), torch.randn(64, 1, 28, 28), torch.randint(0, 10, (64,))
        yield "lstm", last(nn.LSTM(1, 16, batch_first=True), 16), nn.MSELoss(), torch.randn(32, 24, 1), torch.randn(32, 1)
        yield "lstm64", last(nn.LSTM(1, 64, batch_first=True), 64), nn.MSELoss(), torch.randn(32, 64, 1), torch.randn(32, 1)
        yield "gru64", last(nn.GRU(1, 64, batch_first=True), 64), nn.MSELoss(), torch.randn(32, 64, 1), torch.randn(32, 1)
        yield "transformer", Encoder(24, 16, 2, 32), nn.MSELoss(), torch.randn(32, 24, 1), torch.randn(32, 1)
        yield "transformer64", Encoder(64, 64, 4, 128), nn.MSELoss(), torch.randn(32, 64, 1), torch.randn(32, 1)

    for name, model, loss, x, y in work():
        if not wanted(name):
            continue
        rule = torch.optim.Adam(model.parameters(), lr=1e-3)

        def step():
            rule.zero_grad()
            loss(model(x), y).backward()
            rule.step()
        tell(name, "PyTorch " + torch.__version__, step)


def scikits():
    import numpy
    import sklearn
    from sklearn.neural_network import MLPRegressor
    for name, (sizes, batch) in DENSE.items():
        if not wanted(name):
            continue
        draw = numpy.random.RandomState(0)
        x, y = draw.randn(batch, sizes[0]).astype(numpy.float32), draw.randn(batch)
        model = MLPRegressor(sizes[1:-1], activation="tanh", solver="adam", batch_size=batch, alpha=0)
        tell(name, "scikit-learn " + sklearn.__version__, lambda: model.partial_fit(x, y))


for each in (torches, scikits):
    try:
        each()
    except ImportError:
        pass
