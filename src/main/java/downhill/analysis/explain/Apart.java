package downhill.analysis.explain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Two models side by side: whether they differ in what they lose, and in what moves them.
 *
 * @param level    whether their losses differ by no more than noise between rows
 * @param distance of their reasons: 0 where every value is the same, 1 where they have nothing in common
 * @param leans    of each the column that it leans on more than the other does; −1 where both lean alike
 */
public record Apart(boolean level, double distance, int[] leans) {
    /** Standard errors of a mean difference that noise may come to. */
    private static final double NOISE = 2;
    /** Shares of the whole that differ less are no other leaning. */
    private static final double LEANING = 0.03;

    /** Row by row: what is equally hard for both says nothing. */
    public static boolean isLevel(double[] one, double[] other) {
        double[] differences = IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(differences).average().orElse(0);
        double squares = Arrays.stream(differences).map(each -> (each - mean) * (each - mean)).sum();
        double error = Math.sqrt(squares / Math.max(1, differences.length - 1) / Math.max(1, differences.length));
        return Math.abs(mean) <= NOISE * error;
    }

    /** Σ |difference| ÷ Σ (|one| + |other|) over rows and columns. */
    public static double distance(double[][] one, double[][] other) {
        double apart = 0;
        double whole = 0;
        for (int row = 0; row < one.length; row++) {
            for (int column = 0; column < one[row].length; column++) {
                double a = one[row][column];
                double b = other[row][column];
                apart += Math.abs(a - b);
                whole += Math.abs(a) + Math.abs(b);
            }
        }
        return whole == 0 ? 0 : apart / whole;
    }

    /**
     * Which column each leans on more than the other does.
     *
     * @param one   by column how much it moves the one model, 0 or more
     * @param other the same of the other
     * @return of each a place; −1 where both lean alike
     */
    public static int[] leans(double[] one, double[] other) {
        double[] first = shares(one);
        double[] second = shares(other);
        double[] more = new double[first.length];
        Arrays.setAll(more, i -> first[i] - second[i]);
        int most = IntStream.range(0, more.length).boxed().max(Comparator.comparingDouble(i -> more[i])).orElse(0);
        int least = IntStream.range(0, more.length).boxed().min(Comparator.comparingDouble(i -> more[i])).orElse(0);
        return new int[] {more[most] < LEANING ? -1 : most, more[least] > -LEANING ? -1 : least};
    }

    /** Of the whole; all 0 where nothing moves it. */
    public static double[] shares(double[] sizes) {
        double whole = Arrays.stream(sizes).sum();
        return Arrays.stream(sizes).map(size -> whole == 0 ? 0 : size / whole).toArray();
    }
}
