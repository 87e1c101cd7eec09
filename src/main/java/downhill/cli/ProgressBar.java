package downhill.cli;

import downhill.data.Progress;
import downhill.data.Visible;
import downhill.words.Said;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * How far a long task is, on standard error: a bar where that is a terminal, lines where progress was asked for elsewhere, and else nothing
 * at all. Standard output never sees it.
 */
final class ProgressBar implements Progress, AutoCloseable {
    /** Where progress is shown, if it is. */
    enum Kind { BAR, LINES, NONE }

    private static final int WIDTH = 30;
    private static final long NANOS_BETWEEN_PICTURES = 100_000_000;
    private static final long NANOS_BETWEEN_LINES = 1_000_000_000;

    private final String what;
    private final Kind kind;
    private final PrintWriter target;
    private final long between;
    private long last = System.nanoTime();
    private boolean shown;

    /** @param between nanoseconds from one picture to the next; the end is told at any time */
    ProgressBar(String what, Kind kind, PrintWriter target, long between) {
        this.what = Visible.line(what);
        this.kind = kind;
        this.target = HarmlessPrinter.terminal(target);
        this.between = between;
    }

    static ProgressBar of(Said what, CommandSpec spec) {
        return of(what, spec, false);
    }

    /** @param asked whether to tell even where standard error is no terminal */
    static ProgressBar of(Said what, CommandSpec spec, boolean asked) {
        Kind unseen = asked ? Kind.LINES : Kind.NONE;
        Kind kind = System.console() != null ? Kind.BAR : unseen;
        PrintWriter err = spec.commandLine().getErr();
        long between = kind == Kind.LINES ? NANOS_BETWEEN_LINES : NANOS_BETWEEN_PICTURES;
        return new ProgressBar(HarmlessPrinter.text(err, what), kind, err, between);
    }

    @Override
    public void done(double fraction) {
        done(fraction, "");
    }

    /** With a word beside the bar. */
    void done(double fraction, String note) {
        long now = System.nanoTime();
        if (kind == Kind.NONE || now - last < between && !(kind == Kind.LINES && fraction >= 1)) {
            return;
        }
        last = now;
        String shownNote = Visible.line(note);
        target.print(kind == Kind.BAR ? bar(fraction, shownNote)
                : what + " " + Math.round(100 * fraction) + " % " + shownNote + System.lineSeparator());
        target.flush();
        shown = kind == Kind.BAR;
    }

    private String bar(double fraction, String note) {
        int filled = (int) Math.round(WIDTH * Math.max(0, Math.min(1, fraction)));
        return "\r\u001B[K" + what + " [" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] " + Math.round(100 * fraction) + " % "
                + note;
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
