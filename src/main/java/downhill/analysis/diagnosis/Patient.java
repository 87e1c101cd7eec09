package downhill.analysis.diagnosis;

import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A contender whose race has ended, or still runs.
 *
 * @param diverged      whether a loss or a parameter was no finite number
 * @param training      losses of batches, by rising step
 * @param validation    losses at validations; empty without validation rows
 * @param validationNow the validation loss told of it
 * @param inside        measures what goes on inside; asked only where there is reason to
 * @param done          the part of its steps that it has done, 0 to 1; 1 where it will do no more
 */
public record Patient(ContenderSpec spec, boolean diverged, Curve training, Curve validation, double validationNow, double done,
                      Supplier<Optional<Vitals>> inside) {
    /** One whose race has ended. */
    public Patient(ContenderSpec spec, boolean diverged, Curve training, Curve validation, double validationNow) {
        this(spec, diverged, training, validation, validationNow, 1, Optional::empty);
    }

    /** The same, looked into by {@code look} where there is reason to. */
    public Patient with(Supplier<Optional<Vitals>> look) {
        return new Patient(spec, diverged, training, validation, validationNow, done, look);
    }

    /** What is measured inside it. */
    Optional<Vitals> vitals() {
        return inside.get();
    }

    /** The training loss of the first batch; NaN where there is none. */
    double first() {
        return training.size() == 0 ? Double.NaN : training.y()[0];
    }

    String name() {
        return spec.name();
    }

    /** The step that it began at. */
    long birth() {
        return spec.birth();
    }

    /** The step of its best validation; where there is none the first. */
    long best() {
        return BestValidation.of(validation).map(BestValidation::step).orElse(birth());
    }
}
