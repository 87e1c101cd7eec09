package downhill.ui.screen.explain;

import downhill.analysis.explain.Apart;
import downhill.data.Progress;
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

    static Compared of(Question question, Engines engines, Progress progress) {
        List<Asked> all = question.everybody().stream().limit(MOST).toList();
        List<MovedRows> shares = new ArrayList<>();
        List<double[]> losses = new ArrayList<>();
        for (Asked one : all) {
            Progress own = progress.stretch((double) shares.size() / all.size(), (shares.size() + 1.0) / all.size());
            shares.add(ShareWork.of(one, engines, ShareWork.RESTING / all.size() / 2, own));
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
        return new Pair(one, other, means, Apart.isLevel(ofOne, ofOther),
                Apart.distance(one.values(), other.values()), Apart.leans(sizes(one), sizes(other)));
    }

    private static double mean(MovedRows of, double[] losses) {
        double mean = IntStream.range(0, losses.length).mapToDouble(i -> losses[i]).filter(Double::isFinite).average().orElse(Double.NaN);
        return of.asked().isOfClasses() ? mean : Math.sqrt(mean);
    }

    private static double[] sizes(MovedRows of) {
        return IntStream.range(0, of.columns().size()).mapToDouble(of::mean).toArray();
    }

    /** Columns in the order of what they move on average over all contenders. */
    List<Integer> order() {
        double[] means = IntStream.range(0, shares.get(0).columns().size())
                .mapToDouble(i -> shares.stream().mapToDouble(each -> each.mean(i)).sum()).toArray();
        return IntStream.range(0, means.length).boxed().sorted(Comparator.comparingDouble((Integer i) -> -means[i])).toList();
    }
}
