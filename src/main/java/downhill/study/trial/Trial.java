package downhill.study.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One point that was tried, or is. A value.
 *
 * @param number     from 0, in the order in which they were begun
 * @param state      how it stands
 * @param values     by knob; of those that matter
 * @param loss       what it came to, the smaller the better; NaN unless it is complete
 * @param reports    what it had come to by step
 * @param generation number of the first trial of those that were chosen together; -1 where another program added it
 * @param bracket    which of the pruner's brackets it is in; 0 where there is but one
 * @param scores     what else is known of it once it is complete
 */
public record Trial(int number, TrialState state, Map<String, Object> values, double loss, SortedMap<Long, Double> reports,
                    int generation, int bracket, TrialScores scores) {
    /** Keeps copies. */
    public Trial {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
    }

    /** The same, found at once of one and the same: lists of hundreds are compared with every picture, and few of them have changed. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Trial trial && number == trial.number && state == trial.state
                && Double.compare(loss, trial.loss) == 0 && generation == trial.generation && bracket == trial.bracket
                && values.equals(trial.values) && reports.equals(trial.reports) && scores.equals(trial.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, state, values, loss, reports, generation, bracket, scores);
    }

    /** One that is about to be run. */
    public static Trial begun(int number, Map<String, Object> values, int generation, int bracket) {
        return new Trial(number, TrialState.RUNNING, values, Double.NaN, new TreeMap<>(), generation, bracket, TrialScores.NONE);
    }

    /** With a report more, or another one at that step. */
    public Trial reporting(long step, double value) {
        SortedMap<Long, Double> more = new TreeMap<>(reports);
        more.put(step, value);
        return new Trial(number, state, values, loss, more, generation, bracket, scores);
    }

    /** As it ended; {@code value} is NaN unless it is complete. */
    public Trial ended(TrialState how, double value) {
        return new Trial(number, how, values, value, reports, generation, bracket, scores);
    }

    /** With what else is known of it. */
    public Trial scored(TrialScores known) {
        return new Trial(number, state, values, loss, reports, generation, bracket, known);
    }

    /** The latest report; NaN where there is none. */
    public double latest() {
        return reports.isEmpty() ? Double.NaN : reports.get(reports.lastKey());
    }
}
