package downhill.ui.chart;

import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.fx.AnimatedGif;
import downhill.ui.fx.Images;
import downhill.ui.fx.UiTask;
import downhill.ui.theme.Palette;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/**
 * Writes a chart over a range of steps as an animated GIF, off the FX thread. The file appears complete or not at all.
 *
 * @param film the chart at each step
 * @param palette the colours
 * @param width points and pixels across
 * @param height points and pixels down
 * @param steps first and last step
 * @param frames how many pictures, at least 2, equally far apart
 * @param perSecond pictures a second, 1 to 50
 */
public record FilmExport(Film film, Palette palette, double width, double height, Range steps, int frames, int perSecond) {
    private static final int REST_HUNDREDTHS = 200;

    /**
     * Writes it, the last picture resting for two seconds; a cancelled {@code task} ends it by a {@link CancellationException}
     * and without a file.
     */
    public void gif(Path file, UiTask<?> task) throws IOException {
        Images.writeWhole(file, out -> {
            try (AnimatedGif gif = new AnimatedGif(out)) {
                for (int i = 0; i < frames; i++) {
                    if (task.isCancelled()) {
                        throw new CancellationException();
                    }
                    gif.add(picture(i).image(1), i == frames - 1 ? REST_HUNDREDTHS : Math.round(100f / perSecond));
                    task.report((i + 1.0) / frames, "");
                }
            }
        });
    }

    /** Picture {@code i} of all. */
    ChartExport picture(int i) {
        double exact = steps.low() + steps.length() * i / (frames - 1);
        double between = steps.length() >= frames ? Math.rint(exact) : exact;
        double step = i == frames - 1 ? steps.high() : between;
        return new ChartExport(film.at(step), palette, View.ALL, width, height);
    }
}
