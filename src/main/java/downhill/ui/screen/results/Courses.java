package downhill.ui.screen.results;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.Racing.Quantity;
import downhill.race.history.Curve;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The courses of all contenders, read again only where another validation has been recorded or forgotten, or the step shown has passed one:
 * a table is refreshed more often than that, and reading goes through thousands of points. FX thread.
 */
final class Courses {
    private static final int POINTS = 4000;

    /** A course and what it was read of: it holds for the steps from {@code from} to before {@code to}. */
    private record Known(Object validated, double told, double from, double to, ValidationCourse course) {
        boolean holds(Object now, double toldNow, long step) {
            return validated == now && Double.compare(told, toldNow) == 0 && step >= from && step < to;
        }
    }

    private final Map<String, Known> known = new HashMap<>();

    /** Of a contender that stands so; {@code told} is its validation loss. */
    ValidationCourse of(Racing race, Standing standing, double told) {
        if (race == null || standing == null || standing.outcome() == Outcome.UNBORN) {
            return ValidationCourse.NONE;
        }
        Object now = race.validated(standing.id());
        return known.compute(standing.id(), (id, last) -> last != null && last.holds(now, told, standing.step()) ? last
                : read(race, standing, told, now)).course();
    }

    private static Known read(Racing race, Standing standing, double told, Object now) {
        Curve all = race.curve(standing.id(), Quantity.VALIDATION_LOSS, POINTS);
        Curve past = all.upTo(standing.step());
        double from = past.size() == 0 ? Double.NEGATIVE_INFINITY : past.x()[past.size() - 1];
        double to = past.size() == all.size() ? Double.POSITIVE_INFINITY : all.x()[past.size()];
        Supplier<Curve> training = () -> race.curve(standing.id(), Quantity.TRAINING_LOSS, POINTS).upTo(standing.step());
        ValidationCourse course = ValidationCourse.of(past, training, told);
        return new Known(now, told, from, to, course);
    }
}
