"""Makes the reference values of src/test/resources/reference anew in a copy and compares: python3 src/test/python/same_references.py

Numbers may differ by 1e-9 of their size, since sums are rounded differently from processor to processor. Scripts that need what is not
installed here (torch) are skipped, and so are those that measure and keep no values.
"""
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parents[3]
REFERENCE = pathlib.Path("src/test/resources/reference")
TOLERANCE = 1e-9


def same(one, other):
    if isinstance(one, bool) or not isinstance(one, (int, float)):
        if isinstance(one, list):
            return isinstance(other, list) and len(one) == len(other) and all(map(same, one, other))
        if isinstance(one, dict):
            return isinstance(other, dict) and one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
        return one == other
    if isinstance(other, bool) or not isinstance(other, (int, float)):
        return False
    return one == other or (math.isnan(one) and math.isnan(other)) or abs(one - other) <= TOLERANCE * (1 + abs(one))


def judged(script, copy):
    name = script.with_suffix(".json").name
    file = copy / REFERENCE / name
    file.unlink()
    made = subprocess.run([sys.executable, str(REFERENCE / script.name)], cwd=copy, capture_output=True, text=True)
    if "ModuleNotFoundError" in made.stderr:
        return "skipped: " + made.stderr.strip().splitlines()[-1]
    if made.returncode != 0:
        return "WRONG: " + made.stderr.strip()
    fresh = json.loads(file.read_text(encoding="utf-8") if file.exists() else made.stdout)
    return "same" if same(json.loads((TOP / REFERENCE / name).read_text(encoding="utf-8")), fresh) else "WRONG: other values"


def main():
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        shutil.copytree(TOP / REFERENCE, copy / REFERENCE)
        shutil.copytree(TOP / "sample-data", copy / "sample-data")
        scripts = [script for script in sorted((TOP / REFERENCE).glob("*.py")) if script.with_suffix(".json").exists()]
        verdicts = {script.name: judged(script, copy) for script in scripts}
    for name, verdict in verdicts.items():
        print(name, verdict)
    sys.exit(any(verdict.startswith("WRONG") for verdict in verdicts.values()))


main()
