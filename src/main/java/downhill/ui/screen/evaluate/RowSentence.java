package downhill.ui.screen.evaluate;

import downhill.data.Visible;
import downhill.data.split.Fold;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.Marks;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What all contenders said of one row, in words. */
record RowSentence(EvaluationState state, List<RowAnswers> answers) {

    private static final Range WHOLE_DAYS = new Range(0, 100);

    /** Of a row of the table, from 0; empty where none is chosen. */
    String of(int row) {
        if (row == Selection.NO_ROW) {
            return "";
        }
        String number = Numbers.count(row + 1L);
        int known = IntStream.range(0, answers.size()).filter(i -> answers.get(i).place(row) >= 0).findFirst().orElse(-1);
        if (known < 0) {
            return Messages.text("evaluate.row.none", number);
        }
        String actual = value(answers.get(known).actual()[answers.get(known).place(row)]);
        List<ContenderSpec> contenders = state.hearing().experiment().contenders();
        String said = IntStream.range(0, answers.size()).mapToObj(i -> Messages.text("evaluate.row.said", contenders.get(i).name(),
                said(answers.get(i), row))).collect(Collectors.joining(Messages.text("caption.join")));
        int repeats = repeats();
        return repeats == 1 ? Messages.text("evaluate.row", number, actual, fold(row), said)
                : Messages.text("evaluate.row.repeated", number, actual, fold(row), said, Numbers.count(repeats));
    }

    private int repeats() {
        List<Fold> folds = state.rows().folds();
        return folds.get(folds.size() - 1).repeat() + 1;
    }

    private String fold(int row) {
        Fold in = state.rows().folds().stream().filter(fold -> Arrays.binarySearch(fold.held(), row) >= 0).findFirst().orElseThrow();
        return Numbers.count(in.number() + 1);
    }

    private String said(RowAnswers one, int row) {
        int place = one.place(row);
        if (place < 0 || one.ofClasses() && one.predicted()[place] < 0) {
            return "–";
        }
        String value = value(one.predicted()[place]);
        return !one.ofClasses() ? value : Messages.text("evaluate.row.sure", value, Numbers.percent(one.sure()[place]));
    }

    private String value(double value) {
        if (!state.hearing().classes().isEmpty()) {
            return Visible.line(state.hearing().classes().get((int) value));
        }
        Marks marks = state.hearing().marks();
        return marks == Marks.DATES ? marks.words(value, WHOLE_DAYS) : Numbers.significant(value, 4);
    }
}
