package downhill.ui.chart;

import downhill.cli.MapChartWriter;
import downhill.study.map.MapAxis;
import downhill.study.map.TrainabilityMap;
import downhill.study.space.ValueText;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Path;

/** A trainability map as a picture, without a window or a display. */
public final class MapPicture implements MapChartWriter {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 720;
    private static final double PIXELS = 2;

    @Override
    public void write(Path png, TrainabilityMap map, Words words) throws IOException {
        MapDrawing drawing = MapDrawing.of(axis(map.across()), axis(map.up()), map, words::say);
        new ChartExport(drawing, Palette.LIGHT, View.ALL, WIDTH, HEIGHT).png(png, PIXELS);
    }

    private static UnitAxis axis(MapAxis axis) {
        return UnitAxis.of(axis.knob().name(), axis.knob().extent(), ValueText::of);
    }
}
