package downhill.ui.screen.explain;

import downhill.ui.fx.UiTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What moves each contender's model, side by side.
 *
 * @param shares of each contender, on the same rows and with the same background
 * @param pairs  the one that is explained beside each other one
 */
record Compared(List<MovedRows> shares, List<Pair> pairs) {
    private static final int MOST = 6;
    /** Standard errors of a mean difference that noise may come to. */
    private static final double NOISE = 2;
    /** MovedRows of the whole that differ less are no other leaning. */
    private static final double LEANING = 0.03;

    Compared {
        shares = List.copyOf(shares);
        pairs = List.copyOf(pairs);
    }

    /**
     * Two contenders.
     *
     * @param one      what moves the one that is explained
     * @param other    what moves the other one
     * @param losses   mean of each over all rows asked about: root of the squared error, or log loss
     * @param level    whether the difference is no more than noise between rows
     * @param distance of their reasons: 0 where every share is the same, 1 where they have nothing in common
     * @param leans    columns that either leans on more than the other does; −1 where both lean alike
     */
    record Pair(MovedRows one, MovedRows other, double[] losses, boolean level, double distance, int[] leans) {
    }

    static Compared of(Question question, Engines engines, UiTask<?> task) {
        List<Asked> all = question.everybody().stream().limit(MOST).toList();
        List<MovedRows> shares = new ArrayList<>();
        List<double[]> losses = new ArrayList<>();
        for (Asked one : all) {
            shares.add(ShareWork.of(one, engines, ShareWork.RESTING / all.size() / 2, task));
            losses.add(SaidRows.of(one, engines).losses());
        }
        int own = IntStream.range(0, all.size()).filter(i -> all.get(i).contender().id().equals(question.asked().contender().id()))
                .findFirst().orElse(0);
        List<Pair> pairs = IntStream.range(0, all.size()).filter(i -> i != own)
                .mapToObj(i -> pair(shares.get(own), shares.get(i), losses.get(own), losses.get(i))).toList();
        return new Compared(shares, pairs);
    }

    private static Pair pair(MovedRows one, MovedRows other, double[] ofOne, double[] ofOther) {
        double[] means = {mean(one, ofOne), mean(one, ofOther)};
        return new Pair(one, other, means, isLevel(ofOne, ofOther), distance(one.values(), other.values()), leans(one, other));
    }

    private static double mean(MovedRows of, double[] losses) {
        double mean = IntStream.range(0, losses.length).mapToDouble(i -> losses[i]).filter(Double::isFinite).average().orElse(Double.NaN);
        return of.asked().isOfClasses() ? mean : Math.sqrt(mean);
    }

    /** Row by row: what is equally hard for both says nothing. */
    static boolean isLevel(double[] one, double[] other) {
        double[] differences = IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).filter(Double::isFinite).toArray();
        double mean = IntStream.range(0, differences.length).mapToDouble(i -> differences[i]).average().orElse(0);
        double squares = IntStream.range(0, differences.length).mapToDouble(i -> (differences[i] - mean) * (differences[i] - mean)).sum();
        double error = Math.sqrt(squares / Math.max(1, differences.length - 1) / Math.max(1, differences.length));
        return Math.abs(mean) <= NOISE * error;
    }

    /** Σ |difference| ÷ Σ (|one| + |other|) over rows and columns. */
    static double distance(double[][] one, double[][] other) {
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

    private static int[] leans(MovedRows one, MovedRows other) {
        double[] more = new double[one.columns().size()];
        double all = IntStream.range(0, more.length).mapToDouble(one::mean).sum();
        double others = IntStream.range(0, more.length).mapToDouble(other::mean).sum();
        for (int i = 0; i < more.length; i++) {
            more[i] = (all == 0 ? 0 : one.mean(i) / all) - (others == 0 ? 0 : other.mean(i) / others);
        }
        int most = IntStream.range(0, more.length).boxed().max(Comparator.comparingDouble(i -> more[i])).orElse(0);
        int least = IntStream.range(0, more.length).boxed().min(Comparator.comparingDouble(i -> more[i])).orElse(0);
        return new int[] {more[most] < LEANING ? -1 : most, more[least] > -LEANING ? -1 : least};
    }

    /** Columns in the order of what they move on average over all contenders. */
    List<Integer> order() {
        double[] means = IntStream.range(0, shares.get(0).columns().size())
                .mapToDouble(i -> shares.stream().mapToDouble(each -> each.mean(i)).sum()).toArray();
        return IntStream.range(0, means.length).boxed().sorted(Comparator.comparingDouble((Integer i) -> -means[i])).toList();
    }
}
