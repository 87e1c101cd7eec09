"""An ONNX file as PyTorch writes it, and what PyTorch says of three rows: foreign.onnx, foreign_onnx.json. Needs torch (made with 1.13.1)."""
import json
import pathlib

import torch

HERE = pathlib.Path(__file__).parent
model = torch.nn.Sequential(torch.nn.Linear(4, 6), torch.nn.ReLU(), torch.nn.Dropout(0.1), torch.nn.Linear(6, 3), torch.nn.LeakyReLU(0.2),
                            torch.nn.Flatten(), torch.nn.Softmax(1)).eval()
with torch.no_grad():
    for place, values in enumerate(model.parameters()):
        values.copy_(torch.sin(torch.arange(values.numel(), dtype=torch.float32) + place).reshape(values.shape))
rows = torch.tensor([[5.1, 3.5, 1.4, 0.2], [6.4, 3.2, 4.5, 1.5], [-1.0, 0.0, 2.5, 0.125]])
torch.onnx.export(model, rows[:1], HERE / "foreign.onnx", input_names=["x"], output_names=["shares"],
                  dynamic_axes={"x": {0: "N"}, "shares": {0: "N"}}, opset_version=14)
answers = {"rows": rows.double().tolist(), "shares": model(rows).double().tolist()}
(HERE / "foreign_onnx.json").write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")
