package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Anchor;
import downhill.data.Progress;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A region around one row in which its answer stays.
 *
 * @param asked      which model
 * @param tableRow   row of the table, from 0
 * @param anchor     the region
 * @param background raw values of the rows that others are drawn from
 * @param own        raw values of the row
 * @param said       what the model says of it
 * @param within     answers of numbers are the same within this; NaN of classes
 */
record NearRegion(Asked asked, int tableRow, Anchor anchor, Cells background, double[] own, double said, double within) {
    /** Searches it. */
    static NearRegion of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows row = engines.row(question);
        RawFields fields = RawFields.of(model);
        Cells background = fields.cells(engines.training(asked));
        double[] own = fields.cells(row).row(0);
        double[] answer = model.answers(row.values());
        double within = asked.isOfClasses() ? Double.NaN : Anchor.within(model.answers(engines.training(asked).values()));
        Anchor anchor = Anchor.of(fields.answers(model, row.values()), answer.length, same(answer, within), background, own, 0, 1,
                progress);
        return new NearRegion(asked, row.sourceRows()[0], anchor, background, own, asked.isOfClasses() ? Asked.most(answer) : answer[0],
                within);
    }

    private static Predicate<double[]> same(double[] answer, double within) {
        return answer.length > 1 || Double.isNaN(within) ? other -> Asked.most(other) == Asked.most(answer)
                : other -> Math.abs(other[0] - answer[0]) <= within;
    }

    /** Share of the background whose value of a field is so. */
    double share(int field, DoublePredicate so) {
        return IntStream.range(0, background.count()).filter(row -> so.test(background.of(row, field))).count()
                / (double) background.count();
    }
}
