package downhill.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Draws loss curves into a PNG file, without a display. */
public interface LossChartWriter {

    /**
     * One contender's curves; both pairs of arrays are of equal lengths and in ascending steps.
     *
     * @param style    number of its colour and line style
     * @param diverged whether it ended because it diverged
     */
    record LossCurve(String name, int style, boolean diverged, double[] steps, double[] losses, double[] validationSteps,
                     double[] validationLosses) {
    }

    /** Writes the picture; curves are in the order of the experiment. */
    void write(Path png, String title, List<LossCurve> curves) throws IOException;
}
