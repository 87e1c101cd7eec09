package downhill.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

/** The window, as far as the command line needs it. */
public interface WindowLauncher {

    /**
     * Opens the window and returns when it is closed. Without a display it runs the demonstration headless.
     *
     * @param file an experiment or a CSV file, or null for the bundled demonstration
     * @param out  for results printed without a display
     * @return exit code
     */
    int open(Path file, PrintWriter out);

    /**
     * Opens the window on a lesson and returns when it is closed; without a display as {@link #open}.
     *
     * @param lesson a file, a folder, or the name of a bundled one
     * @return exit code
     */
    int lesson(String lesson, PrintWriter out);

    /**
     * Draws the window into a picture, without a display.
     *
     * @param steps steps to train before the picture is taken, or −1 for all of the experiment's
     * @return exit code
     */
    int screenshot(Path experiment, Path png, int width, int height, long steps);

    /** Measures the window with four contenders racing flat out, without a display. */
    WindowFigures bench(int seconds);

    /** Starts the program a few times as a person would, without a display, and measures how soon the window is there. */
    StartFigures start();

    /**
     * Medians, from the start of the virtual machine on.
     *
     * @param toolkitMillis    until the toolkit can show something
     * @param firstFrameMillis until the window's frame has been drawn
     * @param windowMillis     until the start page has been drawn
     */
    record StartFigures(double toolkitMillis, double firstFrameMillis, double windowMillis) {
    }

    /**
     * What the window costs.
     *
     * @param chartFramesPerSecond    frames of one chart
     * @param fxWorkMillisP95         95th percentile of the work on the FX thread in one frame
     * @param longestStallMillis      longest time between two pulses of the FX thread
     * @param stepsPerSecond          of the race while it is shown
     * @param stepsPerSecondWithoutDoctor of the same race, shown without the run doctor looking
     * @param stepsPerSecondWithoutUi of the same race unseen
     * @param processors              that Java may use
     * @param relation                what they are to each other, as {@link downhill.engine.Cores#relation()} says: beside a window on
     *                                the other thread of its core training is slower than beside one on another core
     */
    record WindowFigures(double chartFramesPerSecond, double fxWorkMillisP95, double longestStallMillis, double stepsPerSecond,
                         double stepsPerSecondWithoutDoctor, double stepsPerSecondWithoutUi, int processors, String relation) {
    }
}
