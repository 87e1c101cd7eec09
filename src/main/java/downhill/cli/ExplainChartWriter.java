package downhill.cli;

import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Path;

/** Draws an explanation into a PNG file, without a display. */
public interface ExplainChartWriter {
    /** Draws; {@code words} are of the language that it speaks. */
    void write(Path png, ExplainChart chart, Words words) throws IOException;
}
