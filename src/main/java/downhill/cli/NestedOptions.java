package downhill.cli;

import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.race.document.NestedSpec;
import downhill.race.document.NestedSpec.Over;
import downhill.study.NestedKnobs;
import downhill.study.space.Knob;
import downhill.study.space.VaryText;
import downhill.words.Said;
import java.util.ArrayList;
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

    /** Refuses what fits no experiment. */
    void check() {
        if (trials != null && (trials < 1 || trials > MOST)) {
            throw new InputException(Said.of("cli.nested.trials", trials, MOST));
        }
        wanted();
    }

    /**
     * As options say, and where they say nothing, as a document does; null where nothing is tuned.
     *
     * @throws InputException where it is said what is tuned, and nothing is
     */
    NestedSpec spec(NestedSpec said) {
        if (trials == null && said == null) {
            if (!vary.isEmpty()) {
                throw new InputException(Said.of("cli.nested.vary"));
            }
            return null;
        }
        Over over = said == null || !vary.isEmpty() ? own() : said.over();
        return new NestedSpec(trials == null ? said.trials() : trials, over);
    }

    private Over own() {
        return vary.contains(ALL) ? Over.ALL : Over.RATE;
    }

    /** What is taken from a document, written as options. */
    List<String> taken(NestedSpec said) {
        List<String> taken = new ArrayList<>();
        if (said != null && trials == null) {
            taken.add("--nested " + said.trials());
        }
        if (said != null && vary.isEmpty() && said.over() == Over.ALL) {
            taken.add("--vary " + ALL);
        }
        return taken;
    }

    private List<Knob> wanted() {
        return vary.stream().filter(each -> !each.equals(ALL)).map(VaryText::read).toList();
    }

    /** Of an experiment that is tuned as {@link #spec} says. */
    NestedKnobs knobs(Experiment experiment, NestedSpec spec) {
        return new NestedKnobs(wanted(), spec.over() == Over.ALL, RuleLibrary.complete(),
                text -> ScheduleText.schedule("schedule", text, experiment.training().steps()));
    }
}
