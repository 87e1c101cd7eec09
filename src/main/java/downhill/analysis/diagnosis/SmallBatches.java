package downhill.analysis.diagnosis;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is read otherwise where a batch has few rows: its loss is that of these rows, so that the first may be anything, and so noisy that
 * what is lost again does not stand out of it. Validations are of the same rows each time. The thresholds stand in docs/run-doctor.md.
 */
final class SmallBatches {
    /** Rows of a batch whose noise more rows can mend. */
    static final int SMALL = 8;
    /** Rows that tell a first loss where nothing is validated. */
    private static final int TELLING = 32;
    /** Late validations that lie above the best by this part of the first have lost what had been learned. */
    private static final double LOST = 0.1;
    /** Of the late validations; with less the training rows are learned and the others are not, which is overfitting. */
    private static final double ALIKE = 0.75;

    private final Experiment document;

    SmallBatches(Experiment document) {
        this.document = document;
    }

    private int rows(ContenderSpec spec) {
        return spec.batchSize() == ContenderSpec.SHARED_BATCH ? document.training().batchSize() : spec.batchSize();
    }

    private boolean isSmall(ContenderSpec spec) {
        return rows(spec) > 0 && rows(spec) <= SMALL;
    }

    /** The loss that it began with, to which others are held: of few rows the first validation, else the mean of some batches. */
    double first(Patient patient) {
        if (!isSmall(patient.spec())) {
            return patient.first();
        }
        Curve checks = patient.validation();
        return checks.size() > 0 && Double.isFinite(checks.y()[0]) ? checks.y()[0]
                : Arrays.stream(patient.training().y()).limit(TELLING / rows(patient.spec())).average().orElse(Double.NaN);
    }

    /**
     * Where it comes to late in the run, on average over validations, if that lies well above its best and the training loss does no
     * better: the parameters wander. Of batches of few rows only.
     *
     * @param checks the fewest validations that tell
     */
    Optional<Double> wandering(Patient patient, int checks) {
        double[] losses = patient.validation().y();
        if (!isSmall(patient.spec()) || losses.length < checks || !LossLevels.tell(patient.training())
                || !Arrays.stream(losses).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        double late = Arrays.stream(losses, losses.length * 3 / 4, losses.length).average().orElseThrow();
        double lost = late - Arrays.stream(losses).min().orElseThrow();
        boolean alike = LossLevels.of(patient.training()).now() >= ALIKE * late;
        return alike && lost > LOST * Math.abs(losses[0]) ? Optional.of(late) : Optional.empty();
    }
}
