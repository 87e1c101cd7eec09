package downhill.analysis.explain;

import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;

/**
 * Shapley additive explanations (Lundberg and Lee 2017): how much each column moved each prediction away from the mean answer over the
 * background. A column that the model leaves alone gets 0, columns that act alike get the same, and all together they add up to the
 * prediction. Exact for up to {@link #EXACT_COLUMNS} columns, and for additive models of any number; else drawn by lot, with its
 * standard error.
 */
public final class Shap {
    /** With more columns coalitions are drawn by lot. */
    public static final int EXACT_COLUMNS = 14;
    /** Orders for each background row, in both directions, where they are drawn by lot. */
    public static final int ROUNDS = 10;

    private final Explained model;
    private final ExplainedRows background;
    private final int threads;
    private final int rounds;
    private final long seed;

    /** @param background at least one row, each of which counts the same; @param threads how many may compute, at least 1 */
    public Shap(Explained model, ExplainedRows background, int threads) {
        this(model, background, threads, ROUNDS, 0);
    }

    /** @param rounds at least 2; @param seed of the orders drawn by lot */
    public Shap(Explained model, ExplainedRows background, int threads, int rounds, long seed) {
        if (background.count() == 0) {
            throw new RefusedException(Said.of("explain.background.none"));
        }
        this.model = model;
        this.background = background;
        this.threads = threads;
        this.rounds = rounds;
        this.seed = seed;
    }

    /** How often a model is asked for one row against one of the background, at most. */
    public static double answers(Explained model, int rounds) {
        int columns = model.columns().size();
        if (AdditiveShap.suits(model)) {
            return 0;
        }
        return columns <= EXACT_COLUMNS ? 1 << columns : rounds * (2.0 * columns + 1);
    }

    /** How values of this model are had. */
    public ShapValues.Way way() {
        if (AdditiveShap.suits(model)) {
            return ShapValues.Way.ADDITIVE;
        }
        return model.columns().size() <= EXACT_COLUMNS ? ShapValues.Way.EXACT : ShapValues.Way.SAMPLED;
    }

    /**
     * Explains some rows.
     *
     * @throws RefusedException where an answer is no finite number
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    public ShapValues of(ExplainedRows rows, Progress progress) {
        double[] base = base(progress);
        double[][] predictions = predictions(rows, progress);
        int columns = model.columns().size();
        double[][][] values = new double[rows.count()][columns][base.length];
        double[][][] errors = way() == ShapValues.Way.SAMPLED ? new double[rows.count()][columns][base.length] : null;
        switch (way()) {
            case ADDITIVE -> values = new AdditiveShap(model, background).values(rows, progress);
            case EXACT -> {
                ExactShap exact = new ExactShap(model, background);
                double[][][] each = values;
                Workers.run(rows.count(), threads, progress, (row, asked) -> each[row] = exact.values(rows.row(row), asked));
            }
            default -> {
                SampledShap sampled = new SampledShap(model, background, rounds, seed);
                double[][][] each = values;
                Workers.run(rows.count(), threads, progress, (row, asked) ->
                        sampled.run(rows.row(row), row, each[row], errors[row], asked));
            }
        }
        return new ShapValues(way(), base, predictions, values, errors);
    }

    /**
     * What pairs of columns do together, for each row [rows][columns][columns][outputs]; the sum over all is prediction − base, and
     * each line's sum the value of its column.
     *
     * @throws RefusedException with more than {@link #EXACT_COLUMNS} columns
     */
    public double[][][][] interactions(ExplainedRows rows, Progress progress) {
        if (model.columns().size() > EXACT_COLUMNS) {
            throw new RefusedException(Said.of("explain.interactions.many", model.columns().size(), EXACT_COLUMNS));
        }
        ExactShap exact = new ExactShap(model, background);
        double[][][][] shared = new double[rows.count()][][][];
        Workers.run(rows.count(), threads, progress, (row, asked) -> shared[row] = exact.interactions(rows.row(row), asked));
        return shared;
    }

    private double[] base(Progress progress) {
        double[] answers = finite(model.answers(background.values(), quiet(progress)));
        double[] base = new double[model.outputs().size()];
        for (int i = 0; i < answers.length; i++) {
            base[i % base.length] += answers[i] / background.count();
        }
        return base;
    }

    private double[][] predictions(ExplainedRows rows, Progress progress) {
        double[] answers = finite(model.answers(rows.values(), quiet(progress)));
        double[][] predictions = new double[rows.count()][model.outputs().size()];
        for (int i = 0; i < answers.length; i++) {
            predictions[i / model.outputs().size()][i % model.outputs().size()] = answers[i];
        }
        return predictions;
    }

    /** The few answers that are needed anyway do not move the bar. */
    private static Progress quiet(Progress progress) {
        return Progress.asking(() -> !progress.cancelled());
    }

    private static double[] finite(double[] answers) {
        for (double answer : answers) {
            if (!Double.isFinite(answer)) {
                throw new RefusedException(Said.of("explain.notFinite"));
            }
        }
        return answers;
    }
}
