package downhill.analysis.explain;

import downhill.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
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
                progress.done((double) other / background.count());
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
            add(hybrids, row, (first + i) * row.length, differing.get(i));
        }
        double[] answers = hybrids.answers();
        int at = 0;
        for (int[] players : differing) {
            int count = 1 << players.length;
            for (int output = 0; output < outputs; output++) {
                double[] worth = new double[count];
                for (int place = 0; place < count; place++) {
                    worth[coalition(place)] = answers[(at + place) * outputs + output];
                }
                taker.take(players, worth, output);
            }
            at += count;
        }
    }

    /** In the order of Gray's code, in which each coalition has one player more or less than the one before it. */
    private static int coalition(int place) {
        return place ^ place >> 1;
    }

    private void add(Hybrids hybrids, double[] row, int other, int[] players) {
        double[] now = Arrays.copyOfRange(background.values(), other, other + row.length);
        hybrids.add(now);
        for (int place = 1; place < 1 << players.length; place++) {
            int player = Integer.numberOfTrailingZeros(place);
            ExplainedColumn column = model.columns().get(players[player]);
            if ((coalition(place) & 1 << player) != 0) {
                column.copy(row, 0, now, 0);
            } else {
                column.copy(background.values(), other, now, 0);
            }
            hybrids.add(now);
        }
    }
}
