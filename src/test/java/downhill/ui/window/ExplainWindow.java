package downhill.ui.window;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.PickChart;
import downhill.ui.control.Segments;
import downhill.ui.fx.FxTest;
import downhill.ui.screen.explain.Explain;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;

/** One window over the real engine, with the workspace Explain chosen, for all tests of a class: each opens its experiment in it. */
abstract class ExplainWindow extends FxTest {
    private static final int FEW = 80;
    /** A fifth of them is held out, and a quarter of that enough for a group of errors. */
    private static final int MANY = 240;

    static OpenWindow open;

    @AfterAll
    static void closeWindow() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Explains it on the first tab; nobody has learned anything yet. */
    static void start(Experiment experiment) {
        if (open == null) {
            open = OpenWindow.live(1440, 900);
        }
        open.open(experiment);
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED && open.session.snapshotProperty().get().step() == 0);
        open.press(KeyCode.DIGIT6, KeyCode.CONTROL);
        runFx(() -> {
            Tabs tabs = ((ExplainSpace) open.window.workspaces().present()).tabs();
            tabs.shownProperty().set(tabs.screens().get(0));
            open.window.scene().getRoot().requestFocus();
        });
    }

    static void step(int steps) {
        runFx(() -> open.session.race().step(steps));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == steps
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    /** A network of three units and six columns, of which four count and two act together. */
    static Experiment numbers() {
        return experiment(MANY, List.of("bmi", "bp", "s1", "s2", "s3", "s4"), new Architecture.Mlp(List.of(3), Activation.TANH),
                ContenderSpec.of("a", "Adam", "adam", Map.of("learningRate", 0.02), 0),
                row -> 150 + 30 * row[0] + 20 * row[1] * row[2] + 10 * row[3]);
    }

    /** A linear model that is told its target by its last column. */
    static Experiment leaking() {
        return experiment(FEW, List.of("area", "age", "lot", "booked"), new Architecture.Linear(),
                ContenderSpec.of("a", "SGD", "sgd", Map.of("learningRate", 0.2), 0), row -> row[3]);
    }

    private static Experiment experiment(int rows, List<String> names, Architecture architecture, ContenderSpec contender,
            ToDoubleFunction<double[]> target) {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder(String.join(",", names) + ",y\n");
        for (int i = 0; i < rows; i++) {
            double[] row = new double[names.size()];
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextGaussian();
                csv.append(row[j]).append(',');
            }
            csv.append(target.applyAsDouble(row)).append('\n');
        }
        DataSpec data = DataSpec.of(new DataSource.Written("planted", csv.toString(), null)).withTarget("y");
        return new Experiment("planted", new Problem.Learning(data, new ModelSpec(architecture, Loss.MSE)), TrainingSpec.of(200, 32),
                List.of(contender), 1, Precision.FLOAT);
    }

    static Explain explain() {
        return ((ExplainSpace) open.window.workspaces().present()).explain();
    }

    static String label(String id) {
        return onFx(() -> ((Label) open.window.scene().lookup(id)).getText());
    }

    static PickChart chart(String id) {
        return open.window.scene().lookup(id) instanceof PickChart chart ? chart : null;
    }

    static boolean isEmpty(String id) {
        return onFx(() -> !(open.window.scene().lookup(id) instanceof ChartPane chart) || chart.drawing() == null
                || chart.drawing().isEmpty());
    }

    /** The picture of this kind, as soon as it is there. */
    static <T extends ChartDrawing> T drawing(String id, Class<T> kind) {
        await(id + " is there", () -> onFx(() -> open.window.scene().lookup(id) instanceof ChartPane chart
                && kind.isInstance(chart.drawing()) && !chart.drawing().isEmpty()));
        return kind.cast(onFx(() -> ((ChartPane) open.window.scene().lookup(id)).drawing()));
    }

    /** One of several buttons. */
    static void choose(Segments<?> segments, int number) {
        runFx(() -> ((ToggleButton) segments.getChildren().get(number)).fire());
    }
}
