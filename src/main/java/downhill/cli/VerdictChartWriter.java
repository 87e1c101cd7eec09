package downhill.cli;

import downhill.analysis.verdict.Verdict;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Path;

/** Draws a verdict into a PNG file, without a display. */
public interface VerdictChartWriter {
    /**
     * Draws.
     *
     * @param metric as the axis calls it
     * @param words  of the language that it speaks
     */
    void write(Path png, String metric, Verdict verdict, Words words) throws IOException;
}
