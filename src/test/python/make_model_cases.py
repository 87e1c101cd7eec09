"""Writes further conformance cases of models, computed by PyTorch in float64, in the format of the recorded ones.

Usage: python3 make_model_cases.py OUTPUT_DIRECTORY
"""
import sys
from functools import partial
from pathlib import Path

import torch

from torch_cases import dense_arrays, model_case, rand

out = Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
case = partial(model_case, out)

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
