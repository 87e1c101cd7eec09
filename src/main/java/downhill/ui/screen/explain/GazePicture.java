package downhill.ui.screen.explain;

import downhill.data.Visible;
import downhill.ui.chart.OverlayDrawing;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Where in images a model looks: for each model the mean image in grey, and over it how much each pixel moves what is said. */
final class GazePicture {
    private GazePicture() {
    }

    /** Of one model. */
    static OverlayDrawing of(MovedRows model) {
        return each(List.of(model)).get(0);
    }

    /** Of models of the same site, on one scale. */
    static List<OverlayDrawing> each(List<MovedRows> models) {
        double most = models.stream().flatMapToDouble(each -> Arrays.stream(sizes(each))).filter(Double::isFinite).max().orElse(1);
        return models.stream().map(each -> new OverlayDrawing(List.of(tile(each)), -1, most, told(each))).toList();
    }

    private static OverlayDrawing.Tile tile(MovedRows one) {
        int[] shape = one.asked().prepared().inputShape();
        double[] mean = new double[one.columns().size()];
        for (int row = 0; row < one.rows().count(); row++) {
            double[] pixels = RowSlopes.pixels(one.columns(), one.rows().values(), row * one.rows().size());
            Arrays.setAll(mean, i -> mean[i] + pixels[i] / one.rows().count());
        }
        return new OverlayDrawing.Tile("", RowSlopes.laid(mean, shape),
                RowSlopes.laid(sizes(one), shape));
    }

    private static double[] sizes(MovedRows one) {
        return IntStream.range(0, one.columns().size()).mapToDouble(one::mean).toArray();
    }

    /** In words what is seen. */
    static String told(MovedRows one) {
        String key = one.asked().isOfClasses() ? "explain.gaze.told.class" : "explain.gaze.told";
        String of = one.asked().isOfClasses() ? one.asked().prepared().classNames().get(one.asked().chosen())
                : one.asked().prepared().targetName();
        return Messages.text(key, Visible.line(of), Numbers.count(one.rows().count()));
    }
}
