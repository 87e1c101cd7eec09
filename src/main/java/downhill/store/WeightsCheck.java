package downhill.store;

import downhill.model.ModelException;
import downhill.optim.Average;
import downhill.optim.Rule;
import downhill.race.document.StartPoint;
import downhill.race.document.WeightsSettings;
import downhill.race.document.WeightsSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Map;
import java.util.Optional;

/** What is wrong in a document with the weights of a contender. */
final class WeightsCheck {
    private WeightsCheck() {
    }

    /** @param path of the contender */
    static Optional<Said> problem(WeightsSpec weights, Rule rule, String path) {
        return start(weights.start(), path + ".weights.start").or(() -> paces(weights.paces(), path + ".weights.paces"))
                .or(() -> average(weights.average(), rule, path + ".weights.average"));
    }

    private static Optional<Said> start(StartPoint start, String place) {
        if (start == null) {
            return Optional.empty();
        }
        try {
            return start.row() == null ? Optional.of(Said.of("check.weights", place, Said.of("start.numbers", start.name())))
                    : Optional.empty();
        } catch (ModelException | ArithmeticException | NegativeArraySizeException none) {
            return Optional.of(Said.of("check.weights", place, Said.message(none)));
        }
    }

    private static Optional<Said> paces(Map<String, Double> paces, String place) {
        return paces.entrySet().stream().map(each -> WeightsSettings.PACE.problem(place + "." + each.getKey(), each.getValue()))
                .filter(problem -> problem != null).findFirst();
    }

    private static Optional<Said> average(Average average, Rule rule, String place) {
        if (average == null) {
            return Optional.empty();
        }
        try {
            average.of(rule);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(Said.of("check.weights", place, refused.said()));
        }
    }
}
