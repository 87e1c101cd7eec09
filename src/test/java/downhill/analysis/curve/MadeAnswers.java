package downhill.analysis.curve;

import downhill.analysis.ensemble.Mixture;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.race.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Answers of two classes that are made up: probabilities of the second, and which rows are of it. */
final class MadeAnswers {
    private MadeAnswers() {
    }

    static HeldOut run(int fold, double[] probabilities, boolean[] positive, double... weights) {
        double[] values = new double[2 * probabilities.length];
        Arrays.setAll(values, i -> i % 2 == 1 ? probabilities[i / 2] : 1 - probabilities[i / 2]);
        double[] actual = IntStream.range(0, positive.length).mapToDouble(i -> positive[i] ? 1 : 0).toArray();
        int[] rows = IntStream.range(fold * 1000, fold * 1000 + positive.length).toArray();
        return new HeldOut(0, fold, 1, Outcome.FINISHED, 1, rows, new Predictions(Mixture.probabilities(2, values), new double[0], actual,
                weights));
    }

    static ContenderAnswers of(HeldOut... runs) {
        return new ContenderAnswers("a", "A", List.of(runs));
    }

    /** Probabilities in hundredths, so that some are equal. */
    static double[] probabilities(Random random, int rows) {
        return random.ints(rows, 0, 101).mapToDouble(each -> each / 100.0).toArray();
    }

    /** Some of both kinds. */
    static boolean[] kinds(Random random, int rows) {
        boolean[] positive = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            positive[i] = i == 0 || i > 1 && random.nextInt(3) == 0;
        }
        return positive;
    }

    /** Each row as often as its weight says. */
    static HeldOut repeated(double[] probabilities, boolean[] positive, double[] weights) {
        int[] rows = IntStream.range(0, weights.length).flatMap(i -> IntStream.generate(() -> i).limit((long) weights[i])).toArray();
        boolean[] kinds = new boolean[rows.length];
        IntStream.range(0, rows.length).forEach(i -> kinds[i] = positive[rows[i]]);
        return run(0, IntStream.of(rows).mapToDouble(row -> probabilities[row]).toArray(), kinds);
    }
}
