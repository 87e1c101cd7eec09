package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Slopes;
import downhill.analysis.explain.gradient.Sensitivity;
import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.ui.fit.FitSite;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Works out what slopes say. Keeps its compiled gradients; for the one thread of a feed. */
final class SlopeWork implements AutoCloseable {
    private static final int MOST_ROWS = 64;

    private FitSite site;
    private Explained model;
    private Slopes slopes;

    /** In float64, whatever the race computes in: what is integrated is to add up. */
    private Slopes slopes(Asked asked) {
        if (slopes == null || !asked.site().sameAs(site)) {
            close();
            site = asked.site();
            model = Explained.of(site.model(), site.prepared().preprocessing(), site.outputs(), asked.parameters(), Precision.DOUBLE);
            slopes = new Slopes(model);
        }
        return slopes.of(model.with(asked.parameters()));
    }

    /** Of the row that is explained. */
    RowSlopes of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        ExplainedRows row = engines.row(question);
        ExplainedRows training = engines.training(asked);
        Slopes here = slopes(asked);
        int output = output(question, here.explained().answers(row.values()));
        Sensitivity found = Sensitivity.of(here, output, row.values(),
                Sensitivity.mean(training.values(), row.size()), Sensitivity.ranges(training.values(), row.size()), 0,
                progress);
        return new RowSlopes(asked, row, here.explained().columns(), output, found);
    }

    private static int output(Question question, double[] answers) {
        if (!question.asked().isOfClasses()) {
            return 0;
        }
        return question.said() && question.asked().site().isOfImages() ? Asked.most(answers) : question.asked().chosen();
    }

    /** How much each pixel moved what was said of rows evenly taken: slope times value, since a single pixel moves next to nothing. */
    MovedRows moved(Asked asked, Engines engines, Progress progress) {
        Slopes here = slopes(asked);
        ExplainedRows all = engines.rows(asked);
        ExplainedRows some = all.pick(Evenly.of(all.count(), MOST_ROWS));
        double[] found = here.of(some.values(), asked.isOfClasses() ? asked.chosen() : 0);
        Arrays.setAll(found, i -> found[i] * some.values()[i]);
        List<ExplainedColumn> columns = here.explained().columns();
        double[][] values = IntStream.range(0, some.count()).mapToObj(row -> Sensitivity.byColumn(
                Arrays.copyOfRange(found, row * some.size(), (row + 1) * some.size()), columns)).toArray(double[][]::new);
        return new MovedRows(asked, columns, some, 0, values, 0, 0, null, List.of());
    }

    @Override
    public void close() {
        if (slopes != null) {
            slopes.close();
            model.close();
            slopes = null;
        }
    }
}
