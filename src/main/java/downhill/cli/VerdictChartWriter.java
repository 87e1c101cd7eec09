package downhill.cli;

import downhill.analysis.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;

/** Draws a verdict into a PNG file, without a display. */
public interface VerdictChartWriter {
    /** @param metric as the axis calls it */
    void write(Path png, String metric, Verdict verdict) throws IOException;
}
