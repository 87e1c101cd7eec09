package downhill.analysis.diagnosis;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSettings;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.ClassWeights;
import downhill.model.Family;
import downhill.model.LossOptions;
import downhill.model.ModelSettings;
import downhill.model.ModelSpec;
import downhill.optim.Clipping;
import downhill.optim.Hyperparameter;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSettings;
import downhill.race.document.TrainingSpec;
import downhill.setting.NumberText;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Changed settings of a document, each with what helps against one ailment. */
final class Remedies {
    /** A penalty that holds weights back and still lets a model learn, as AutoML begins with it. */
    private static final double PENALTY = 0.01;
    /** Hidden values of a network in place of a line. */
    private static final List<Integer> HIDDEN = List.of(16, 16);
    /** Four times the steps, where there is nothing else to change. */
    private static final long LONGER = 4;

    private final Experiment document;
    private final Problem.Learning learning;

    Remedies(Experiment document, Problem.Learning learning) {
        this.document = document;
        this.learning = learning;
    }

    /** A learning rate {@code factor} times as large; empty for a rule that has none or does not allow it. */
    Optional<Remedy> rate(ContenderSpec spec, Rule rule, double factor) {
        if (rule.learningRateIndex() < 0) {
            return Optional.empty();
        }
        Hyperparameter rate = rule.hyperparameters().get(rule.learningRateIndex());
        Map<String, Double> values = new TreeMap<>(spec.inForce());
        double other = ShortFigures.round(factor * values.getOrDefault(rate.key(), rate.defaultValue()));
        if (rate.problemWith(other) != null) {
            return Optional.empty();
        }
        values.put(rate.key(), other);
        String typed = NumberText.plain(other);
        return Optional.of(of(spec, rate.key() + "=" + typed, Said.of("remedy.number", rate.symbol(), typed),
                one -> one.withHyperparameters(values).withChanges(List.of())));
    }

    /** Gradients kept short; empty where they are already. */
    Optional<Remedy> clipping(ContenderSpec spec) {
        double norm = Clipping.NORM.usual();
        boolean clipped = !((spec.clipping() == null ? document.training().clipping() : spec.clipping()) instanceof Clipping.None);
        String typed = NumberText.plain(norm);
        return clipped ? Optional.empty() : Optional.of(of(spec, "clipNorm=" + typed, Said.of("remedy.clipping", typed),
                one -> one.withClipping(new Clipping.ByNorm(norm))));
    }

    Remedy batch(ContenderSpec spec, int rows) {
        return of(spec, "batch=" + rows, Said.of("remedy.batch", rows), one -> one.withBatchSize(rows));
    }

    /** Other hidden units in all layers; empty where they are such already, or the family has no choice. */
    Optional<Remedy> activation(Activation other, String name) {
        Architecture now = learning.model().architecture();
        String setting = "--activation " + other.name().toLowerCase(Locale.ROOT);
        return Family.of(now).withUnits(now, other).map(changed -> model(setting, Said.of("remedy.activation", name), with(changed)));
    }

    /** Two hidden layers in place of more. */
    Optional<Remedy> shallower() {
        Architecture now = learning.model().architecture();
        return Family.of(now).shallower(now, HIDDEN).map(changed -> model("--hidden " + widths(), Said.of("remedy.network", widths()),
                with(changed)));
    }

    /** Without some columns. */
    Remedy ignoring(List<String> names) {
        List<ColumnSpec> columns = new ArrayList<>(learning.data().columns());
        columns.removeIf(one -> names.contains(one.name()));
        names.forEach(name -> columns.add(new ColumnSpec(name, ColumnType.TEXT, Role.IGNORED)));
        String typed = names.stream().map(name -> name + "=text").collect(Collectors.joining(","));
        return ofAll("--types " + typed, Said.of("remedy.ignoring", String.join(", ", names)),
                document.withProblem(new Problem.Learning(learning.data().withColumns(columns), learning.model())));
    }

    Remedy scaling() {
        return ofAll(DataSettings.SCALING.option() + " " + Scaling.STANDARD.name().toLowerCase(Locale.ROOT), Said.of("remedy.scaling"),
                document.withProblem(new Problem.Learning(learning.data().withScaling(Scaling.STANDARD), learning.model())));
    }

    Remedy weights() {
        LossOptions options = learning.model().settledOptions();
        ClassWeights balanced = new ClassWeights.Balanced();
        return model(ModelSettings.CLASS_WEIGHTS.option() + " " + ModelSettings.CLASS_WEIGHTS.kind().text(balanced),
                Said.of("remedy.weights"),
                learning.model().withLossOptions(new LossOptions(options.huberDelta(), options.labelSmoothing(), balanced)));
    }

    /** Early stopping that keeps the best, and a penalty; where there is some early stopping already, a penalty alone. */
    List<Remedy> holdBack(ContenderSpec spec) {
        double l2 = ShortFigures.round(Math.max(PENALTY, 10 * penalty(spec).l2()));
        Remedy held = of(spec, Penalty.L2.word() + "=" + NumberText.plain(l2), Said.of("remedy.l2", NumberText.plain(l2)),
                one -> one.withPenalty(new Penalty(penalty(spec).l1(), l2)));
        return document.training().earlyStopping() == null ? List.of(stopping(), held) : List.of(held);
    }

    private Remedy stopping() {
        int patience = TrainingSettings.PATIENCE.usual().intValue();
        return ofAll(TrainingSettings.PATIENCE.option() + " " + patience, Said.of("remedy.patience", patience),
                document.withTraining(document.training()
                        .withEarlyStopping(new TrainingSpec.EarlyStopping(patience, TrainingSettings.GAIN.usual(), true))));
    }

    /** No penalty, else no dropout, else a richer model, else more steps. */
    Remedy loosen(ContenderSpec spec) {
        ModelSpec model = learning.model();
        if (!penalty(spec).equals(Penalty.NONE)) {
            String key = penalty(spec).l2() > 0 ? Penalty.L2.word() : Penalty.L1.word();
            double l1 = penalty(spec).l2() > 0 ? penalty(spec).l1() : 0;
            return of(spec, key + "=0", Said.of("remedy.free", key.toUpperCase(Locale.ROOT)), one -> one.withPenalty(new Penalty(l1, 0)));
        }
        if (model.dropout() > 0) {
            return model(ModelSettings.DROPOUT.option() + " 0", Said.of("remedy.dropout"),
                    new ModelSpec(model.architecture(), model.loss(), model.initializer(), 0, model.lossOptions()));
        }
        return richer(model.architecture());
    }

    /** A network in place of a line, or of a curve; a network has its time. */
    private Remedy richer(Architecture now) {
        if (!Family.of(now).hasHidden(now)) {
            return network();
        }
        long steps = LONGER * document.training().steps();
        return ofAll(TrainingSettings.STEPS.option() + " " + steps, Said.of("remedy.steps", steps),
                document.withTraining(document.training().withSteps(steps)));
    }

    private Remedy network() {
        return model("--model mlp --hidden " + widths(), Said.of("remedy.network", widths()),
                with(new Architecture.Mlp(HIDDEN, Activation.TANH)));
    }

    private static String widths() {
        return HIDDEN.toString().replaceAll("[\\[\\] ]", "");
    }

    private ModelSpec with(Architecture other) {
        ModelSpec was = learning.model();
        return new ModelSpec(other, was.loss(), was.initializer(), was.dropout(), was.lossOptions());
    }

    private Remedy model(String setting, Said what, ModelSpec model) {
        return ofAll(setting, what, document.withProblem(new Problem.Learning(learning.data(), model)));
    }

    private static Remedy ofAll(String setting, Said what, Experiment changed) {
        return new Remedy(setting, what, changed, null);
    }

    private Penalty penalty(ContenderSpec spec) {
        return spec.penalty() == null ? document.training().penalty() : spec.penalty();
    }

    private Remedy of(ContenderSpec spec, String setting, Said what, UnaryOperator<ContenderSpec> change) {
        return new Remedy(setting, what, document.withContenders(document.contenders().stream()
                .map(one -> one.id().equals(spec.id()) ? change.apply(one) : one).toList()), spec.id());
    }
}
