package downhill.ui.screen.results;

import downhill.race.ContenderSpec;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Locale;

/**
 * A line of the results.
 *
 * @param contender who
 * @param standing  how it stands; null until the race knows it
 */
public record ResultRow(ContenderSpec contender, Standing standing) {
    /** The name. */
    public String name() {
        return contender.name();
    }

    /** The training loss of the last step; NaN where there is none. */
    public double loss() {
        return standing == null ? Double.NaN : standing.loss();
    }

    /** The validation loss; NaN where there is none. */
    public double validation() {
        return standing == null ? Double.NaN : standing.validationLoss();
    }

    /** The metric; NaN where there is none. */
    public double metric() {
        return standing == null ? Double.NaN : standing.metric();
    }

    /** The metric as people read it: shares in percent. */
    public String metricText() {
        boolean share = standing != null && isShare(standing.metricName()) && !Double.isNaN(metric());
        return share ? Numbers.percent(metric()) : Numbers.format(metric());
    }

    /** Steps a second. */
    public double rate() {
        return standing == null ? Double.NaN : standing.stepsPerSecond();
    }

    /** How it goes or how it ended, in a word or two. */
    public String outcome() {
        if (standing == null) {
            return "";
        }
        if (standing.outcome() == Outcome.DIVERGED) {
            return Messages.text("results.diverged", Numbers.count(standing.outcomeStep()));
        }
        return Messages.text("outcome." + standing.outcome().name().toLowerCase(Locale.ROOT));
    }

    private static boolean isShare(String metric) {
        return metric != null && metric.contains("accuracy");
    }
}
