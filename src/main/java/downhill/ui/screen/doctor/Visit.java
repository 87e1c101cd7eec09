package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Health;
import downhill.analysis.diagnosis.Examination;
import downhill.analysis.diagnosis.Patient;
import downhill.data.prepare.Prepared;
import downhill.engine.train.RunState;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import java.util.Optional;

/**
 * One contender as far as the race has gone.
 *
 * @param step  of the last update that it has done
 * @param ended whether it does no more
 */
record Visit(Patient patient, long step, boolean ended) {
    private static final int POINTS = 2000;

    /** Empty for one that is not born yet, or of another document. */
    static Optional<Visit> of(Racing race, Experiment document, Standing standing) {
        ContenderSpec spec = Descent.byId(document, standing.id());
        return spec == null || standing.outcome() == Outcome.UNBORN ? Optional.empty() : Optional.of(of(race, document, spec, standing));
    }

    private static Visit of(Racing race, Experiment document, ContenderSpec spec, Standing standing) {
        long own = document.training().steps() - spec.birth();
        boolean ended = standing.outcome().ended();
        double done = ended || own <= 0 ? 1 : (double) (standing.step() - spec.birth()) / own;
        return new Visit(new Patient(spec, standing.outcome() == Outcome.DIVERGED,
                curve(race, standing, Quantity.TRAINING_LOSS),
                curve(race, standing, Quantity.VALIDATION_LOSS), standing.validationLoss(), done, Optional::empty), standing.step(), ended);
    }

    private static Curve curve(Racing race, Standing standing, Quantity quantity) {
        return race.curve(standing.id(), quantity, POINTS).upTo(standing.step());
    }

    /** The same, looked into at {@code state} where there is reason to; null for no state. */
    Visit into(Experiment document, Prepared data, RunState state) {
        return state == null ? this : new Visit(patient.with(() ->
                Examination.of(document, data, patient.spec(), state.parameters(), state.step())), step, ended);
    }

    /** How it does. */
    Health condition() {
        return Health.of(patient);
    }

    /** The same contender at the step of another that is still on its way; else as it is. */
    Visit beside(Visit other) {
        long earlier = other.step();
        if (other.ended() || earlier >= step || patient.diverged()) {
            return this;
        }
        Curve validation = patient.validation().upTo(earlier);
        double told = validation.size() == 0 ? Double.NaN : validation.y()[validation.size() - 1];
        Patient then = new Patient(patient.spec(), false, patient.training().upTo(earlier), validation, told, patient.done(),
                Optional::empty);
        return new Visit(then, earlier, false);
    }
}
