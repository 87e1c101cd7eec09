package downhill.cli;

import downhill.study.map.TrainabilityMap;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Path;

/** Draws a trainability map into a PNG file, without a display. */
public interface MapChartWriter {
    /** Draws; {@code words} are of the language that it speaks. */
    void write(Path png, TrainabilityMap map, Words words) throws IOException;
}
