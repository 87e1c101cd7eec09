package downhill.analysis.explain.local;

import java.util.function.ToDoubleFunction;

/** An answer that is wished for. */
public final class Goal {
    private final ToDoubleFunction<double[]> lacks;

    private Goal(ToDoubleFunction<double[]> lacks) {
        this.lacks = lacks;
    }

    /** A number of at least that much. */
    public static Goal atLeast(double bound) {
        return new Goal(answer -> bound - answer[0]);
    }

    /** A number of at most that much. */
    public static Goal atMost(double bound) {
        return new Goal(answer -> answer[0] - bound);
    }

    /** That class is predicted. */
    public static Goal is(int wanted) {
        return new Goal(answer -> best(answer, wanted) - answer[wanted] + (first(answer, wanted) ? 0 : Double.MIN_VALUE));
    }

    /** Any class but that one is predicted. */
    public static Goal isNot(int unwanted) {
        return new Goal(answer -> answer[unwanted] - best(answer, unwanted) + (first(answer, unwanted) ? Double.MIN_VALUE : 0));
    }

    private static double best(double[] answer, int without) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < answer.length; i++) {
            best = i == without ? best : Math.max(best, answer[i]);
        }
        return best;
    }

    /** Of equal classes the first is predicted. */
    private static boolean first(double[] answer, int which) {
        for (int i = 0; i < which; i++) {
            if (answer[i] >= answer[which]) {
                return false;
            }
        }
        return true;
    }

    /**
     * How far an answer [outputs] is from it, in the unit of answers: above 0 where it is not reached, NaN where the answer is not finite.
     */
    public double lacks(double[] answer) {
        return lacks.applyAsDouble(answer);
    }

    /** Whether an answer reaches it. */
    public boolean isReached(double[] answer) {
        return lacks(answer) <= 0;
    }
}
