package downhill.analysis.diagnosis;

import downhill.race.document.TriedRemedy;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * How well a contender does, for the comparison of a remedy with what it was to mend.
 *
 * @param best     its lowest validation loss so far, or the lowest level of its training loss where nothing is validated
 * @param now      the same as told now
 * @param diverged whether it has diverged
 * @param score    its {@link PlainScore}; NaN where that was not measured
 */
public record Health(double best, double now, boolean diverged, double score) {
    /** Without a score. */
    public Health(double best, double now, boolean diverged) {
        this(best, now, diverged, Double.NaN);
    }

    /** Of what was recorded; NaN where that is too little. */
    public static Health of(Patient patient) {
        if (patient.validation().size() > 0) {
            return new Health(BestValidation.of(patient.validation()).map(BestValidation::loss).orElse(Double.NaN),
                    patient.validationNow(), patient.diverged());
        }
        boolean tells = LossLevels.tell(patient.training());
        LossLevels levels = tells ? LossLevels.of(patient.training()) : null;
        return new Health(tells ? levels.lowest() : Double.NaN, tells ? levels.now() : Double.NaN, patient.diverged());
    }

    /** As a document keeps it. */
    public static Health of(TriedRemedy.Condition kept) {
        return new Health(kept.best(), kept.now(), kept.diverged(), kept.score());
    }

    /** The best of each; diverged where one is. */
    public static Health ofAll(Collection<Health> each) {
        return new Health(least(each, Health::best), least(each, Health::now), each.stream().anyMatch(Health::diverged),
                -least(each, one -> -one.score()));
    }

    private static double least(Collection<Health> each, ToDoubleFunction<Health> what) {
        return each.stream().mapToDouble(what).filter(Double::isFinite).min().orElse(Double.NaN);
    }

    /** The same with a score. */
    public Health scored(double score) {
        return new Health(best, now, diverged, score);
    }

    /** For a document. */
    public TriedRemedy.Condition kept() {
        return new TriedRemedy.Condition(best, now, diverged, score);
    }
}
