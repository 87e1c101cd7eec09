package downhill.cli;

import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.study.NestedKnobs;
import downhill.study.space.Knob;
import downhill.study.space.VaryText;
import downhill.words.Said;
import java.util.List;
import picocli.CommandLine.Option;

/** What is tuned within each fold. */
final class NestedOptions {
    private static final String ALL = "all";
    private static final int MOST = 100_000;

    @Option(names = "--nested", paramLabel = "TRIALS", description = "Tune each contender in every fold by so many trials on its training "
            + "rows, and score what was chosen on the rows held out.")
    private Integer trials;

    @Option(names = "--vary", paramLabel = "KEY=RANGE|all", description = "With --nested: what is tuned, as tune has it, of every "
            + "contender that has it; all: every number of each rule in its sensible range (default: the learning rate, up to a hundred "
            + "times more or less).")
    private List<String> vary = List.of();

    boolean asked() {
        return trials != null;
    }

    int trials() {
        return trials;
    }

    void check() {
        if (trials != null && (trials < 1 || trials > MOST)) {
            throw new InputException(Said.of("cli.nested.trials", trials, MOST));
        }
        if (trials == null && !vary.isEmpty()) {
            throw new InputException(Said.of("cli.nested.vary"));
        }
        wanted();
    }

    private List<Knob> wanted() {
        return vary.stream().filter(each -> !each.equals(ALL)).map(VaryText::read).toList();
    }

    NestedKnobs knobs(Experiment experiment) {
        return new NestedKnobs(wanted(), vary.contains(ALL), RuleLibrary.complete(),
                text -> ScheduleText.schedule("schedule", text, experiment.training().steps()));
    }
}
