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
     * @param gradients  that a step takes, at least 1
     */
    record LossCurve(String name, int style, boolean diverged, Curve training, Curve validation, double gradients) {
    }

    /** Writes the picture; curves are in the order of the experiment. Where one takes several gradients a step, gradients run along x. */
    void write(Path png, String title, List<LossCurve> curves) throws IOException;
}
