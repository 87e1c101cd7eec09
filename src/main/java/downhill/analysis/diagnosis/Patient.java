package downhill.analysis.diagnosis;

import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;

/**
 * A contender whose race has ended, or still runs.
 *
 * @param diverged      whether a loss or a parameter was no finite number
 * @param training      losses of batches, by rising step
 * @param validation    losses at validations; empty without validation rows
 * @param validationNow the validation loss told of it
 */
public record Patient(ContenderSpec spec, boolean diverged, Curve training, Curve validation, double validationNow) {
    /** The training loss of the first batch; NaN where there is none. */
    double first() {
        return training.size() == 0 ? Double.NaN : training.y()[0];
    }

    String name() {
        return spec.name();
    }
}
