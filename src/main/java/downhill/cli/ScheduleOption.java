package downhill.cli;

import downhill.optim.Rule;
import downhill.optim.RuleParser;
import downhill.optim.Schedule;
import downhill.optim.ScheduleForm;
import downhill.optim.ScheduleKey;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import downhill.words.Words;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How the learning rate of all contenders changes with the steps. */
final class ScheduleOption {
    private final OptionSpec option = ((SpokenHelp) ScheduleOption::help).of(OptionSpec.builder("--schedule").type(String.class).arity("1")
            .paramLabel("NAME[:key=value,...]")).build();

    @Mixin
    private final CommandSpec mixin = CommandSpec.create().addOption(option);

    private static String[] help(Words words) {
        Stream<String> forms = Arrays.stream(ScheduleForm.values()).map(form -> "  " + form.title() + keys(form, words));
        return Stream.of(Stream.of(words.say(Said.of("cli.help.schedule"))), forms, Stream.of(words.say(Said.of("cli.help.schedule.such"))))
                .flatMap(lines -> lines).toArray(String[]::new);
    }

    private static String keys(ScheduleForm form, Words words) {
        String keys = form.keys().stream().map(key -> key(key, words)).collect(Collectors.joining(","));
        return (keys.isEmpty() ? "" : ":" + keys) + (form.leadsOn() ? ",then=NAME:..." : "");
    }

    private static String key(ScheduleKey key, Words words) {
        if (key.needed()) {
            return key.name();
        }
        return key.name() + " [" + (key.ofRun() ? words.say(Said.of("cli.help.schedule.all")) : key.setting().usualText()) + "]";
    }

    private String text() {
        return option.getValue();
    }

    /** Refuses what no run could have, before data are read. */
    void check() {
        if (text() != null) {
            schedule(1);
        }
    }

    /**
     * The one that is asked for, or else the constant one.
     *
     * @param run updates of the run
     */
    Schedule schedule(long run) {
        return text() == null ? Schedule.CONSTANT : ScheduleText.schedule("--schedule", text(), run);
    }

    /** The experiment with this schedule for each contender, where one was asked for. */
    Experiment apply(Experiment experiment, PrintWriter err) {
        if (text() == null) {
            return experiment;
        }
        Schedule schedule = schedule(experiment.training().steps());
        Experiment scheduled = experiment.withContenders(experiment.contenders().stream().map(each -> each.withSchedule(schedule))
                .toList());
        check(scheduled, err);
        return scheduled;
    }

    /** Refuses schedules that would wait for what never comes, and tells those that cannot do anything. */
    static void check(Experiment experiment, PrintWriter err) {
        if (experiment.contenders().stream().anyMatch(each -> waitsForValidation(each.schedule())) && !validates(experiment)) {
            throw new InputException(Said.of("cli.plateau"));
        }
        experiment.contenders().stream().filter(each -> !each.schedule().equals(Schedule.CONSTANT) && hasNoLearningRate(each))
                .forEach(each -> err.println(Said.of("cli.schedule.idle", each.name())));
    }

    private static boolean waitsForValidation(Schedule schedule) {
        return schedule instanceof Schedule.LinearWarmup warmup ? waitsForValidation(warmup.then())
                : schedule instanceof Schedule.ReduceOnPlateau;
    }

    private static boolean validates(Experiment experiment) {
        return experiment.problem() instanceof Problem.Learning learning && learning.data().split().validationRatio() > 0;
    }

    private static boolean hasNoLearningRate(ContenderSpec contender) {
        Rule rule = contender.ruleText() == null ? RuleChoice.rule(contender.ruleId()) : RuleParser.parse(contender.ruleText());
        return rule.learningRateIndex() < 0;
    }
}
