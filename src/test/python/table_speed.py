"""Seconds and most memory (MB) of pandas and PyTorch on the work of inspect, predict and compare, on tables of seven numbers, two labels,
dates and a target.

Usage: python3 table_speed.py make FILE ROWS | inspect FILE | predict FILE OUT | compare FILE FOLDER
Threads: as many as OMP_NUM_THREADS says. `predict` uses a network of first values: what it has learned costs nothing.
"""
import csv
import json
import os
import resource
import sys
import time

import numpy as np
import pandas as pd

STEPS, BATCH, EVERY = 1000, 32, 50


def make(file, rows):
    draw = np.random.default_rng(1)
    numbers = draw.normal(0, 1, (rows, 7)) * [1, 10, 100, 1000, 1, 1, 1]
    table = pd.DataFrame({f"n{i + 1}": numbers[:, i].round(4) for i in range(7)})
    table["kind"] = draw.choice([f"kind{i}" for i in range(5)], rows)
    table["town"] = draw.choice([f"town{i:02d}" for i in range(40)], rows)
    days = pd.date_range("2015-01-01", periods=3650).strftime("%Y-%m-%d").to_numpy()
    table["day"] = days[draw.integers(0, 3650, rows)]
    table["y"] = (numbers[:, 0] * 2 + np.sin(numbers[:, 4]) * 3 + draw.normal(0, 0.5, rows)).round(4)
    table.to_csv(file, index=False)


def prepared(table):
    """Numbers and days scaled by mean and spread, labels one-hot; float32."""
    day = pd.to_datetime(table["day"])
    numbers = np.column_stack([table[f"n{i + 1}"].to_numpy() for i in range(7)]
                              + [(day - pd.Timestamp("1970-01-01")).dt.days.to_numpy()])
    labels = pd.get_dummies(table[["kind", "town"]]).to_numpy(np.float32)
    scaled = ((numbers - numbers.mean(0)) / numbers.std(0)).astype(np.float32)
    return np.hstack([scaled, labels])


def network(inputs):
    import torch
    from torch import nn
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(inputs, 32), nn.Tanh(), nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, 1))


def inspect(file):
    table = pd.read_csv(file)
    table.nunique()
    table.isna().sum()


def predict(file, out):
    import torch
    table = pd.read_csv(file)
    x = torch.from_numpy(prepared(table))
    with torch.no_grad():
        table["prediction"] = network(x.shape[1])(x).numpy()[:, 0]
    table.to_csv(out, index=False)


def compare(file, folder):
    import torch
    from torch import nn
    table = pd.read_csv(file)
    x, y = prepared(table), table["y"].to_numpy(np.float32)[:, None]
    y = (y - y.mean()) / y.std()
    order = np.random.default_rng(1).permutation(len(y))
    held = len(y) // 5
    x, y = torch.from_numpy(x[order]), torch.from_numpy(y[order])
    loss, rows = nn.MSELoss(), []
    for name, rule in (("adam", torch.optim.Adam), ("sgd", torch.optim.SGD)):
        model = network(x.shape[1])
        optimizer = rule(model.parameters(), lr=1e-3 if name == "adam" else 0.01)
        draw = torch.Generator().manual_seed(1)
        for step in range(1, STEPS + 1):
            batch = torch.randint(held, len(y), (BATCH,), generator=draw)
            optimizer.zero_grad()
            error = loss(model(x[batch]), y[batch])
            error.backward()
            optimizer.step()
            rows.append([name, step, error.item(), ""])
            if step % EVERY == 0:
                with torch.no_grad():
                    rows[-1][3] = loss(model(x[:held]), y[:held]).item()
        torch.save(model.state_dict(), os.path.join(folder, name + ".pt"))
    with open(os.path.join(folder, "history.csv"), "w", newline="") as out:
        csv.writer(out).writerows([["rule", "step", "train", "validation"], *rows])


work, arguments = sys.argv[1], sys.argv[2:]
begin = time.perf_counter()
if work == "make":
    make(arguments[0], int(arguments[1]))
elif work in ("inspect", "predict", "compare"):
    {"inspect": inspect, "predict": predict, "compare": compare}[work](*arguments)
else:
    raise SystemExit("unknown work " + work)
print(json.dumps({"work": work, "seconds": round(time.perf_counter() - begin, 2),
                  "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
