package downhill.export.notebook;

import downhill.data.prepare.Prepared;
import downhill.engine.train.RunSpec;
import downhill.export.torch.TorchOptimizer;
import downhill.optim.Clipping;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Those who race, as Python: a class for each rule, and what each starts from, learns by and has lost so far. */
final class NotebookContenders {
    /** Losses of a contender that are compared. */
    private static final int MOST = 5000;

    private final Experiment experiment;
    private final int rows;
    private final Map<Rule, String> classes = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Said> lacks = new ArrayList<>();
    private String mask = "[]";
    private int steps;

    NotebookContenders(Experiment experiment, Prepared data, BiFunction<String, Integer, double[]> recorded) {
        this.experiment = experiment;
        this.rows = data.training().count();
        for (ContenderSpec spec : experiment.contenders()) {
            StepSetup setup = StepSetup.of(experiment, data, spec.id(), 0, 0, RuleLibrary.complete());
            double[] losses = recorded.apply(spec.id(), MOST);
            if (!setup.run().rule().isFormula() || spec.fork() != null || losses.length == 0) {
                lacks.add(Said.of(why(spec, setup), spec.name()));
            } else {
                mask = mask(setup.layout().penaltyMask());
                steps = Math.max(steps, losses.length);
                texts.add(contender(spec, setup, losses));
                tell(spec, setup);
            }
        }
        if (data.training().isWeighted() || ((Problem.Learning) experiment.problem()).model().settledOptions().classWeights() != null) {
            lacks.add(Said.of("notebook.lacks.weights"));
        }
    }

    private static String why(ContenderSpec spec, StepSetup setup) {
        if (spec.fork() != null) {
            return "notebook.without.fork";
        }
        return setup.run().rule().isFormula() ? "notebook.without.steps" : "notebook.without.method";
    }

    boolean none() {
        return texts.isEmpty();
    }

    int steps() {
        return steps;
    }

    List<Said> lacks() {
        return lacks;
    }

    /** The functions that rules call, then each rule as a class of its own. */
    List<String> rules() {
        List<String> all = new ArrayList<>();
        all.add(TorchOptimizer.helpers(classes.keySet()));
        classes.forEach((rule, name) -> all.add(TorchOptimizer.of(rule, Map.of())
                .replaceFirst("class " + TorchOptimizer.className(rule) + "\\(", "class " + name + "(")));
        return all;
    }

    String text() {
        return "PENALISED = " + mask + "  # of the parameters in a row, how many have penalties (1) or not (0)\n\nCONTENDERS = {\n"
                + String.join(",\n", texts) + ",\n}";
    }

    private String contender(ContenderSpec spec, StepSetup setup, double... losses) {
        RunSpec run = setup.run();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("rule", classes.computeIfAbsent(run.rule(), this::free));
        parts.put("options", options(run));
        parts.put("batch", String.valueOf(batch(spec)));
        parts.put("seed", String.valueOf(run.seed()));
        parts.put("l1", String.valueOf(run.penalty().l1()));
        parts.put("l2", String.valueOf(run.penalty().l2()));
        parts.put("norm", run.clipping() instanceof Clipping.ByNorm norm ? String.valueOf(norm.limit()) : "None");
        parts.put("value", run.clipping() instanceof Clipping.ByValue value ? String.valueOf(value.limit()) : "None");
        parts.put("decay", String.valueOf(run.weightDecay()));
        parts.put("changes", spec.changes().stream().map(each -> "(" + each.step() + ", " + PythonText.quoted(each.key()) + ", "
                + PythonText.number(each.value()) + ")").collect(Collectors.joining(", ", "[", "]")));
        parts.put("rates", rates(spec, run, losses.length));
        parts.put("start", PythonText.numbers(setup.start()));
        parts.put("recorded", PythonText.numbers(losses));
        return "    " + PythonText.quoted(spec.name()) + ": dict(\n" + parts.entrySet().stream()
                .map(each -> "        " + each.getKey() + "=" + each.getValue()).collect(Collectors.joining(",\n")) + ")";
    }

    /** A name that no other rule's class has. */
    private String free(Rule rule) {
        String name = TorchOptimizer.className(rule);
        return classes.containsValue(name) || name.equals("Model") ? name + (classes.size() + 1) : name;
    }

    private static String options(RunSpec run) {
        List<Hyperparameter> all = run.rule().hyperparameters();
        return IntStream.range(0, all.size()).mapToObj(i -> all.get(i).key() + "=" + PythonText.number(run.hyperparameters()[i]))
                .collect(Collectors.joining(", ", "dict(", ")"));
    }

    /** 0 for all rows in their order. */
    private int batch(ContenderSpec spec) {
        int asked = spec.batchSize() == ContenderSpec.SHARED_BATCH ? experiment.training().batchSize() : spec.batchSize();
        return asked >= rows ? 0 : Math.max(0, asked);
    }

    /** The rate of each step, where a schedule moves it. */
    private static String rates(ContenderSpec spec, RunSpec run, int count) {
        int place = run.rule().learningRateIndex();
        if (place < 0 || run.schedule().equals(Schedule.CONSTANT)) {
            return "None";
        }
        double[] rates = new double[count];
        for (int step = 0; step < count; step++) {
            double base = run.hyperparameters()[place];
            for (ContenderSpec.Change each : spec.changes()) {
                base = each.step() <= step && each.key().equals(Rule.LEARNING_RATE_KEY) ? each.value() : base;
            }
            rates[step] = run.schedule().learningRate(base, step);
        }
        return PythonText.numbers(rates);
    }

    /** Stretches of equal values: (how many, which). */
    private static String mask(double... mask) {
        StringBuilder text = new StringBuilder("[");
        for (int from = 0; from < mask.length; ) {
            int to = from;
            while (to < mask.length && mask[to] == mask[from]) {
                to++;
            }
            text.append(from == 0 ? "" : ", ").append('(').append(to - from).append(", ").append((int) mask[from]).append(".0)");
            from = to;
        }
        return text.append(']').toString();
    }

    /** What a contender has that its repetition has not. */
    private void tell(ContenderSpec spec, StepSetup setup) {
        List<Said> parts = new ArrayList<>();
        add(parts, setup.run().paces() != null, "export.lacks.paces");
        add(parts, ((Problem.Learning) experiment.problem()).model().dropout() > 0 || experiment.training().isNoisy(),
                "export.lacks.noise");
        add(parts, experiment.training().relabels(), "export.lacks.relabel");
        add(parts, spec.seeds() > 1, "export.lacks.seeds");
        add(parts, setup.run().weightDecay() != 0 && setup.run().rule().evaluates(), "notebook.lacks.curvature");
        add(parts, experiment.withContenders(List.of(spec)).heedsValidation() && experiment.training().earlyStopping() == null,
                "notebook.lacks.plateau");
        if (!parts.isEmpty()) {
            lacks.add(Said.of("notebook.lacks", spec.name(), Said.list(parts)));
        }
    }

    private static void add(List<Said> parts, boolean holds, String key) {
        if (holds) {
            parts.add(new Said(key, List.of()));
        }
    }
}
