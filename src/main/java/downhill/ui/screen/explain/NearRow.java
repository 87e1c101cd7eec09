package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Anchor;
import downhill.analysis.explain.local.Lime;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What the model does near one row.
 *
 * @param asked    which model
 * @param tableRow row of the table, from 0
 * @param fields   raw values of its rows
 * @param lime     a linear model of it there; null where a region is told, or nothing can be
 * @param anchor   a region in which its answer stays; null where a line is told, or nothing can be
 * @param said     what it says of the row
 * @param within   answers of numbers are the same within this; NaN of classes
 * @param refused  why nothing can be told; null where something is
 */
record NearRow(Asked asked, int tableRow, RawFields fields, Lime lime, Anchor anchor, double said, double within, Said refused) {
    /** Answers of numbers are the same within this much of their standard deviation over the background. */
    private static final double SAME = 0.5;

    /** A line near it. */
    static NearRow line(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows row = engines.row(question);
        RawFields fields = RawFields.of(model);
        int table = row.sourceRows()[0];
        try {
            Lime lime = Lime.of(fields.answers(model, row.values()), model.outputs().size(), fields.cells(engines.training(asked)),
                    fields.cells(row).row(0), false, Lime.SAMPLES, Lime.SEEDS, 0, progress);
            return new NearRow(asked, table, fields, lime, null, Double.NaN, Double.NaN, null);
        } catch (RefusedException refused) {
            return new NearRow(asked, table, fields, null, null, Double.NaN, Double.NaN, Said.message(refused));
        }
    }

    /** A region around it. */
    static NearRow region(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows row = engines.row(question);
        RawFields fields = RawFields.of(model);
        Cells background = fields.cells(engines.training(asked));
        double[] answer = model.answers(row.values());
        double within = asked.isOfClasses() ? Double.NaN : SAME * deviation(model.answers(engines.training(asked).values()));
        Anchor anchor = Anchor.of(fields.answers(model, row.values()), answer.length, same(answer, within), background,
                fields.cells(row).row(0), 0, 1, progress);
        double said = asked.isOfClasses() ? Asked.most(answer) : answer[0];
        return new NearRow(asked, row.sourceRows()[0], fields, null, anchor, said, within, null);
    }

    private static Predicate<double[]> same(double[] answer, double within) {
        return answer.length > 1 || Double.isNaN(within) ? other -> Asked.most(other) == Asked.most(answer)
                : other -> Math.abs(other[0] - answer[0]) <= within;
    }

    private static double deviation(double[] answers) {
        double mean = Arrays.stream(answers).average().orElse(0);
        return Math.sqrt(Arrays.stream(answers).map(each -> (each - mean) * (each - mean)).average().orElse(0));
    }

    /** Which of the outputs is told about. */
    int output() {
        return asked.isOfClasses() ? asked.chosen() : 0;
    }
}
