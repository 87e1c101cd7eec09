package downhill.analysis.diagnosis;

import downhill.analysis.Samples;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Made-up patients on iris: a training curve of {@value #POINTS} points, 40 in each twelfth, and a validation every 20 steps. */
final class Ward {
    static final int POINTS = 480;
    static final int CHECKS = 25;
    static final ContenderSpec SPEC = ContenderSpec.of("c1", "Mine", "sgd", Map.of("learningRate", 0.1), 0);
    static final Prepared IRIS = Samples.iris();

    private Ward() {
    }

    /** Of a loss by time from 0 to 1. */
    static Curve training(DoubleUnaryOperator loss) {
        double[] steps = IntStream.range(0, POINTS).mapToDouble(i -> i).toArray();
        return new Curve(steps, IntStream.range(0, POINTS).mapToDouble(i -> loss.applyAsDouble((double) i / POINTS)).toArray());
    }

    /** Falls from 1 to {@code low} in a twelfth of the run, and stands at {@code end} in the last quarter. */
    static Curve training(double low, double end) {
        return training(t -> t < 0.75 ? Math.max(low, 1 - 12 * t) : end);
    }

    /** Validations at steps 0, 20, … 480, of a loss by time from 0 to 1. */
    static Curve validation(DoubleUnaryOperator loss) {
        return validation(CHECKS, loss);
    }

    static Curve validation(int checks, DoubleUnaryOperator loss) {
        double[] steps = IntStream.range(0, checks).mapToDouble(i -> i * (double) POINTS / (checks - 1)).toArray();
        return new Curve(steps, IntStream.range(0, checks).mapToDouble(i -> loss.applyAsDouble((double) i / (checks - 1))).toArray());
    }

    static Patient patient(Curve training, Curve validation) {
        return patient(SPEC, training, validation);
    }

    static Patient patient(ContenderSpec spec, Curve training, Curve validation) {
        return new Patient(spec, false, training, validation,
                validation.size() == 0 ? Double.NaN : validation.y()[validation.size() - 1]);
    }

    /** The same when a part of its steps is done. */
    static Patient under(Patient one, double done) {
        return new Patient(one.spec(), one.diverged(), one.training(), one.validation(), one.validationNow(), done, one.inside());
    }

    static Problem.Learning learning(ModelSpec model) {
        return new Problem.Learning(SampleData.of("iris").spec(), model);
    }

    static Experiment document(Problem problem, List<ContenderSpec> contenders) {
        return new Experiment("", problem, TrainingSpec.of(POINTS, 16), contenders, 7, Precision.FLOAT);
    }

    static List<Finding> findings(ModelSpec model, Patient patient) {
        return RunDoctor.of(document(learning(model), List.of(patient.spec())), IRIS, List.of(patient));
    }

    static List<Finding> findings(Patient patient) {
        return findings(Samples.IRIS_MODEL, patient);
    }

    static List<Ailment> kinds(Patient patient) {
        return kinds(findings(patient));
    }

    static List<Ailment> kinds(List<Finding> findings) {
        return findings.stream().map(Finding::kind).toList();
    }

    /** Iris with other training rows: the class and the inputs of each by its number. */
    static Prepared rows(int count, IntUnaryOperator kind, IntFunction<double[]> inputs) {
        Examples rows = new Examples(count, new int[] {4}, IntStream.range(0, count).boxed()
                .flatMapToDouble(row -> Arrays.stream(inputs.apply(row))).toArray(),
                IntStream.range(0, count).mapToDouble(kind::applyAsInt).toArray(), IntStream.range(0, count).toArray(), new double[0]);
        return new Prepared(rows, IRIS.validation(), IRIS.task(), IRIS.featureNames(), IRIS.classNames(), IRIS.targetName(),
                IRIS.preprocessing(), List.of());
    }
}
