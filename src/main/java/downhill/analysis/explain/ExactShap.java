package downhill.analysis.explain;

import downhill.data.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapley values of one row against a background, from all coalitions. What a coalition is worth is the mean answer where its columns
 * are the row's and the others those of each background row (interventional; Janzing et al. 2020). The value against the background is
 * the mean of those against each of its rows, where columns in which the two rows agree have no say: only coalitions of the others are
 * answered.
 */
final class ExactShap {
    /** Coalitions answered together, unless one background row has more. */
    private static final int TOGETHER = 1 << 15;

    private final Explained model;
    private final ExplainedRows background;
    private final int outputs;
    private final int columns;

    /** What is to be made of each background row's game. */
    private interface Taker {
        /**
         * @param differing the players, as places among the columns
         * @param worth     [2^players] of one output
         */
        void take(int[] differing, double[] worth, int output);
    }

    ExactShap(Explained model, ExplainedRows background) {
        this.model = model;
        this.background = background;
        this.outputs = model.outputs().size();
        this.columns = model.columns().size();
    }

    /** [columns][outputs]. */
    double[][] values(double[] row, Progress progress) {
        double[][] values = new double[columns][outputs];
        games(row, progress, (differing, worth, output) -> {
            double[] each = Game.values(worth, differing.length);
            for (int i = 0; i < differing.length; i++) {
                values[differing[i]][output] += each[i] / background.count();
            }
        });
        return values;
    }

    /** [columns][columns][outputs], as {@link Game#interactions}. */
    double[][][] interactions(double[] row, Progress progress) {
        double[][][] shared = new double[columns][columns][outputs];
        games(row, progress, (differing, worth, output) -> {
            double[][] each = Game.interactions(worth, differing.length);
            for (int i = 0; i < differing.length; i++) {
                for (int j = 0; j < differing.length; j++) {
                    shared[differing[i]][differing[j]][output] += each[i][j] / background.count();
                }
            }
        });
        return shared;
    }

    private void games(double[] row, Progress progress, Taker taker) {
        List<int[]> waiting = new ArrayList<>();
        int first = 0;
        long coalitions = 0;
        for (int other = 0; other < background.count(); other++) {
            int[] differing = Hybrids.differing(model.columns(), row, 0, background.values(), other * background.size());
            if (!waiting.isEmpty() && coalitions + (1L << differing.length) > TOGETHER) {
                play(row, first, waiting, coalitions, progress, taker);
                first = other;
                coalitions = 0;
                waiting.clear();
            }
            waiting.add(differing);
            coalitions += 1L << differing.length;
        }
        play(row, first, waiting, coalitions, progress, taker);
    }

    /** The games against some background rows from {@code first} on. */
    private void play(double[] row, int first, List<int[]> differing, long coalitions, Progress progress, Taker taker) {
        Hybrids hybrids = new Hybrids(model, coalitions, progress);
        for (int i = 0; i < differing.size(); i++) {
            for (int coalition = 0; coalition < 1 << differing.get(i).length; coalition++) {
                int at = hybrids.add();
                System.arraycopy(background.values(), (first + i) * row.length, hybrids.numbers(), at, row.length);
                for (int players = coalition; players != 0; players &= players - 1) {
                    int column = differing.get(i)[Integer.numberOfTrailingZeros(players)];
                    model.columns().get(column).copy(row, 0, hybrids.numbers(), at);
                }
            }
        }
        double[] answers = hybrids.answers();
        int at = 0;
        for (int[] players : differing) {
            int count = 1 << players.length;
            for (int output = 0; output < outputs; output++) {
                double[] worth = new double[count];
                for (int coalition = 0; coalition < count; coalition++) {
                    worth[coalition] = answers[(at + coalition) * outputs + output];
                }
                taker.take(players, worth, output);
            }
            at += count;
        }
    }
}
