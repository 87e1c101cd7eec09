package downhill.analysis.diagnosis;

import downhill.data.DataSettings;
import downhill.data.Scaling;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.ClassWeights;
import downhill.model.Family;
import downhill.model.LossOptions;
import downhill.model.ModelSettings;
import downhill.model.ModelSpec;
import downhill.optim.Hyperparameter;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSettings;
import downhill.race.document.TrainingSpec;
import downhill.setting.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

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
        double other = ShortFigures.round(factor * spec.hyperparameters().getOrDefault(rate.key(), rate.defaultValue()));
        if (rate.problemWith(other) != null) {
            return Optional.empty();
        }
        Map<String, Double> values = new TreeMap<>(spec.hyperparameters());
        values.put(rate.key(), other);
        return Optional.of(of(spec, rate.key() + "=" + NumberText.plain(other), one -> one.withHyperparameters(values)));
    }

    Remedy scaling() {
        return new Remedy(DataSettings.SCALING.option() + " " + Scaling.STANDARD.name().toLowerCase(Locale.ROOT),
                document.withProblem(new Problem.Learning(learning.data().withScaling(Scaling.STANDARD), learning.model())));
    }

    Remedy weights() {
        LossOptions options = learning.model().settledOptions();
        ClassWeights balanced = new ClassWeights.Balanced();
        return model(ModelSettings.CLASS_WEIGHTS.option() + " " + ModelSettings.CLASS_WEIGHTS.kind().text(balanced),
                learning.model().withLossOptions(new LossOptions(options.huberDelta(), options.labelSmoothing(), balanced)));
    }

    /** Early stopping that keeps the best; where there is some already, a penalty. */
    Remedy holdBack(ContenderSpec spec) {
        if (document.training().earlyStopping() != null) {
            double l2 = ShortFigures.round(Math.max(PENALTY, 10 * penalty(spec).l2()));
            return of(spec, Penalty.L2.word() + "=" + NumberText.plain(l2), one -> one.withPenalty(new Penalty(penalty(spec).l1(), l2)));
        }
        int patience = TrainingSettings.PATIENCE.usual().intValue();
        return new Remedy(TrainingSettings.PATIENCE.option() + " " + patience, document.withTraining(document.training()
                .withEarlyStopping(new TrainingSpec.EarlyStopping(patience, TrainingSettings.GAIN.usual(), true))));
    }

    /** No penalty, else no dropout, else a richer model, else more steps. */
    Remedy loosen(ContenderSpec spec) {
        ModelSpec model = learning.model();
        if (!penalty(spec).equals(Penalty.NONE)) {
            String key = penalty(spec).l2() > 0 ? Penalty.L2.word() : Penalty.L1.word();
            double l1 = penalty(spec).l2() > 0 ? penalty(spec).l1() : 0;
            return of(spec, key + "=0", one -> one.withPenalty(new Penalty(l1, 0)));
        }
        if (model.dropout() > 0) {
            return model(ModelSettings.DROPOUT.option() + " 0",
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
        return new Remedy(TrainingSettings.STEPS.option() + " " + steps, document.withTraining(document.training().withSteps(steps)));
    }

    private Remedy network() {
        ModelSpec was = learning.model();
        String widths = HIDDEN.toString().replaceAll("[\\[\\] ]", "");
        return model("--model mlp --hidden " + widths, new ModelSpec(new Architecture.Mlp(HIDDEN, Activation.TANH), was.loss(),
                was.initializer(), was.dropout(), was.lossOptions()));
    }

    private Remedy model(String setting, ModelSpec model) {
        return new Remedy(setting, document.withProblem(new Problem.Learning(learning.data(), model)));
    }

    private Penalty penalty(ContenderSpec spec) {
        return spec.penalty() == null ? document.training().penalty() : spec.penalty();
    }

    private Remedy of(ContenderSpec spec, String setting, UnaryOperator<ContenderSpec> change) {
        return new Remedy(setting, document.withContenders(document.contenders().stream()
                .map(one -> one.id().equals(spec.id()) ? change.apply(one) : one).toList()));
    }
}
