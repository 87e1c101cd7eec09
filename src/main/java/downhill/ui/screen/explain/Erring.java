package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.past.LabelCourse;
import downhill.analysis.explain.tree.ErrorGroups;
import downhill.analysis.explain.tree.ErrorRule;
import downhill.analysis.explain.tree.Suspects;
import downhill.data.Progress;
import downhill.race.history.PathPoint;
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
 * @param moments  of the training by which they were found; 0 where the model alone was asked, since there is no history
 */
record Erring(Asked asked, int known, double mean, List<ErrorGroups> groups, List<ErrorRule> kinds, List<Suspect> suspects,
              int moments) {
    static final int FEWEST = 30;
    private static final int LEAVES = 6;
    /** Of the work, that which comes before suspects. */
    private static final double KINDS = 0.4;

    /**
     * A row whose target may be wrong.
     *
     * @param row     what is said of it
     * @param much    by how much another class is more probable, along the training where there is a history; or how far, in
     *                deviations, the error is from the others
     * @param learned step from which on its label was the most probable class; −1 where it never was, or that is not known
     */
    record Suspect(SaidRow row, double much, long learned) {
    }

    Erring {
        groups = List.copyOf(groups);
        kinds = List.copyOf(kinds);
        suspects = List.copyOf(suspects);
    }

    static Erring of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        SaidRows all = SaidRows.of(asked, engines);
        List<SaidRow> rows = all.rows().stream().filter(row -> !Double.isNaN(row.error())).toList();
        if (rows.size() < FEWEST) {
            return new Erring(asked, rows.size(), Double.NaN, List.of(), List.of(), List.of(), 0);
        }
        ExplainedRows some = engines.rows(asked).pick(rows.stream().mapToInt(SaidRow::place).toArray());
        double[] errors = rows.stream().mapToDouble(row -> error(asked, row)).toArray();
        Cells cells = cells(asked, engines.of(asked), some, rows);
        List<ErrorRule> kinds = ErrorRule.of(cells, errors, LEAVES, 0, progress.stretch(0, KINDS));
        List<PathPoint> moments = Past.of(question);
        List<Suspect> suspects = moments.size() > 1 ? suspects(engines.of(asked), some, rows, moments, progress.stretch(KINDS, 1))
                : suspects(asked, engines.of(asked), some, rows);
        return new Erring(asked, rows.size(), Arrays.stream(errors).average().orElseThrow(), groups(asked, cells, rows, errors), kinds,
                suspects, moments.size() > 1 ? moments.size() : 0);
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

    /** By how the labels fared along the training. */
    private static List<Suspect> suspects(Explained model, ExplainedRows some, List<SaidRow> rows, List<PathPoint> moments,
                                          Progress progress) {
        LabelCourse course = LabelCourse.of(model, some, moments.stream().map(PathPoint::answer).toList(), progress);
        return Arrays.stream(course.suspects()).mapToObj(i -> new Suspect(rows.get(i), course.suspect()[i],
                course.learned().length == 0 || course.learned()[i] < 0 ? -1 : moments.get(course.learned()[i]).step())).toList();
    }

    private static List<Suspect> suspects(Asked asked, Explained model, ExplainedRows some, List<SaidRow> rows) {
        double[] much = asked.isOfClasses() ? Suspects.ofLabels(model.answers(some.values()), model.outputs().size(),
                rows.stream().mapToInt(row -> (int) row.actual()).toArray())
                : Suspects.ofNumbers(rows.stream().mapToDouble(SaidRow::error).toArray());
        return IntStream.range(0, rows.size()).filter(i -> much[i] > 0).mapToObj(i -> new Suspect(rows.get(i), much[i], -1))
                .sorted(Comparator.comparingDouble(each -> -each.much())).toList();
    }
}
