package downhill.cli;

import downhill.race.Outcome;
import downhill.race.RaceResult;
import downhill.race.Spread;
import java.io.PrintWriter;
import java.util.Locale;

/** How a race ended, for reading. */
final class ResultsTable {
    private final RaceResult result;

    ResultsTable(RaceResult result) {
        this.result = result;
    }

    void print(PrintWriter out) {
        String metric = result.contenders().stream().map(RaceResult.Finish::metricName).filter(name -> name != null)
                .findFirst().orElse("");
        TextTable table = metric.isEmpty()
                ? new TextTable("contender", "optimizer", "outcome", "steps", "first loss", "last loss", "steps/s")
                : new TextTable("contender", "optimizer", "outcome", "steps", "first loss", "last loss", "validation", metric, "steps/s");
        result.contenders().forEach(each -> table.row(metric.isEmpty() ? plain(each) : validated(each)));
        table.print(out);
    }

    private static String[] plain(RaceResult.Finish finish) {
        return new String[] {finish.name(), finish.ruleId(), outcome(finish), String.valueOf(finish.steps()), number(finish.initialLoss()),
            last(finish), speed(finish)};
    }

    private static String[] validated(RaceResult.Finish finish) {
        return new String[] {finish.name(), finish.ruleId(), outcome(finish), String.valueOf(finish.steps()), number(finish.initialLoss()),
            last(finish), number(finish.validationLoss()), number(finish.metric()), speed(finish)};
    }

    /** With several seeds the mean and its standard deviation over them. */
    private static String last(RaceResult.Finish finish) {
        if (finish.seeds().size() < 2) {
            return number(finish.finalLoss());
        }
        Spread spread = Spread.of(finish.seeds().stream().mapToDouble(RaceResult.SeedFinish::finalLoss).toArray());
        return number(spread.mean()) + " ± " + String.format(Locale.ROOT, "%.2g", spread.deviation());
    }

    private static String outcome(RaceResult.Finish finish) {
        String name = word(finish.outcome());
        return finish.outcome() == Outcome.DIVERGED ? name + " (" + finish.outcomeWhat() + " " + number(finish.outcomeValue()) + ")" : name;
    }

    /** A contender that did not end was stopped. */
    static String word(Outcome outcome) {
        return (outcome == Outcome.RUNNING ? Outcome.STOPPED : outcome).name();
    }

    private static String speed(RaceResult.Finish finish) {
        return String.format(Locale.ROOT, "%.0f", finish.stepsPerSecond());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5g", value);
    }
}
