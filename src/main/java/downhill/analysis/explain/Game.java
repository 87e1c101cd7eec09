package downhill.analysis.explain;

/**
 * A game of few players, given by what each coalition is worth: {@code worth[S]}, where bit j of S says whether player j takes part. Its
 * values share out what all are worth beyond none.
 */
public final class Game {
    private Game() {
    }

    /**
     * Shapley's values (1953): the mean, over all orders of joining, of what a player adds to those before it.
     *
     * @param worth [2^players]
     * @return [players]; their sum is worth of all − worth of none
     */
    public static double[] values(double[] worth, int players) {
        double[] weights = weights(players);
        double[] values = new double[players];
        for (int player = 0; player < players; player++) {
            int bit = 1 << player;
            double sum = 0;
            for (int others = 0; others < worth.length; others++) {
                if ((others & bit) == 0) {
                    sum += weights[Integer.bitCount(others)] * (worth[others | bit] - worth[others]);
                }
            }
            values[player] = sum;
        }
        return values;
    }

    /**
     * Shapley interaction values as Lundberg et al. (2020, equations 10 and 11) share them out: half of what two do together beyond
     * what each does stands at [i][j] and half at [j][i], the rest of a player's value at [i][i].
     *
     * @return [players][players], symmetric; each row's sum is that player's value
     */
    public static double[][] interactions(double[] worth, int players) {
        double[][] shared = new double[players][players];
        double[] values = values(worth, players);
        double[] weights = players < 2 ? new double[0] : weights(players - 1);
        for (int i = 0; i < players; i++) {
            shared[i][i] += values[i];
            for (int j = i + 1; j < players; j++) {
                double half = together(worth, 1 << i, 1 << j, weights) / 2;
                shared[i][j] = half;
                shared[j][i] = half;
                shared[i][i] -= half;
                shared[j][j] -= half;
            }
        }
        return shared;
    }

    private static double together(double[] worth, int one, int other, double[] weights) {
        double sum = 0;
        for (int others = 0; others < worth.length; others++) {
            if ((others & (one | other)) == 0) {
                double both = worth[others | one | other] - worth[others | one] - worth[others | other] + worth[others];
                sum += weights[Integer.bitCount(others)] * both;
            }
        }
        return sum;
    }

    /** s! (n − s − 1)! / n! for s others of n − 1. */
    private static double[] weights(int players) {
        double[] weights = new double[players];
        double choices = 1;
        for (int size = 0; size < players; size++) {
            weights[size] = 1 / (players * choices);
            choices = choices * (players - 1 - size) / (size + 1);
        }
        return weights;
    }
}
