package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.tree.ErrorGroups;
import downhill.analysis.explain.tree.ErrorRule;
import downhill.analysis.explain.tree.Suspects;
import downhill.data.Progress;
import downhill.ui.fx.UiTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a model errs.
 *
 * @param asked    which model
 * @param known    rows whose target is known; with fewer than {@link #FEWEST} nothing is told
 * @param mean     of the errors: in the target's unit, either way; of classes the share that is wrong
 * @param groups   by what they have in common, those with the largest mean error first
 * @param kinds    leaves of a tree of the errors, the same
 * @param suspects rows whose target may be wrong, the most suspect first
 */
record Erring(Asked asked, int known, double mean, List<ErrorGroups> groups, List<ErrorRule> kinds, List<Suspect> suspects) {
    static final int FEWEST = 30;
    private static final int LEAVES = 6;

    /**
     * A row whose target may be wrong.
     *
     * @param row  what is said of it
     * @param much by how much another class is more probable; or how far, in deviations, the error is from the others
     */
    record Suspect(SaidRow row, double much) {
    }

    Erring {
        groups = List.copyOf(groups);
        kinds = List.copyOf(kinds);
        suspects = List.copyOf(suspects);
    }

    static Erring of(Question question, Engines engines, UiTask<?> task) {
        Asked asked = question.asked();
        SaidRows all = SaidRows.of(asked, engines);
        List<SaidRow> rows = all.rows().stream().filter(row -> !Double.isNaN(row.error())).toList();
        if (rows.size() < FEWEST) {
            return new Erring(asked, rows.size(), Double.NaN, List.of(), List.of(), List.of());
        }
        ExplainedRows some = engines.rows(asked).pick(rows.stream().mapToInt(SaidRow::place).toArray());
        double[] errors = rows.stream().mapToDouble(row -> error(asked, row)).toArray();
        Cells cells = cells(asked, engines.of(asked), some, rows);
        List<ErrorRule> kinds = ErrorRule.of(cells, errors, LEAVES, 0, Progress.asking(() -> !task.isCancelled()));
        return new Erring(asked, rows.size(), Arrays.stream(errors).average().orElseThrow(), groups(asked, cells, rows, errors), kinds,
                suspects(asked, engines.of(asked), some, rows));
    }

    private static double error(Asked asked, SaidRow row) {
        if (asked.isOfClasses()) {
            return row.said() == row.actual() ? 0 : 1;
        }
        return Math.abs(row.error());
    }

    /** A pixel is nothing that rows have in common: images are told apart by their class alone. */
    private static Cells cells(Asked asked, Explained model, ExplainedRows some, List<SaidRow> rows) {
        return asked.site().isOfImages() ? classes(asked, rows) : RawFields.of(model).cells(some);
    }

    private static Cells classes(Asked asked, List<SaidRow> rows) {
        RawField of = RawField.labels(asked.prepared().targetName(), asked.prepared().classNames().toArray(String[]::new));
        return new Cells(List.of(of), rows.size(), rows.stream().mapToDouble(SaidRow::actual).toArray());
    }

    private static List<ErrorGroups> groups(Asked asked, Cells cells, List<SaidRow> rows, double[] errors) {
        List<ErrorGroups> groups = new ArrayList<>(ErrorGroups.of(cells, errors));
        if (asked.isOfClasses() && !asked.site().isOfImages()) {
            groups.addAll(ErrorGroups.of(classes(asked, rows), errors));
        }
        groups.sort(Comparator.comparingDouble(each -> -each.mean()));
        return groups;
    }

    private static List<Suspect> suspects(Asked asked, Explained model, ExplainedRows some, List<SaidRow> rows) {
        double[] much = asked.isOfClasses() ? Suspects.ofLabels(model.answers(some.values()), model.outputs().size(),
                rows.stream().mapToInt(row -> (int) row.actual()).toArray())
                : Suspects.ofNumbers(rows.stream().mapToDouble(SaidRow::error).toArray());
        return IntStream.range(0, rows.size()).filter(i -> much[i] > 0).mapToObj(i -> new Suspect(rows.get(i), much[i]))
                .sorted(Comparator.comparingDouble(each -> -each.much())).toList();
    }
}
