package downhill.cli;

import downhill.data.split.FoldSpec;
import downhill.race.document.EvaluationSettings;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.EvaluationSpec.Division;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How rows are divided into folds. */
final class FoldOptions {
    private static final String EACH = "all";

    @Option(names = "--folds", paramLabel = "K|all", description = "Folds, each held out once while the others are learned from; all: each "
            + "row by itself (default: as the experiment says, else 5).")
    private String folds;

    @Option(names = "--repeats", paramLabel = "R", description = "How often all rows are divided anew, each time with other seeds "
            + "(default: as the experiment says, else 1).")
    private String repeats;

    @Option(names = "--groups", paramLabel = "COLUMN",
            description = "Rows with the same value there stay in one fold, such as those of one patient; the column is not learned from.")
    private String groups;

    @Option(names = "--rolling", description = "Hold out stretches of rows in their order, each learned from what came before it; "
            + "a series is always divided so.")
    private boolean rolling;

    /**
     * As options say, and where they say nothing, as a document does.
     *
     * @param series whether the rows are windows of a series
     */
    FoldSpec spec(EvaluationSpec said, boolean series) {
        Division division = series ? Division.ROLLING : division(said);
        int count = EACH.equals(folds) ? FoldSpec.EACH : count(said, division);
        boolean once = division == Division.ROLLING || count == FoldSpec.EACH;
        int times = repeats == null ? said.repeats() : EvaluationSettings.REPEATS.read("--repeats", repeats).intValue();
        return new FoldSpec(count, repeats == null && once ? 1 : times, group(said, division), division == Division.ROLLING);
    }

    /** Refuses what fits no experiment. */
    void check() {
        spec(EvaluationSpec.USUAL, false);
    }

    private Division division(EvaluationSpec said) {
        if (rolling) {
            return Division.ROLLING;
        }
        if (groups != null) {
            return each(said) ? Division.EACH_GROUP : Division.GROUPS;
        }
        if (folds == null) {
            return said.division();
        }
        if (said.division().isGrouped()) {
            return EACH.equals(folds) ? Division.EACH_GROUP : Division.GROUPS;
        }
        boolean other = said.division() == Division.EACH || said.division() == Division.ROLLING && EACH.equals(folds);
        return other ? Division.RANDOM : said.division();
    }

    /** Whether every group is to be left out by itself: where a number of folds is given, it is not. */
    private boolean each(EvaluationSpec said) {
        return folds == null ? said.division() == Division.EACH_GROUP : EACH.equals(folds);
    }

    private String group(EvaluationSpec said, Division division) {
        if (groups != null || !division.isGrouped()) {
            return groups;
        }
        if (said.group() == null) {
            throw new InputException(Said.of("cli.folds.nameless"));
        }
        return said.group();
    }

    private int count(EvaluationSpec said, Division division) {
        if (folds == null) {
            return division.isEach() ? FoldSpec.EACH : said.folds();
        }
        return EvaluationSettings.FOLDS.kind().read(folds).filter(EvaluationSettings.FOLDS.kind()::allows)
                .orElseThrow(() -> new InputException(Said.of("cli.folds", folds))).intValue();
    }

    /** The same as a document has it. */
    static EvaluationSpec written(EvaluationSpec said, FoldSpec divided, boolean series) {
        if (series) {
            return said.withFolds(divided.folds());
        }
        EvaluationSpec written = said.withDivision(Division.of(divided)).withGroup(divided.group());
        return divided.folds() == FoldSpec.EACH ? written : written.withFolds(divided.folds()).withRepeats(divided.repeats());
    }

    /** What is taken from a document, written as options. */
    List<String> taken(FoldSpec divided, boolean series) {
        List<String> taken = new ArrayList<>();
        if (folds == null) {
            taken.add("--folds " + (divided.folds() == FoldSpec.EACH ? EACH : divided.folds()));
        }
        if (repeats == null && divided.repeats() > 1) {
            taken.add("--repeats " + divided.repeats());
        }
        if (groups == null && divided.group() != null) {
            taken.add("--groups " + divided.group());
        }
        if (!rolling && !series && divided.rolling()) {
            taken.add("--rolling");
        }
        return taken;
    }
}
