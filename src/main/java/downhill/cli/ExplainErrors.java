package downhill.cli;

import downhill.analysis.explain.ClassScale;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.tree.ErrorGroups;
import downhill.analysis.explain.tree.ErrorRule;
import downhill.analysis.explain.tree.Suspects;
import downhill.analysis.explain.tree.TreeCondition;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where a model errs: the worst rows, kinds of rows, and rows whose target may be wrong. */
final class ExplainErrors implements ExplainMethod {
    private static final int SHOWN = 10;
    private static final int FEWEST = 30;

    /** As JSON has it; {@code actual} and {@code prediction} are numbers or names of classes. */
    public record Line(int row, Object actual, Object prediction, double error, double suspect) {
    }

    /** As JSON has it. */
    public record Kind(List<String> conditions, int rows, double mean, int unseenRows, Optional<Double> unseenMean) {
    }

    /** As JSON has it. */
    public record Group(String group, int rows, double mean) {
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        List<Said> told = new ArrayList<>();
        int[] known = IntStream.range(0, task.rows().count()).filter(row -> !Double.isNaN(task.rows().targets()[row])).toArray();
        if (known.length < FEWEST) {
            throw new InputException(Said.of("explain.errors.rows", known.length, FEWEST, task.model().preprocessing().target().column()));
        }
        if (known.length < task.rows().count()) {
            told.add(Said.of("explain.errors.unknown", task.rows().count() - known.length));
        }
        ExplainedRows rows = task.rows().pick(known);
        List<Line> lines = lines(task, rows);
        double[] errors = errors(task, lines);
        Cells cells = RawFields.of(task.model()).cells(rows);
        List<ErrorRule> kinds = ErrorRule.of(cells, errors, task.options().choices().leaves(), task.options().seed(), progress);
        List<ErrorGroups> groups = ErrorGroups.of(cells, errors);
        double mean = Arrays.stream(errors).average().orElseThrow();
        boolean classes = task.model().classes();
        told.add(Said.of(classes ? "explain.errors.share" : "explain.errors.mean", ExplainFiles.number(classes ? 100 * mean : mean),
                known.length));
        long suspect = lines.stream().filter(line -> line.suspect > 0).count();
        told.add(suspects(suspect));
        told.add(Said.of("explain.errors.trained"));
        Map<String, Object> json = json(classes, mean, known.length, lines, kinds, groups);
        return new ExplainResult(json, List.of("row", "actual", "prediction", "error", "suspect"), lines.stream().map(line -> List.of(
                "" + line.row, "" + line.actual, "" + line.prediction, "" + line.error, "" + line.suspect)).toList(), printed(kinds),
                tables(lines, groups), told, Map.of("explain", chart(groups, classes)), Map.of());
    }

    private static Said suspects(long count) {
        if (count == 0) {
            return Said.of("explain.suspects.none");
        }
        return count == 1 ? Said.of("explain.suspects.one") : Said.of("explain.suspects", count);
    }

    /** Of classes the error is the loss −ln p of the row's own. */
    private static List<Line> lines(ExplainTask task, ExplainedRows rows) {
        double[] answers = task.model().in(ClassScale.PROBABILITY).answers(rows.values());
        int outputs = task.model().outputs().size();
        boolean classes = task.model().classes();
        int[] labels = Arrays.stream(rows.targets()).mapToInt(each -> (int) each).toArray();
        double[] off = IntStream.range(0, rows.count()).mapToDouble(row -> answers[row * outputs] - rows.targets()[row]).toArray();
        double[] suspects = classes ? Suspects.ofLabels(answers, outputs, labels) : Suspects.ofNumbers(off);
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            double[] answer = Arrays.copyOfRange(answers, row * outputs, (row + 1) * outputs);
            double error = classes ? -Math.log(answer[labels[row]]) : Math.abs(off[row]);
            Object actual = classes ? task.model().outputs().get(labels[row]) : (Object) rows.targets()[row];
            lines.add(new Line(ExplainRows.number(task, rows, row), actual, ExplainRows.prediction(task, answer), error, suspects[row]));
        }
        return lines;
    }

    /** What rules are made of: the size of errors, of classes whether it is wrong. */
    private static double[] errors(ExplainTask task, List<Line> lines) {
        return lines.stream().mapToDouble(line -> task.model().classes() ? wrong(line) : line.error).toArray();
    }

    private static double wrong(Line line) {
        return line.actual.equals(line.prediction) ? 0 : 1;
    }

    private static List<Said> printed(List<ErrorRule> kinds) {
        return kinds.stream().map(kind -> {
            Said rule = ExplainSurrogate.said(kind.conditions(), ExplainFiles.number(kind.mean()), kind.rows());
            return Said.of("explain.errors.holds", rule, ExplainFiles.number(kind.holds()), kind.unseen());
        }).toList();
    }

    private static List<TextTable> tables(List<Line> lines, List<ErrorGroups> groups) {
        TextTable worst = new TextTable(Said.of("explain.head.worst"), Said.of("explain.head.actual"), Said.of("explain.prediction"),
                Said.of("explain.head.error"), Said.of("explain.head.suspect"));
        lines.stream().sorted(Comparator.comparingDouble(line -> -line.error)).limit(SHOWN).forEach(line -> worst.row("" + line.row,
                ExplainRows.shown(line.actual), ExplainRows.shown(line.prediction), ExplainFiles.number(line.error),
                line.suspect > 0 ? Said.of("explain.suspect.yes") : ""));
        TextTable table = new TextTable(Said.of("explain.head.group"), Said.of("explain.head.rows"), Said.of("explain.head.error.mean"));
        groups.stream().limit(SHOWN).forEach(each -> table.row(each.group().text(), "" + each.rows(), ExplainFiles.number(each.mean())));
        return List.of(worst, table);
    }

    private static Map<String, Object> json(boolean classes, double mean, int rows, List<Line> lines, List<ErrorRule> kinds,
                                            List<ErrorGroups> groups) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measure", classes ? "misclassified" : "absoluteError");
        json.put("mean", mean);
        json.put("rows", rows);
        json.put("worst", lines.stream().sorted(Comparator.comparingDouble(line -> -line.error)).limit(SHOWN).toList());
        json.put("rules", kinds.stream().map(kind -> new Kind(kind.conditions().stream().map(TreeCondition::text).toList(), kind.rows(),
                kind.mean(), kind.unseen(), ExplainSurrogate.finite(kind.holds()))).toList());
        json.put("groups", groups.stream().map(each -> new Group(each.group().text(), each.rows(), each.mean())).toList());
        json.put("suspects", lines.stream().filter(line -> line.suspect > 0)
                .sorted(Comparator.comparingDouble(line -> -line.suspect)).toList());
        return json;
    }

    private static ExplainChart chart(List<ErrorGroups> groups, boolean classes) {
        List<ErrorGroups> shown = groups.subList(0, Math.min(SHOWN, groups.size()));
        double[] none = new double[shown.size()];
        Arrays.fill(none, Double.NaN);
        return new ExplainChart.Bars(Said.of(classes ? "explain.axis.wrong" : "explain.axis.error"),
                shown.stream().map(each -> each.group().text()).toList(), shown.stream().mapToDouble(ErrorGroups::mean).toArray(), none,
                none);
    }
}
