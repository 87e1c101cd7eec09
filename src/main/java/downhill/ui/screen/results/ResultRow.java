package downhill.ui.screen.results;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Spread;
import downhill.race.document.ContenderSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of the results.
 *
 * @param contender who
 * @param standing  how it stands; null until the race knows it
 * @param running   whether the race goes on at this moment
 * @param rate      steps a second, while the race rests those when it ran last; NaN before
 * @param low       least loss of its seeds, a mean of the last batches too; NaN with one seed
 * @param high      greatest loss of its seeds
 * @param course    what its validations say
 */
public record ResultRow(ContenderSpec contender, Standing standing, boolean running, double rate, double low, double high,
                        ValidationCourse course) {
    ResultRow with(ValidationCourse validations) {
        return new ResultRow(contender, standing, running, rate, low, high, validations);
    }

    /** The name. */
    public String name() {
        return contender.name();
    }

    /** The training loss, a mean of the last batches as everywhere; NaN where there is none. */
    public double loss() {
        return standing == null ? Double.NaN : standing.loss();
    }

    /** The validation loss; NaN where there is none, as for one that diverged: what was measured before is not of the step shown. */
    public double validation() {
        return isJudged() ? standing.validationLoss() : Double.NaN;
    }

    /** The metric; NaN where there is none. */
    public double metric() {
        return isJudged() ? standing.metric() : Double.NaN;
    }

    private boolean isJudged() {
        return standing != null && standing.outcome() != Outcome.DIVERGED;
    }

    /** Its best validation in words; empty where there is none. */
    String best() {
        return Double.isNaN(course.loss()) ? ""
                : Messages.text("results.best.at", Numbers.format(course.loss()), Numbers.count(course.best().step()));
    }

    /** Updates done; NaN where there is nobody yet to do any. */
    public double steps() {
        return standing == null || standing.outcome() == Outcome.UNBORN ? Double.NaN : standing.step();
    }

    String lossText() {
        return Numbers.narrow(loss());
    }

    String bestText() {
        return Numbers.narrow(course.loss());
    }

    String bestStepText() {
        return count(course.step());
    }

    String stepsText() {
        return count(steps());
    }

    String rateText() {
        return Double.isNaN(rate) ? "–" : Numbers.brief(rate);
    }

    private static String count(double steps) {
        return Double.isNaN(steps) ? "" : Numbers.count(Math.round(steps));
    }

    /** The metric as people read it: shares in percent. */
    public String metricText() {
        boolean share = standing != null && isShare(standing.metricName()) && !Double.isNaN(metric());
        return share ? Numbers.percent(metric()) : Numbers.narrow(metric());
    }

    /** How it goes or how it ended, in a word or two. */
    public String outcome() {
        if (standing == null) {
            return "";
        }
        if (standing.outcome() == Outcome.DIVERGED) {
            return Messages.text("results.diverged", Numbers.count(standing.outcomeStep()));
        }
        if (standing.outcome() == Outcome.RUNNING && !running) {
            return Messages.text(standing.step() == 0 ? "transport.ready" : "transport.paused");
        }
        return Messages.text("outcome." + standing.outcome().name().toLowerCase(Locale.ROOT));
    }

    /** The same in full: of one that diverged also what was not finite. */
    public String outcomeInFull() {
        return standing != null && standing.outcome() == Outcome.DIVERGED ? Snapshots.divergence(standing) : outcome();
    }

    /** The validation loss with its standard deviation where it is a mean over seeds. */
    public String validationText() {
        Spread spread = isJudged() ? standing.validationSpread() : null;
        return spread == null ? Numbers.narrow(validation())
                : Messages.text("number.spread", Numbers.format(spread.mean()), Numbers.format(spread.deviation()));
    }

    /** Of the validation loss over seeds; NaN where it is no mean over seeds. */
    double validationDeviation() {
        return isJudged() && standing.validationSpread() != null ? standing.validationSpread().deviation() : Double.NaN;
    }

    /** Of the metric over seeds; NaN where it is no mean over seeds. */
    double metricDeviation() {
        return isJudged() && standing.metricSpread() != null ? standing.metricSpread().deviation() : Double.NaN;
    }

    /** The metric with its standard deviation where it is a mean over seeds. */
    public String metricSpreadText() {
        Spread spread = isJudged() ? standing.metricSpread() : null;
        if (spread == null || Double.isNaN(spread.mean())) {
            return metricText();
        }
        boolean share = isShare(standing.metricName());
        return Messages.text("number.spread", metricText(), share ? Numbers.percent(spread.deviation())
                : Numbers.format(spread.deviation()));
    }

    /** Over how many seeds the numbers are means, and how far apart these are; empty with one seed. */
    public String spread() {
        if (contender.seeds() < 2 || !Double.isFinite(low + high)) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(Messages.text("results.seeds", Numbers.count(contender.seeds()), Numbers.format(low), Numbers.format(high)));
        if (isJudged() && standing.validationSpread() != null) {
            parts.add(Messages.text("results.seeds.validation", validationText()));
        }
        if (isJudged() && standing.metricSpread() != null && !Double.isNaN(metric())) {
            parts.add(Messages.text("results.seeds.metric", Messages.text("metric." + standing.metricName()), metricSpreadText()));
        }
        return String.join(Messages.text("results.seeds.join"), parts);
    }

    private static boolean isShare(String metric) {
        return metric != null && metric.contains("accuracy");
    }
}
