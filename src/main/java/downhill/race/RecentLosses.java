package downhill.race;

import downhill.race.history.ContenderHistory;
import downhill.race.history.LossWindow;
import java.util.Arrays;

/** The losses of a contender's last batches, of each seed and their mean: what {@link LossWindow} needs. For the race's thread. */
final class RecentLosses {
    private final long begin;
    private final double[] means;
    private final double[][] seeds;

    /** @param begin first step of the contender */
    RecentLosses(long begin, int window, int seeds) {
        this.begin = begin;
        this.means = new double[window];
        this.seeds = new double[seeds][window];
    }

    int window() {
        return means.length;
    }

    /** As the history knows them before {@code step}: of single seeds it knows nothing. */
    void recall(ContenderHistory history, long step) {
        for (double[] seed : seeds) {
            Arrays.fill(seed, Double.NaN);
        }
        for (long at = Math.max(begin, step - means.length); at < step; at++) {
            means[place(at)] = history.lossAt(at);
        }
    }

    void mean(long step, double loss) {
        means[place(step)] = loss;
    }

    void seed(int seed, long step, double loss) {
        seeds[seed][place(step)] = loss;
    }

    /** The training loss told after {@code step} updates. */
    double told(long step) {
        return LossWindow.mean(begin, step, means.length, at -> means[place(at)]);
    }

    /** The same of one seed; NaN where the race went back since. */
    double told(int seed, long step) {
        return LossWindow.mean(begin, step, means.length, at -> seeds[seed][place(at)]);
    }

    private int place(long step) {
        return (int) (step % means.length);
    }
}
