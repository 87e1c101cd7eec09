package downhill.cli;

import downhill.analysis.diagnosis.BestValidation;
import downhill.analysis.diagnosis.Overfitting;
import downhill.race.Race;
import downhill.race.RaceResult;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import downhill.words.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the recorded validations of a race that has ended say of each contender. */
final class Validations {
    private final Map<String, BestValidation> best = new HashMap<>();
    private final Map<String, Overfitting> overfitting = new HashMap<>();

    Validations(Race race, RaceResult result) {
        for (RaceResult.Finish finish : result.contenders()) {
            Curve validation = curve(race, finish, Series.VALIDATION_LOSS);
            BestValidation.of(validation).ifPresent(found -> best.put(finish.id(), found));
            Overfitting.of(validation, curve(race, finish, Series.TRAIN_LOSS), finish.validationLoss())
                    .ifPresent(found -> overfitting.put(finish.id(), found));
        }
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

    /** One sentence for each contender that overfits. */
    List<Said> sentences(RaceResult result) {
        return result.contenders().stream().flatMap(finish -> overfitting(finish).stream().map(found -> sentence(finish.name(), found)))
                .toList();
    }

    private static Said sentence(String name, Overfitting found) {
        return Said.of("cli.overfits", name, found.best().step(), text(found.best().loss()), text(found.now()));
    }

    private static String text(double loss) {
        return String.format(Locale.ROOT, "%.5g", loss);
    }
}
