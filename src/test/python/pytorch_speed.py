"""Microseconds per training step of PyTorch eager on the work that `downhill bench` times. One thread, float32.

Usage: python3 pytorch_speed.py [mlp|logistic|cnn|lstm|transformer ...]
"""
import json
import sys
import time

import torch
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(0)


class Last(nn.Module):
    def __init__(self, cell, hidden, outputs):
        super().__init__()
        self.cell, self.dense = cell, nn.Linear(hidden, outputs)

    def forward(self, x):
        return self.dense(self.cell(x)[0][:, -1])


class Encoder(nn.Module):
    def __init__(self, channels, steps, width, heads, feedforward):
        super().__init__()
        self.embed = nn.Linear(channels, width)
        self.position = nn.Parameter(torch.zeros(steps, width))
        self.block = nn.TransformerEncoderLayer(width, heads, feedforward, 0.0, "gelu", batch_first=True, norm_first=True)
        self.norm, self.dense = nn.LayerNorm(width), nn.Linear(width, 1)

    def forward(self, x):
        return self.dense(self.norm(self.block(self.embed(x) + self.position)).mean(1))


def work(name):
    if name == "mlp":
        model = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 1))
        return model, nn.MSELoss(), torch.randn(32, 2), torch.randn(32, 1)
    if name == "logistic":
        return nn.Linear(30, 1), nn.BCEWithLogitsLoss(), torch.randn(455, 30), (torch.rand(455, 1) > 0.5).float()
    if name == "cnn":
        model = nn.Sequential(nn.Conv2d(1, 16, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(144, 32), nn.ReLU(),
                              nn.Linear(32, 10))
        return model, nn.CrossEntropyLoss(), torch.randn(64, 1, 8, 8), torch.randint(0, 10, (64,))
    if name == "lstm":
        return Last(nn.LSTM(1, 16, batch_first=True), 16, 1), nn.MSELoss(), torch.randn(32, 24, 1), torch.randn(32, 1)
    if name == "transformer":
        return Encoder(1, 24, 16, 2, 32), nn.MSELoss(), torch.randn(32, 24, 1), torch.randn(32, 1)
    raise SystemExit("unknown work " + name)


def microseconds(name):
    model, loss, x, y = work(name)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)

    def step():
        optimizer.zero_grad()
        loss(model(x), y).backward()
        optimizer.step()

    for _ in range(200):
        step()
    times = []
    for _ in range(7):
        begin = time.perf_counter()
        for _ in range(200):
            step()
        times.append((time.perf_counter() - begin) / 200 * 1e6)
    return sorted(times)[len(times) // 2]


names = sys.argv[1:] or ["mlp", "logistic", "cnn", "lstm", "transformer"]
print(json.dumps({"torch": torch.__version__, "threads": 1,
                  "microsecondsPerStep": {name: round(microseconds(name), 1) for name in names}}))
