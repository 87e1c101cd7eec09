package downhill.ui.tune;

import downhill.study.Guess;
import downhill.study.Overtuning;
import downhill.study.StudySettings.PrunerName;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.study.trial.TrialState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A search as it is seen at one moment. A value.
 *
 * @param state  how it stands
 * @param trials by number
 * @param space  what is searched; null before the first search
 * @param most   how many trials there will be
 * @param budget steps of a trial
 * @param pruner how trials are given up; null before the first search
 * @param seconds for which it has computed
 * @param limit  seconds after which it ends; infinite for never
 * @param measure what trials are judged by: {@code loss} of the validation rows, else a metric over folds
 * @param guess  what guessing comes to on rows kept aside; null where there are none
 */
public record TuneStand(TuneState state, List<Trial> trials, SearchSpace space, int most, long budget,
                        PrunerName pruner, double seconds, double limit, String measure, Guess guess) {
    /** Before the first search. */
    public static final TuneStand NONE = new TuneStand(TuneState.NONE, List.of(), null, 0, 1, null, 0, Double.POSITIVE_INFINITY,
            "loss", null);
    /** With less done nobody can tell how long the rest takes. */
    private static final double TELLING = 0.02;

    /** Trials of whom nothing more will come. */
    public long ended() {
        return trials.stream().filter(trial -> trial.state().ended()).count();
    }

    /** Trials in a state. */
    public long count(TrialState which) {
        return trials.stream().filter(trial -> trial.state() == which).count();
    }

    /** The trial of a number. */
    public Optional<Trial> trial(int number) {
        return trials.stream().filter(each -> each.number() == number).findFirst();
    }

    /** Complete with the least loss. */
    public Optional<Trial> best() {
        return TrialOrder.best(trials);
    }

    /** Complete ones, the best first. */
    public List<Trial> complete() {
        return trials.stream().filter(trial -> trial.state() == TrialState.COMPLETE && Double.isFinite(trial.loss()))
                .sorted(Comparator.comparingDouble(Trial::loss).thenComparingInt(Trial::number)).toList();
    }

    /** What the choice among many has added; empty where no rows are kept aside, or before one is complete. */
    public Optional<Overtuning> overtuning() {
        return guess == null ? Optional.empty() : Overtuning.of(trials, guess);
    }

    /** Those that ended, the best first, failed ones last. */
    public List<Trial> ranked() {
        return TrialOrder.ranked(trials);
    }

    /** How far it is, 0 to 1. */
    public double share() {
        return most == 0 ? 0 : Math.min(1, trials.stream().mapToDouble(this::share).sum() / most);
    }

    private double share(Trial trial) {
        if (trial.state().ended()) {
            return 1;
        }
        return trial.reports().isEmpty() ? 0 : (double) trial.reports().lastKey() / budget;
    }

    /** Steps that all trials have made. */
    public long steps() {
        return trials.stream().filter(trial -> !trial.reports().isEmpty()).mapToLong(trial -> trial.reports().lastKey()).sum();
    }

    /** Seconds until it ends as it goes now; NaN where that cannot be told. */
    public double left() {
        double share = share();
        double rest = share > TELLING ? seconds * (1 - share) / share : Double.NaN;
        double limited = Double.isInfinite(limit) ? Double.NaN : Math.max(0, limit - seconds);
        return Double.isNaN(rest) || rest > limited ? limited : rest;
    }
}
