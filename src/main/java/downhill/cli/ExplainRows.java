package downhill.cli;

import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.RawField;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What ways to explain single rows have in common. */
final class ExplainRows {
    /** Where no rows are asked for, so many are explained. */
    static final int FIRST = 10;

    private ExplainRows() {
    }

    /** The rows asked for, or the first ten, which is said. */
    static ExplainedRows of(ExplainTask task, List<Said> told) {
        if (task.rows() != task.file() || task.file().count() <= FIRST) {
            return task.rows();
        }
        told.add(Said.of("explain.first", FIRST, task.file().count()));
        return task.file().pick(IntStream.range(0, FIRST).toArray());
    }

    /** Which data row of the file, from 1, it is. */
    static int number(ExplainTask task, ExplainedRows rows, int row) {
        return task.numbers()[rows.sourceRows()[row]];
    }

    /** The place of the most probable class; of numbers 0. */
    static int said(double[] answer) {
        int best = 0;
        for (int i = 1; i < answer.length; i++) {
            best = answer[i] > answer[best] ? i : best;
        }
        return best;
    }

    /** The answer to each row: a number, or the index of the class. */
    static double[] told(ExplainTask task, ExplainedRows rows) {
        double[] answers = task.model().answers(rows.values());
        int outputs = task.model().outputs().size();
        return IntStream.range(0, rows.count()).mapToDouble(row -> task.model().classes()
                ? said(Arrays.copyOfRange(answers, row * outputs, (row + 1) * outputs)) : answers[row]).toArray();
    }

    /** What JSON calls the prediction: a number, or the name of a class. */
    static Object prediction(ExplainTask task, double[] answer) {
        return task.model().classes() ? task.model().outputs().get(said(answer)) : (Object) answer[0];
    }

    /** What JSON calls the prediction of each row. */
    static Object[] predictions(ExplainTask task, ExplainedRows rows) {
        double[] answers = task.model().answers(rows.values());
        int outputs = task.model().outputs().size();
        return IntStream.range(0, rows.count()).mapToObj(row ->
                prediction(task, Arrays.copyOfRange(answers, row * outputs, (row + 1) * outputs))).toArray();
    }

    /** The target of each row: a number, or the name of a class; empty where it is not known. */
    static List<Optional<Object>> actual(ExplainTask task, ExplainedRows rows) {
        return Arrays.stream(rows.targets()).mapToObj(target -> Double.isNaN(target) ? Optional.empty()
                : Optional.of(actual(task, target))).toList();
    }

    private static Object actual(ExplainTask task, double target) {
        return task.model().classes() ? task.model().outputs().get((int) target) : (Object) target;
    }

    /** As a table for other programs has it: empty where it is not known. */
    static String told(Optional<Object> value) {
        return value.map(Object::toString).orElse("");
    }

    /** An answer or a target for people. */
    static String shown(Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof Double number ? ExplainFiles.number(number) : value.toString();
    }

    /** The first cells of a row, as a person reads them. */
    static String cells(ExplainTask task, ExplainedRows rows, int row, int most) {
        String cells = task.model().columns().stream().limit(most).filter(column -> rows.text(row, column) != null)
                .map(column -> column.name() + "=" + rows.text(row, column)).collect(Collectors.joining(", "));
        return task.model().columns().size() > most ? cells + ", …" : cells;
    }

    /** A value of a field; empty for a label that did not occur in training. */
    static String text(RawField field, double value) {
        String text = field.text(value);
        return text == null ? "" : text;
    }
}
