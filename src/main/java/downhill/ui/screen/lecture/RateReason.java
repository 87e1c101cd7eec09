package downhill.ui.screen.lecture;

import downhill.optim.Rule;
import downhill.optim.Schedule;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec.Change;
import downhill.race.history.Curve;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.Optional;

/** What a learning rate that has changed, by hand or by its schedule, has done to the loss since. */
final class RateReason {
    /** So many steps a change is news. */
    private static final long NEWS = 50;
    /** A schedule that changes the rate by less since the last sentence is at its usual work. */
    private static final double LITTLE = 0.8;

    private RateReason() {
    }

    static Optional<String> of(Facts facts) {
        return byHand(facts).map(change -> changed(facts, change)).or(() -> byPlateau(facts)).or(() -> bySchedule(facts));
    }

    /** The rate in use, with when it was changed by hand where it was. */
    static String inUse(Facts facts) {
        String rate = Numbers.plain(facts.now().learningRate());
        return last(facts).map(change -> Messages.text("cause.rate.changed", rate, Numbers.count(change.step()))).orElse(rate);
    }

    private static List<Change> changes(Facts facts) {
        return facts.one().changes().stream().filter(change -> change.key().equals(Rule.LEARNING_RATE_KEY)
                && change.step() <= facts.now().step()).toList();
    }

    private static Optional<Change> last(Facts facts) {
        List<Change> all = changes(facts);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static Optional<Change> byHand(Facts facts) {
        return last(facts).filter(change -> change.step() < facts.now().step()
                && change.step() >= Math.min(facts.from(), facts.now().step() - NEWS));
    }

    private static String changed(Facts facts, Change change) {
        double there = facts.losses().applyAsDouble(change.step());
        double rate = last(facts.curves().apply(Quantity.LEARNING_RATE).upTo(change.step() - 1));
        String went = Double.isNaN(rate) ? Messages.text("cause.rate.to", Numbers.plain(change.value()), Numbers.count(change.step()))
                : Messages.text("cause.rate.went", Numbers.plain(rate), Numbers.plain(change.value()), Numbers.count(change.step()));
        double now = facts.now().loss();
        return went + (Double.isNaN(there) ? Messages.text("cause.end")
                : Messages.text("cause.since." + since(there, now), Numbers.format(there), Numbers.format(now)));
    }

    private static String since(double before, double now) {
        if (before == now) {
            return "kept";
        }
        return now < before ? "fell" : "rose";
    }

    private static double last(Curve curve) {
        return curve.size() == 0 ? Double.NaN : curve.y()[curve.size() - 1];
    }

    /** Two points of the recorded rate, one behind the other, where it was cut by the factor of a plateau schedule. */
    private static Optional<String> byPlateau(Facts facts) {
        Schedule.ReduceOnPlateau plateau = plateau(facts.one().schedule());
        Curve rates = facts.curves().apply(Quantity.LEARNING_RATE);
        for (int i = rates.size() - 1; plateau != null && i > 0 && isNews(facts, rates.x()[i]); i--) {
            double before = rates.y()[i - 1];
            double after = rates.y()[i];
            boolean byHand = changes(facts).stream().anyMatch(change -> change.value() == after);
            if (!byHand && Math.abs(after - Math.max(plateau.minimum(), before * plateau.factor())) <= 1e-6 * before && after < before) {
                return Optional.of(Messages.text("cause.plateau", Numbers.plain(before), Numbers.plain(after),
                        Numbers.count((long) rates.x()[i]), Numbers.count(plateau.patience()), Numbers.percent(plateau.threshold())));
            }
        }
        return Optional.empty();
    }

    private static boolean isNews(Facts facts, double step) {
        return step >= Math.min(facts.from(), facts.now().step() - NEWS);
    }

    private static Schedule.ReduceOnPlateau plateau(Schedule schedule) {
        if (schedule instanceof Schedule.LinearWarmup warmup) {
            return plateau(warmup.then());
        }
        return schedule instanceof Schedule.ReduceOnPlateau plateau ? plateau : null;
    }

    private static Optional<String> bySchedule(Facts facts) {
        double before = facts.before() == null ? Double.NaN : facts.before().learningRate();
        double after = facts.now().learningRate();
        boolean much = after < LITTLE * before || LITTLE * after > before;
        boolean scheduled = !(facts.one().schedule() instanceof Schedule.Constant) && facts.from() < facts.now().step();
        return scheduled && much && after > 0 ? Optional.of(Messages.text("cause.schedule", Numbers.plain(before), Numbers.plain(after)))
                : Optional.empty();
    }
}
