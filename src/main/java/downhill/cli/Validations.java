package downhill.cli;

import downhill.analysis.diagnosis.BestValidation;
import downhill.analysis.diagnosis.Examination;
import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Overfitting;
import downhill.analysis.diagnosis.Patient;
import downhill.analysis.diagnosis.RunDoctor;
import downhill.analysis.diagnosis.Vitals;
import downhill.engine.train.RunState;
import downhill.race.Outcome;
import downhill.race.Race;
import downhill.race.RaceResult;
import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the recorded validations of a race that has ended say of each contender. */
final class Validations {
    private final Map<String, BestValidation> best = new HashMap<>();
    private final Map<String, Overfitting> overfitting = new HashMap<>();
    private final List<Finding> findings;

    Validations(Race race, RaceResult result) {
        for (RaceResult.Finish finish : result.contenders()) {
            Curve validation = curve(race, finish, Series.VALIDATION_LOSS);
            BestValidation.of(validation).ifPresent(found -> best.put(finish.id(), found));
            Overfitting.of(validation, curve(race, finish, Series.TRAIN_LOSS), finish.validationLoss())
                    .ifPresent(found -> overfitting.put(finish.id(), found));
        }
        List<ContenderSpec> specs = result.experiment().contenders();
        findings = race.prepared().filter(data -> !data.isElsewhere()) // the doctor looks at rows
                .map(data -> RunDoctor.of(result.experiment(), data, IntStream.range(0, specs.size())
                        .mapToObj(i -> patient(race, specs.get(i), result.contenders().get(i))).toList())).orElse(List.of());
    }

    private static Curve curve(Race race, RaceResult.Finish finish, Series series) {
        return race.curve(finish.id(), series, 0, Long.MAX_VALUE, ResultFiles.POINTS);
    }

    /** The best validation of a contender, not-a-number at step −1 where there was none. */
    BestValidation best(RaceResult.Finish finish) {
        return best.getOrDefault(finish.id(), new BestValidation(-1, Double.NaN));
    }

    /** Since which step a contender overfits; empty where it does not. */
    Optional<Overfitting> overfitting(RaceResult.Finish finish) {
        return Optional.ofNullable(overfitting.get(finish.id()));
    }

    /** What the run doctor finds in the race, and what to try. */
    List<Finding> findings() {
        return findings;
    }

    private static Patient patient(Race race, ContenderSpec spec, RaceResult.Finish finish) {
        return new Patient(spec, finish.outcome() == Outcome.DIVERGED, curve(race, finish, Series.TRAIN_LOSS),
                curve(race, finish, Series.VALIDATION_LOSS), finish.validationLoss()).with(() -> inside(race, spec));
    }

    /** Of a race that rests, whose states are there; asked only where there is reason to. */
    private static Optional<Vitals> inside(Race race, ContenderSpec spec) {
        RunState state = race.states().join().get(spec.id());
        return state == null ? Optional.empty()
                : Examination.of(race.experiment(), race.prepared().orElseThrow(), spec, state.parameters(), state.step());
    }
}
