package downhill.cli;

import downhill.race.history.Curve;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws loss curves into a PNG file, without a display. */
public interface LossChartWriter {

    /**
     * One contender's curves.
     *
     * @param style      number of its colour and line style
     * @param diverged   whether it ended because it diverged
     * @param training   loss at each step
     * @param validation loss at each validation
     */
    record LossCurve(String name, int style, boolean diverged, Curve training, Curve validation) {
    }

    /** Writes the picture; curves are in the order of the experiment. */
    void write(Path png, String title, List<LossCurve> curves) throws IOException;
}
