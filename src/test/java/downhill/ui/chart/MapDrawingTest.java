package downhill.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.store.MapCsv;
import downhill.study.map.MapAxis;
import downhill.study.map.TrainabilityMap;
import downhill.study.space.VaryText;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trainability map is taken away like every other chart. */
class MapDrawingTest {
    private static final double NONE = Double.NaN;

    @TempDir
    private Path folder;

    private static MapDrawing drawing(TrainabilityMap map) {
        return MapDrawing.of(axis(map.across()), axis(map.up()), map, String::valueOf);
    }

    private static UnitAxis axis(MapAxis axis) {
        return UnitAxis.of(axis.knob().name(), axis.knob().extent(), String::valueOf);
    }

    /** One learned, one ended where it began, one diverged at step 5, one was not run. */
    private static TrainabilityMap map() {
        return new TrainabilityMap(MapAxis.of(VaryText.read("rate=0.1..0.2"), 2), MapAxis.of(VaryText.read("batch=16..32:int"), 2), 9,
                new double[][] {{1, 1}, {1, NONE}}, new double[][] {{0.4, 1}, {NONE, NONE}}, new double[][] {{-1, -1}, {5, -1}},
                new boolean[][] {{true, true}, {true, false}});
    }

    @Test
    void itsTableHasWhatTheCommandLeaves() throws IOException {
        Path csv = folder.resolve("map.csv");
        MapCsv.write(csv, map());
        List<List<String>> told = Files.readAllLines(csv).stream().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        ChartTable table = drawing(map()).table();
        assertThat(table.header()).containsExactly("rate", "batch", "first loss", "final loss", "outcome", "diverged at");
        assertThat(table.rows()).hasSize(3).hasSameSizeAs(told);
        for (int i = 0; i < 3; i++) {
            assertThat(table.rows().get(i)).usingElementComparator(MapDrawingTest::asNumbers).isEqualTo(told.get(i));
        }
    }

    /** 1 and 1.0 are one number. */
    private static int asNumbers(String one, String other) {
        return one.matches("[\\d.]+") && other.matches("[\\d.]+") ? Double.compare(Double.parseDouble(one), Double.parseDouble(other))
                : one.compareTo(other);
    }

    @Test
    void itIsWrittenInEveryForm() throws IOException {
        ChartExport export = new ChartExport(drawing(map()), Palette.LIGHT, View.ALL, 500, 400);
        export.svg(folder.resolve("map.svg"));
        export.pdf(folder.resolve("map.pdf"));
        assertThat(Files.readString(folder.resolve("map.svg"))).contains("rate").contains("batch");
        assertThat(new String(Files.readAllBytes(folder.resolve("map.pdf")), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }
}
