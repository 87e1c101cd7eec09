package downhill.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the ROC curve: how often a row of a class has a higher score for it than a row of another; ties count half. */
final class RocCurve {
    private RocCurve() {
    }

    /** NaN where one side is empty. By ranks (Mann and Whitney 1947), tied scores sharing their mean rank. */
    static double area(int[] actual, double[][] scores, int positive) {
        int[] order = IntStream.range(0, actual.length).boxed().sorted(Comparator.comparingDouble(i -> scores[i][positive]))
                .mapToInt(Integer::intValue).toArray();
        double ranks = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int inGroup = 0;
            while (to < order.length && scores[order[to]][positive] == scores[order[from]][positive]) {
                inGroup += actual[order[to]] == positive ? 1 : 0;
                to++;
            }
            ranks += inGroup * (from + 1 + to) / 2.0;
            positives += inGroup;
            from = Math.max(to, from + 1);
        }
        long negatives = actual.length - positives;
        return positives == 0 || negatives == 0 ? Double.NaN : (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
    }
}
