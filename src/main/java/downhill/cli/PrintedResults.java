package downhill.cli;

import downhill.analysis.diagnosis.BestValidation;
import downhill.race.Outcome;
import downhill.race.RaceResult;
import downhill.race.Spread;
import downhill.words.Said;
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
        Said who = Said.of("cli.head.contender");
        Said rule = Said.of("cli.head.optimizer");
        Said outcome = Said.of("cli.head.outcome");
        Said steps = Said.of("cli.head.steps");
        Said first = Said.of("cli.head.first");
        Said loss = Said.of("cli.head.loss");
        Said speed = Said.of("cli.head.speed");
        TextTable table = metric.isEmpty() ? new TextTable(who, rule, outcome, steps, first, loss, speed)
                : new TextTable(who, rule, outcome, steps, first, loss, Said.of("cli.head.validation"), Said.of("cli.head.best"),
                        Said.of("cli.head.best.step"), Said.of("measure." + metric), speed);
        result.contenders().forEach(each -> table.row(metric.isEmpty() ? plain(each) : validated(each)));
        table.print(out);
    }

    private static Object[] plain(RaceResult.Finish finish) {
        return new Object[] {finish.name(), finish.ruleId(), outcome(finish), String.valueOf(finish.steps()),
                loss(finish, finish.initialLoss()),
            last(finish), speed(finish)};
    }

    private Object[] validated(RaceResult.Finish finish) {
        BestValidation best = validations.best(finish);
        return new Object[] {finish.name(), finish.ruleId(), outcome(finish), String.valueOf(finish.steps()),
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

    private static Said outcome(RaceResult.Finish finish) {
        Said name = said(finish.outcome());
        return finish.outcome() == Outcome.DIVERGED ? Said.of("cli.outcome.why", name, reason(finish)) : name;
    }

    private static Said said(Outcome outcome) {
        return switch (outcome) {
            case RUNNING, STOPPED -> Said.of("cli.outcome.stopped");
            case FINISHED -> Said.of("cli.outcome.finished");
            case EARLY_STOPPED -> Said.of("cli.outcome.early");
            case DIVERGED -> Said.of("cli.outcome.diverged");
            case FAILED -> Said.of("cli.outcome.failed");
            default -> Said.plain(outcome.name());
        };
    }

    /** What was not finite, where and at which step, of one that diverged; what went wrong with one that failed; else null. */
    static Said reason(RaceResult.Finish finish) {
        return finish.outcome() == Outcome.DIVERGED ? Said.of("cli.not.finite", finish.outcomeWhat(), finish.outcomeValue())
                : finish.outcomeWhat();
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
