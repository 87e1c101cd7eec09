package downhill.cli;

import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.past.LabelCourse;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows whose label is suspect by how it fared along the training. */
final class ExplainSuspects implements ExplainMethod {
    private static final int SHOWN = 20;

    /** As JSON has it; {@code actual} and {@code prediction} are numbers or names of classes. */
    public record Line(int row, Object actual, Object prediction, double mean, double last, Optional<Long> learned, double suspect) {
    }

    @Override
    public int moments() {
        return LabelCourse.MOMENTS;
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        int[] known = IntStream.range(0, task.rows().count()).filter(row -> !Double.isNaN(task.rows().targets()[row])).toArray();
        if (known.length < 2) {
            throw new InputException(Said.of("explain.suspects.rows", task.model().preprocessing().target().column()));
        }
        List<Said> told = new ArrayList<>();
        if (known.length < task.rows().count()) {
            told.add(Said.of("explain.errors.unknown", task.rows().count() - known.length));
        }
        ExplainedRows rows = task.rows().pick(known);
        LabelCourse course = LabelCourse.of(task.model(), rows, task.past().parameters(), progress);
        boolean classes = task.model().classes();
        List<Long> steps = task.past().steps();
        told.add(Said.of(classes ? "explain.suspects.course.class" : "explain.suspects.course.number", steps.size(),
                steps.get(steps.size() - 1)));
        List<Line> lines = lines(task, rows, course);
        List<Line> suspects = Arrays.stream(course.suspects()).mapToObj(lines::get).toList();
        told.add(suspects.size() == 1 ? Said.of("explain.suspects.found.one", known.length)
                : Said.of("explain.suspects.found", suspects.size(), known.length));
        return result(classes, steps, lines, suspects, told);
    }

    private static List<Line> lines(ExplainTask task, ExplainedRows rows, LabelCourse course) {
        double[] answers = task.model().answers(rows.values());
        int outputs = task.model().outputs().size();
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            double target = rows.targets()[row];
            Object actual = task.model().classes() ? task.model().outputs().get((int) target) : (Object) target;
            double[] answer = Arrays.copyOfRange(answers, row * outputs, (row + 1) * outputs);
            Optional<Long> learned = course.learned().length == 0 || course.learned()[row] < 0 ? Optional.empty()
                    : Optional.of(task.past().steps().get(course.learned()[row]));
            lines.add(new Line(ExplainRows.number(task, rows, row), actual, ExplainRows.prediction(task, answer), course.mean()[row],
                    course.last()[row], learned, course.suspect()[row]));
        }
        return lines;
    }

    private static ExplainResult result(boolean classes, List<Long> steps, List<Line> lines, List<Line> suspects, List<Said> told) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("measure", classes ? "margin" : "error");
        json.put("steps", steps);
        json.put("suspects", suspects);
        json.put("rows", lines);
        TextTable table = new TextTable(Said.of("explain.head.file.row"), Said.of("explain.head.actual"), Said.of("explain.prediction"),
                Said.of(classes ? "explain.head.margin" : "explain.head.error.mean"), Said.of("explain.head.learned"));
        suspects.stream().limit(SHOWN).forEach(line -> table.row("" + line.row, ExplainRows.shown(line.actual),
                ExplainRows.shown(line.prediction), ExplainFiles.number(line.mean), learned(classes, line)));
        if (suspects.size() > SHOWN) {
            told.add(Said.of("explain.suspects.more", suspects.size() - SHOWN));
        }
        List<Line> worst = suspects.subList(0, Math.min(SHOWN, suspects.size()));
        double[] none = worst.stream().mapToDouble(line -> Double.NaN).toArray();
        Said axis = Said.of(classes ? "explain.axis.margin" : "explain.axis.error");
        Map<String, ExplainChart> charts = worst.isEmpty() ? Map.of() : Map.of("explain", new ExplainChart.Bars(axis,
                worst.stream().map(line -> "" + line.row).toList(), worst.stream().mapToDouble(line -> line.mean).toArray(), none, none));
        return new ExplainResult(json, List.of("row", "actual", "prediction", "mean", "last", "learned", "suspect"), lines.stream()
                .map(line -> List.of("" + line.row, "" + line.actual, "" + line.prediction, "" + line.mean, "" + line.last,
                        line.learned.map(Object::toString).orElse(""), "" + line.suspect)).toList(),
                suspects.isEmpty() ? List.of() : List.of(table), told, charts);
    }

    private static Object learned(boolean classes, Line line) {
        if (!classes) {
            return "-";
        }
        return line.learned.isEmpty() ? Said.of("explain.learned.never") : "" + line.learned.get();
    }
}
