package downhill.ui.chart;

import downhill.ui.chart.shape.PointBuffer;
import downhill.ui.fx.FramePump;
import downhill.ui.fx.FrameStats;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Headless;
import downhill.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;

/** Measures frames a second and the FX thread's work: run {@code main}, argument {@code four} or {@code million}. */
public final class ChartBench {
    private static final int SERIES = 4;
    private static final double SECONDS = 8;

    private final List<LineChart> charts = new ArrayList<>();
    private final List<PointBuffer> buffers = new ArrayList<>();
    private final Random random = new Random(1);
    private final FramePump pump = new FramePump();
    private final boolean million;
    private long step;

    private ChartBench(boolean million) {
        this.million = million;
    }

    /** Prints one line of figures. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty(Headless.FORCED, "true");
        FxToolkit.start();
        ChartBench bench = new ChartBench(arguments.length > 0 && arguments[0].equals("million"));
        FxToolkit.run(bench::open);
        Thread.sleep(4000);
        long before = FxToolkit.call(bench::drawings);
        FxToolkit.run(bench.pump::resetStats);
        Thread.sleep((long) (SECONDS * 1000));
        FrameStats stats = FxToolkit.call(bench.pump::stats);
        double each = (FxToolkit.call(bench::drawings) - before) / SECONDS / bench.charts.size();
        System.out.printf("charts %d, points a series %d: %.1f drawings/s each, %.1f pulses/s, FX work %.2f ms mean, %.2f ms p95, longest %.1f ms, longest gap %.1f ms%n",
                bench.charts.size(), bench.buffers.get(0).size(), each, stats.framesPerSecond(), stats.meanWorkMillis(),
                        stats.workMillisP95(),
                stats.longestWorkMillis(), stats.longestStallMillis());
        Platform.exit();
    }

    private void open() {
        FlowPane root = new FlowPane(8, 8);
        for (int i = 0; i < (million ? 1 : 4); i++) {
            LineChart chart = new LineChart();
            chart.setPrefSize(million ? 900 : 640, million ? 500 : 400);
            chart.setOptions(LineOptions.PLAIN.titled("step", "loss").log(true).smoothed(0.9));
            charts.add(chart);
            root.getChildren().add(chart);
        }
        for (int i = 0; i < SERIES; i++) {
            buffers.add(new PointBuffer());
        }
        for (int i = 0; i < (million ? 1_000_000 : 600); i++) {
            grow();
        }
        Stage stage = new Stage();
        stage.setScene(new Scene(root, 1300, 820));
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
        pump.poll(this::frame);
        pump.start();
    }

    private void frame() {
        if (million) {
            for (int i = 0; i < 100; i++) {
                grow();
            }
        }
        charts.forEach(chart -> chart.setSeries(series()));
    }

    private List<SeriesData> series() {
        List<SeriesData> series = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            series.add(SeriesData.main("run " + i, buffers.get(i).snapshot(), i));
        }
        return series;
    }

    private void grow() {
        step++;
        for (int i = 0; i < SERIES; i++) {
            buffers.get(i).append(step, (0.1 * (i + 1) + 3 / (1 + step / 100.0)) * Math.exp(0.3 * random.nextGaussian()));
        }
    }

    private long drawings() {
        return charts.stream().mapToLong(chart -> chart.drawingsProperty().get()).sum();
    }
}
