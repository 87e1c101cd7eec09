package downhill.cli;

import downhill.data.Progress;
import downhill.words.Said;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** A long task: shows how far it is and can be ended by Ctrl-C, or by TERM, as those end it who give a task so much time. */
final class Job implements Progress, AutoCloseable {
    private final ProgressBar bar;
    private final CtrlC ctrlC = new CtrlC(List.of("INT", "TERM"), () -> { });

    Job(Said what, CommandSpec spec) {
        this(what, spec, false);
    }

    /** @param asked whether progress is to be told even where nobody watches a terminal */
    Job(Said what, CommandSpec spec, boolean asked) {
        bar = ProgressBar.of(what, spec, asked);
    }

    @Override
    public void done(double fraction) {
        bar.done(fraction);
    }

    /** With a word beside the bar. */
    void done(double fraction, String note) {
        bar.done(fraction, note);
    }

    @Override
    public boolean cancelled() {
        return ctrlC.cancelled();
    }

    /** Wipes the bar, so that something can be printed. */
    void quiet() {
        bar.close();
    }

    @Override
    public void close() {
        bar.close();
        ctrlC.close();
    }
}
