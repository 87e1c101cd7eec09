package downhill.ui.tune;

import downhill.engine.Threads;
import downhill.study.Guess;
import downhill.study.Study;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialSpan;
import downhill.words.Said;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One search on a thread of its own: it can be paused where it is, and stopped. It calls nobody; the window reads once a frame how it
 * stands, and sees the newest of what was reported. What was stopped leaves its trials in the ledger.
 */
final class TuneSearch {
    private final double seconds;
    private volatile List<Trial> trials = List.of();
    private volatile TuneState state = TuneState.RUNNING;
    private volatile Said problem = Said.NOTHING;
    private volatile Map<Integer, TrialSpan> spans = Map.of();
    private volatile Guess guess;
    private final long begin = System.nanoTime();
    private boolean paused;
    private boolean stopped;
    private long pausedAt;
    private long rested;

    /** Who goes through the trials, as {@link downhill.study.Study#run} does. */
    interface Search {
        boolean run(int most, BooleanSupplier go, Consumer<List<Trial>> watcher);
    }

    /** @param seconds after which it ends; infinite for never */
    TuneSearch(double seconds) {
        this.seconds = seconds;
    }

    /**
     * Begins.
     *
     * @param open gives where trials are written down; asked on the thread of the search, which may take a while
     * @param made makes the search over it
     * @param guessed what guessing comes to on rows kept aside; asked on the thread of the search
     * @param keep whether the ledger stays open afterwards
     */
    void start(Supplier<Ledger> open, Function<Ledger, Search> made, Supplier<Optional<Guess>> guessed, int most, boolean keep) {
        Threads.start("tune", () -> {
            try {
                guess = guessed.get().orElse(null);
                run(open, made, most, keep);
            } catch (RuntimeException | Error failure) { // else the window would wait for ever
                fail(failure);
            }
        });
    }

    private void fail(Throwable failure) {
        problem = Said.message(failure);
        end(TuneState.FAILED);
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private void run(Supplier<Ledger> open, Function<Ledger, Search> made, int most, boolean keep) {
        Ledger ledger = open.get();
        try {
            search(made.apply(ledger), ledger, most);
        } finally {
            if (!keep) {
                ledger.close();
            }
        }
    }

    private void search(Search study, Ledger ledger, int most) {
        report(ledger, ledger.trials());
        boolean ended = study.run(most, this::goes, now -> report(ledger, now));
        report(ledger, ledger.trials());
        end(ended ? TuneState.DONE : endedBy());
    }

    private void report(Ledger ledger, List<Trial> now) {
        spans = ledger.spans();
        trials = now;
    }

    private synchronized void end(TuneState how) {
        state = how;
    }

    private synchronized TuneState endedBy() {
        return stopped ? TuneState.STOPPED : TuneState.TIME;
    }

    /** Asked some twenty times a second: while it is paused the answer waits. */
    private synchronized boolean goes() {
        while (paused && !stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !stopped && elapsed() < seconds;
    }

    /** When trials were under way, in seconds since the first began, as {@code {from, to}} by number. */
    Map<Integer, double[]> seconds() {
        Map<Integer, TrialSpan> known = spans;
        LocalDateTime first = known.values().stream().map(TrialSpan::begun).min(LocalDateTime::compareTo).orElse(null);
        Map<Integer, double[]> all = new TreeMap<>();
        LocalDateTime now = LocalDateTime.now();
        known.forEach((number, span) -> all.put(number, new double[] {seconds(first, span.begun()),
            seconds(first, span.ended() == null ? now : span.ended())}));
        return all;
    }

    private static double seconds(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    /** Waits, or goes on. */
    synchronized void pause(boolean on) {
        if (on != paused && state.isUnderWay()) {
            paused = on;
            long now = System.nanoTime();
            pausedAt = on ? now : pausedAt;
            rested += on ? 0 : now - pausedAt;
            state = on ? TuneState.PAUSED : TuneState.RUNNING;
            notifyAll();
        }
    }

    /** Ends as soon as it can, some hundredths of a second later. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Seconds for which it has computed. */
    synchronized double elapsed() {
        long now = paused ? pausedAt : System.nanoTime();
        return (now - begin - rested) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    double limit() {
        return seconds;
    }

    List<Trial> trials() {
        return trials;
    }

    TuneState state() {
        return state;
    }

    /** What guessing comes to on the rows kept aside; null where there are none, or it is not known yet. */
    Guess guess() {
        return guess;
    }

    Said problem() {
        return problem;
    }
}
