package downhill.store;

import java.util.List;

/**
 * The content of {@code summary.json}. A number that does not exist is null there and NaN here.
 *
 * @param backend what was computed on
 * @param seed    of the experiment
 * @param data    what was learned from, or null on a surface
 * @param findings what may be wrong, and what to try
 */
public record RaceSummary(List<Entrant> contenders, String backend, long seed, Data data, List<Finding> findings) {
    public RaceSummary {
        contenders = List.copyOf(contenders);
        findings = List.copyOf(findings);
    }

    /** Of a race in which nothing is wrong. */
    public RaceSummary(List<Entrant> contenders, String backend, long seed, Data data) {
        this(contenders, backend, seed, data, List.of());
    }

    /**
     * What may be wrong with the race.
     *
     * @param contender its name, or null where it concerns all
     * @param kind      such as rate-too-small
     * @param evidence  a sentence with figures
     * @param remedy    the setting to try, as it is typed
     */
    public record Finding(String contender, String kind, String evidence, String remedy) {
    }

    /**
     * One contender.
     *
     * @param rule        id of the optimizer
     * @param outcome     such as FINISHED or DIVERGED
     * @param reason      of a divergence or a failure: what was not finite, where, and at which step; else null
     * @param initialLoss of the first batch, before any update: the first train_loss of the history
     * @param finalLoss   of the last batch: the last train_loss of the history
     * @param loss       training loss as the window tells it: the mean of the last batches of the history, as many as an epoch
     *                    has, 100 at most
     * @param best        of the validations of the history
     * @param metric      accuracy or r2 on the validation rows
     * @param seeds       each seed by itself where there are several, else empty; the numbers above are their means
     */
    public record Entrant(String name, String rule, String outcome, String reason, long steps, double initialLoss, double finalLoss,
                          double loss, double validationLoss, Best best, Metric metric, double stepsPerSecond, List<Seed> seeds) {
        public Entrant {
            seeds = List.copyOf(seeds);
        }
    }

    /**
     * The lowest validation loss of the history, a mean over seeds.
     *
     * @param loss     NaN where there was no validation
     * @param step     of the first validation that had it
     * @param overfits whether the contender overfits since then, as docs/analysis.md defines it
     */
    public record Best(double loss, long step, boolean overfits) {
    }

    /**
     * One seed of a contender; the loss of its last batch, the mean of the last ones, and what its final parameters reach on the
     * validation rows.
     */
    public record Seed(long seed, double finalLoss, double loss, double validationLoss, double metric) {
    }

    /**
     * What was found on reading and preparing the data.
     *
     * @param rows       rows of the table
     * @param leftOut    rows of the file that are not among them because something is wrong with them
     * @param unused     rows of the table that cannot be used, such as those that lack the target; 0 in a time series
     * @param equalRows  rows that equal another one
     * @param totalRows  rows that look like sums of others, left out or kept
     * @param badCells   cells that do not fit their column
     * @param training   rows, or windows, learned from
     * @param validation rows, or windows, held out
     * @param target     its name, and whether it was guessed
     * @param task       regression, binary or multiclass, and whether numbers were guessed to be classes or might be such
     * @param ignored    columns that are not used
     * @param notes      all that was said, one sentence each
     */
    public record Data(long rows, long leftOut, long unused, long equalRows, long totalRows, long badCells, int training, int validation,
                       Guess target, Guess task, List<String> ignored, List<String> notes) {
        public Data {
            ignored = List.copyOf(ignored);
            notes = List.copyOf(notes);
        }
    }

    /** What is so, and whether that was guessed. */
    public record Guess(String value, boolean guessed) {
    }

    /** A measure of quality by its name. */
    public record Metric(String name, double value) {
    }
}
