package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter shown = new StringWriter();

    private ProgressBar bar(ProgressBar.Kind kind, long between) {
        return new ProgressBar("Reading", kind, new PrintWriter(shown), between);
    }

    @Test
    void onATerminalABarGrowsOnOneLineAndIsWipedAtTheEnd() {
        ProgressBar bar = bar(ProgressBar.Kind.BAR, 0);
        bar.done(0.5);
        assertThat(shown.toString()).contains("█".repeat(15) + "·".repeat(15)).contains("50 %").doesNotContain("\n");
        bar.close();
        bar.close();
        assertThat(shown.toString()).endsWith("50 % \r\u001B[K");
    }

    @Test
    void elsewhereThereAreLinesIfTheyWereAskedFor() {
        ProgressBar lines = bar(ProgressBar.Kind.LINES, Long.MAX_VALUE);
        lines.done(0.5);
        lines.done(1);
        lines.close();
        assertThat(shown.toString().strip()).isEqualTo("Reading 100 %");
    }

    @Test
    void elseThereIsNothing() {
        ProgressBar nothing = bar(ProgressBar.Kind.NONE, 0);
        nothing.done(0.5);
        nothing.done(1);
        nothing.close();
        assertThat(shown.toString()).isEmpty();
    }
}
