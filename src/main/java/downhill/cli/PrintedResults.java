package downhill.cli;

import downhill.analysis.diagnosis.BestValidation;
import downhill.race.Outcome;
import downhill.race.RaceResult;
import downhill.race.Spread;
import java.io.PrintWriter;
import java.util.Locale;

/** How a race ended, for reading. */
final class PrintedResults {
    private final RaceResult result;
    private final Validations validations;

    PrintedResults(RaceResult result, Validations validations) {
        this.validations = validations;
        this.result = result;
    }

    void print(PrintWriter out) {
        String metric = result.contenders().stream().map(RaceResult.Finish::metricName).filter(name -> name != null)
                .findFirst().orElse("");
        TextTable table = metric.isEmpty()
                ? new TextTable("contender", "optimizer", "outcome", "steps", "first loss", "loss", "steps/s")
                : new TextTable("contender", "optimizer", "outcome", "steps", "first loss", "loss", "validation", "best", "best step",
                        metric,
                        "steps/s");
        result.contenders().forEach(each -> table.row(metric.isEmpty() ? plain(each) : validated(each)));
        table.print(out);
    }

    private static String[] plain(RaceResult.Finish finish) {
        return new String[] {finish.name(), finish.ruleId(), outcome(finish), String.valueOf(finish.steps()),
                loss(finish, finish.initialLoss()),
            last(finish), speed(finish)};
    }

    private String[] validated(RaceResult.Finish finish) {
        BestValidation best = validations.best(finish);
        return new String[] {finish.name(), finish.ruleId(), outcome(finish), String.valueOf(finish.steps()),
                loss(finish, finish.initialLoss()),
            last(finish), number(finish.validationLoss()), number(best.loss()), best.step() < 0 ? "" : String.valueOf(best.step()),
                    number(finish.metric()), speed(finish)};
    }

    /** With several seeds the mean and its standard deviation over them. */
    private static String last(RaceResult.Finish finish) {
        if (finish.seeds().size() < 2) {
            return loss(finish, finish.loss());
        }
        Spread spread = Spread.of(finish.seeds().stream().mapToDouble(RaceResult.SeedFinish::loss).toArray());
        return loss(finish, spread.mean()) + " ± " + String.format(Locale.ROOT, "%.2g", spread.deviation());
    }

    private static String outcome(RaceResult.Finish finish) {
        String name = word(finish.outcome());
        return finish.outcome() == Outcome.DIVERGED ? name + " (" + reason(finish) + ")" : name;
    }

    /** What was not finite, where and at which step, of one that diverged; what went wrong with one that failed; else null. */
    static String reason(RaceResult.Finish finish) {
        if (finish.outcome() == Outcome.DIVERGED) {
            return finish.outcomeWhat() + " is " + finish.outcomeValue();
        }
        return finish.outcomeWhat() == null ? null : finish.outcomeWhat().toString();
    }

    /** A contender that did not end was stopped. */
    static String word(Outcome outcome) {
        return (outcome == Outcome.RUNNING ? Outcome.STOPPED : outcome).name();
    }

    private static String speed(RaceResult.Finish finish) {
        return String.format(Locale.ROOT, "%.0f", finish.stepsPerSecond());
    }

    /** Of one that diverged it is said where it is no number; of others it is missing where nothing was trained. */
    private static String loss(RaceResult.Finish finish, double value) {
        return finish.outcome() == Outcome.DIVERGED && !Double.isFinite(value) ? Double.toString(value) : number(value);
    }

    /** Nothing where there is none. */
    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5g", value);
    }
}
