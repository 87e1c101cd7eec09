package downhill.analysis.diagnosis;

/**
 * How well a contender does, for the comparison of a remedy with what it was to mend.
 *
 * @param best     its lowest validation loss so far, or the lowest level of its training loss where nothing is validated
 * @param now      the same as told now
 * @param diverged whether it has diverged
 */
public record Health(double best, double now, boolean diverged) {
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
}
