package downhill.cli;

import downhill.data.Progress;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** How far a long task is, on standard error where that is a terminal; nothing at all elsewhere. */
final class ProgressBar implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long NANOS_BETWEEN = 100_000_000;

    private final String what;
    private final PrintWriter target;
    private long last = System.nanoTime();
    private boolean shown;

    private ProgressBar(String what, PrintWriter target) {
        this.what = what;
        this.target = target;
    }

    static ProgressBar of(String what, CommandSpec spec) {
        return new ProgressBar(what, System.console() == null ? null : spec.commandLine().getErr());
    }

    @Override
    public void done(double fraction) {
        done(fraction, "");
    }

    /** With a word beside the bar. */
    void done(double fraction, String note) {
        long now = System.nanoTime();
        if (target == null || now - last < NANOS_BETWEEN) {
            return;
        }
        last = now;
        shown = true;
        int filled = (int) Math.round(WIDTH * Math.max(0, Math.min(1, fraction)));
        target.print("\r\u001B[K" + what + " [" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] "
                + Math.round(100 * fraction) + " % " + note);
        target.flush();
    }

    /** Wipes the bar; may be called more than once. */
    @Override
    public void close() {
        if (shown) {
            target.print("\r\u001B[K");
            target.flush();
            shown = false;
        }
    }
}
