package downhill.ui.screen.explain;

import downhill.data.Visible;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.SwarmDrawing;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How features move what is said, as a swarm of rows for each or a bar. Of any thread.
 *
 * @param swarm  whether rows are seen
 * @param shown  columns, from above to below
 * @param row    row of the table that is marked
 * @param name   of the feature that is marked
 * @param range  along x; null for as far as is needed
 */
record FeaturePicture(boolean swarm, List<Integer> shown, int row, String name, Range range) {
    private static final int DIGITS = 3;
    private static final double ROOM = 0.04;

    FeaturePicture {
        shown = List.copyOf(shown);
    }

    ChartDrawing of(MovedRows found) {
        return swarm ? rows(found) : bars(found);
    }

    /** The same on an axis that all of these fit on. */
    FeaturePicture within(List<MovedRows> all) {
        double low = 0;
        double high = 0;
        for (MovedRows one : all) {
            for (int column : shown) {
                double[] values = swarm ? one.of(column) : new double[] {one.mean(column)};
                low = Math.min(low, Arrays.stream(values).filter(Double::isFinite).min().orElse(0));
                high = Math.max(high, Arrays.stream(values).filter(Double::isFinite).max().orElse(0));
            }
        }
        return new FeaturePicture(swarm, shown, row, name, low < high ? Range.around(low, high, ROOM) : null);
    }

    private SwarmDrawing rows(MovedRows found) {
        List<SwarmDrawing.Swarm> swarms = shown.stream().map(column -> new SwarmDrawing.Swarm(found.columns().get(column).name(),
                found.of(column), found.shades(column))).toList();
        return new SwarmDrawing(swarms, found.rows().of(row), range, ExplainModel.words("explain.effect", found.asked()),
                List.of(Messages.text("explain.low"), Messages.text("explain.high")), told(found));
    }

    private ShareDrawing bars(MovedRows found) {
        List<ShareDrawing.Bar> bars = shown.stream().map(column -> new ShareDrawing.Bar(found.columns().get(column).name(),
                found.mean(column), Double.NaN, Double.NaN, Numbers.significant(found.mean(column), DIGITS))).toList();
        int strong = shown.stream().map(column -> found.columns().get(column).name()).toList().indexOf(name);
        return new ShareDrawing(bars, strong, range, found.asked().contender().style(),
                ExplainModel.words("explain.effect.mean", found.asked()), told(found));
    }

    private String told(MovedRows found) {
        return shown.stream().map(column -> Visible.line(found.columns().get(column).name()) + ": "
                + Numbers.significant(found.mean(column), DIGITS)).collect(Collectors.joining("; "));
    }
}
