package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Shap;
import downhill.analysis.explain.ShapValues;
import downhill.data.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Works out Shapley values, of so many rows as can be waited for; of images slopes instead. */
final class ShareWork {
    private static final int MOST_ROWS = 200;
    private static final int FEW_ROWS = 24;
    /** Answers of the model that can be waited for while the race rests, and while it runs. */
    static final long RESTING = 8_000_000;
    private static final long RUNNING = 200_000;
    /** And for one of many steps of the history. */
    private static final long STEP = 130_000;
    private static final int FEW_BEHIND = 8;
    private static final int FEWEST = 4;

    private ShareWork() {
    }

    /** Of rows evenly taken from those asked about. */
    static MovedRows of(Question question, Engines engines, Progress progress) {
        return of(question.asked(), engines, question.running() ? RUNNING : RESTING, progress);
    }

    /** The same with so many answers of the model at most, about. */
    static MovedRows of(Asked asked, Engines engines, long most, Progress progress) {
        if (asked.site().isOfImages()) {
            return engines.slopes().moved(asked, engines, progress);
        }
        ExplainedRows all = engines.rows(asked);
        ExplainedRows behind = engines.behind(asked);
        long many = most / Math.max(1, Background.answers(engines.of(asked).columns().size(), behind.count()));
        ExplainedRows some = all.pick(Evenly.of(all.count(), (int) Math.max(FEW_ROWS, Math.min(MOST_ROWS, many))));
        Explained model = engines.of(asked);
        ShapValues found = new Shap(model, behind, 1).of(some, progress);
        int told = asked.isOfClasses() ? asked.chosen() : 0;
        double[][] values = Arrays.stream(found.values()).map(row -> of(row, told)).toArray(double[][]::new);
        return new MovedRows(asked, model.columns(), some, found.base()[told], values, noise(found, told), behind.count(),
                found.way(), engines.alike(asked));
    }

    /** Why one row is said what it is. */
    static Probe.Why why(Asked asked, Engines engines, ExplainedRows row, Progress progress) {
        ShapValues found = new Shap(engines.of(asked), engines.behind(asked), 1).of(row, progress);
        int told = asked.isOfClasses() ? asked.chosen() : 0;
        return new Probe.Why(found.base()[told], of(found.values()[0], told), found.predictions()[0][told], noise(found, told));
    }

    /** Mean sizes by column, over few rows. */
    static double[] means(Asked asked, Engines engines, Progress progress) {
        ExplainedRows all = engines.rows(asked);
        ExplainedRows few = engines.behind(asked);
        few = few.pick(Evenly.of(few.count(), FEW_BEHIND));
        long one = Background.answers(engines.of(asked).columns().size(), few.count());
        int rows = (int) Math.max(FEWEST, Math.min(FEW_ROWS, STEP / Math.max(1, one)));
        ShapValues found = new Shap(engines.of(asked), few, 1).of(all.pick(Evenly.of(all.count(), rows)), progress);
        return found.importance(asked.isOfClasses() ? asked.chosen() : 0);
    }

    private static double[] of(double[][] columns, int output) {
        return Arrays.stream(columns).mapToDouble(column -> column[output]).toArray();
    }

    private static double noise(ShapValues found, int output) {
        return found.errors() == null ? 0 : IntStream.range(0, found.errors().length)
                .mapToDouble(row -> Arrays.stream(found.errors()[row]).mapToDouble(column -> column[output]).max().orElse(0)).max()
                .orElse(0);
    }
}
