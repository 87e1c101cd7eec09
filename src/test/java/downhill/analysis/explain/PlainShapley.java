package downhill.analysis.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Shapley values straight from their definition, as the mean over all orders of joining: slow, without batches or tricks, to check the
 * others by. Players are sets of places in a row.
 */
final class PlainShapley {
    private final int[][] players;
    private final double[][] background;
    private final ToDoubleFunction<double[]> model;

    PlainShapley(int[][] players, double[][] background, ToDoubleFunction<double[]> model) {
        this.players = players;
        this.background = background;
        this.model = model;
    }

    double[] values(double[] row) {
        double[] values = new double[players.length];
        List<List<Integer>> orders = orders(players.length);
        for (List<Integer> order : orders) {
            for (double[] other : background) {
                double[] now = other.clone();
                double before = model.applyAsDouble(now);
                for (int player : order) {
                    for (int place : players[player]) {
                        now[place] = row[place];
                    }
                    double after = model.applyAsDouble(now);
                    values[player] += (after - before) / orders.size() / background.length;
                    before = after;
                }
            }
        }
        return values;
    }

    private static List<List<Integer>> orders(int count) {
        if (count == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : orders(count - 1)) {
            for (int at = 0; at <= shorter.size(); at++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(at, count - 1);
                all.add(longer);
            }
        }
        return all;
    }
}
