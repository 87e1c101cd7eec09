package downhill.ui.chart;

import downhill.analysis.diagnosis.BestValidation;
import downhill.cli.LossChartWriter;
import downhill.race.history.Curve;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Loss curves as a picture, without a window or a display. */
public final class LossPicture implements LossChartWriter {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 560;
    private static final double PIXELS = 2;
    private static final double SPAN_FOR_LOG = 20;

    @Override
    public void write(Path png, String title, List<LossCurve> curves) throws IOException {
        List<SeriesData> series = new ArrayList<>();
        for (LossCurve curve : curves) {
            SeriesData main = SeriesData.main(curve.name(), points(curve, curve.training()), curve.style());
            series.add(curve.diverged() ? main.asDiverged() : main);
            series.add(SeriesData.second("", points(curve, curve.validation()), curve.style()).marked(best(curve)));
        }
        String along = curves.stream().anyMatch(one -> one.gradients() > 1) ? "gradients" : "step";
        LineOptions options = LineOptions.PLAIN.titled(along, title.isEmpty() ? "loss" : title).log(wantsLog(curves))
                .smoothed(smoothing(curves));
        LineDrawing drawing = new LineDrawing(series, options, new Smoothers());
        new ChartExport(drawing, Palette.LIGHT, View.ALL, WIDTH, HEIGHT).png(png, PIXELS);
    }

    private static Points points(LossCurve of, Curve curve) {
        return Points.of(Arrays.stream(curve.x()).map(step -> step * of.gradients()).toArray(), curve.y());
    }

    private static double best(LossCurve curve) {
        return BestValidation.of(curve.validation()).map(best -> best.step() * curve.gradients()).orElse(Double.NaN);
    }

    /** Equal ratios where losses fall over more than a decade and stay above 0. */
    private static boolean wantsLog(List<LossCurve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (LossCurve curve : curves) {
            for (double loss : curve.training().y()) {
                if (Double.isFinite(loss)) {
                    low = Math.min(low, loss);
                    high = Math.max(high, loss);
                }
            }
        }
        return low > 0 && high / low > SPAN_FOR_LOG;
    }

    private static double smoothing(List<LossCurve> curves) {
        return curves.stream().anyMatch(curve -> curve.training().size() > 200) ? 0.9 : 0;
    }
}
