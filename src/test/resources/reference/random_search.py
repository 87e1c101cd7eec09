"""The same search by scikit-learn (1.2.1) and Optuna (3.1.0) as `downhill tune` does: a perceptron of one hidden layer on the bundled
tables, over rate, penalty, width and activation, 32 trials of 40 rounds each, judged by the log loss over 5 folds, with Adam and
batches of 32. Prints a line for each program, table and seed: the best mean log loss over the folds, and seconds of processor. The
figures are in docs/tune.md.

    python3 random_search.py 'java -jar downhill.jar' 42 43 44
"""
import json
import os
import resource
import subprocess
import sys
import warnings

import numpy as np
import optuna
from scipy.stats import loguniform
from sklearn.exceptions import ConvergenceWarning
from sklearn.model_selection import RandomizedSearchCV, StratifiedKFold, cross_val_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore", category=ConvergenceWarning)
optuna.logging.set_verbosity(optuna.logging.ERROR)
HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "../../../../sample-data")
TRIALS, ROUNDS, BATCH = 32, 40, 32


def rows(name):
    with open(os.path.join(SAMPLES, name + ".csv"), encoding="utf-8-sig") as file:
        table = [line.strip().split(",") for line in file][1:]
    return np.array([[float(v) for v in row[:-1]] for row in table]), np.array([row[-1] for row in table])


def network(seed):
    return make_pipeline(StandardScaler(), MLPClassifier(solver="adam", batch_size=BATCH, max_iter=ROUNDS, tol=0,
                                                         n_iter_no_change=10 ** 6, random_state=seed))


def spent():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def by_random(x, y, folds, seed):
    space = {"mlpclassifier__learning_rate_init": loguniform(1e-4, 1), "mlpclassifier__alpha": loguniform(1e-6, 0.1),
             "mlpclassifier__hidden_layer_sizes": [(8,), (16,), (32,)], "mlpclassifier__activation": ["tanh", "relu"]}
    search = RandomizedSearchCV(network(seed), space, n_iter=TRIALS, scoring="neg_log_loss", cv=folds, refit=False, random_state=seed)
    return -search.fit(x, y).best_score_


def by_tpe(x, y, folds, seed):
    def objective(trial):
        model = network(seed).set_params(
            mlpclassifier__learning_rate_init=trial.suggest_float("rate", 1e-4, 1, log=True),
            mlpclassifier__alpha=trial.suggest_float("alpha", 1e-6, 0.1, log=True),
            mlpclassifier__hidden_layer_sizes=(trial.suggest_categorical("hidden", [8, 16, 32]),),
            mlpclassifier__activation=trial.suggest_categorical("activation", ["tanh", "relu"]))
        return -cross_val_score(model, x, y, scoring="neg_log_loss", cv=folds).mean()
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=seed))
    study.optimize(objective, n_trials=TRIALS)
    return study.best_value


def by_downhill(command, name, sampler, steps, seed):
    out = subprocess.run(command.split() + [
        "tune", name, "--model", "mlp", "--optimizer", "adam", "--batch", str(BATCH), "--steps", str(steps), "--folds", "5",
        "--vary", "learningRate=1e-4..1:log", "--vary", "l2=1e-6..0.1:log", "--vary", "hidden=8,16,32",
        "--vary", "activation=tanh,relu", "--trials", str(TRIALS), "--sampler", sampler, "--pruner", "none", "--seed", str(seed), "--json"],
        check=True, capture_output=True, text=True).stdout
    return json.loads(out)["best"]["mean"]


for name in os.environ.get("TABLES", "iris,wine,breast-cancer,digits").split(","):
    x, y = rows(name)
    steps = ROUNDS * -(-len(y) * 4 // 5 // BATCH)
    for seed in map(int, sys.argv[2:]):
        folds = StratifiedKFold(5, shuffle=True, random_state=seed)
        ways = {"scikit-learn random": lambda: by_random(x, y, folds, seed), "Optuna TPE, scikit-learn": lambda: by_tpe(x, y, folds, seed),
                "downhill random": lambda: by_downhill(sys.argv[1], name, "random", steps, seed),
                "downhill TPE": lambda: by_downhill(sys.argv[1], name, "tpe", steps, seed)}
        for way, search in ways.items():
            begun = spent()
            best = search()
            print(f"{name} {seed} {way}: log loss {best:.4f}, {spent() - begun:.1f} s of processor", flush=True)
