package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.screen.explain.Explain;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How soon all pictures follow a slider of what if, and how much a race is slowed by being explained. Prints both: {@code mvn test -Psoak
 * -Dtest=ExplainPaceTest}. What is held are bounds that a busy machine keeps, too; the figures are for a quiet one.
 */
@Tag("soak")
class ExplainPaceTest extends FxTest {
    private static final int MOVES = 80;
    private static final int PAIRS = 4;
    private static final long SLICE_SECONDS = 3;
    private static final int STEPS = 150;

    private OpenWindow open;

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private void start(Experiment experiment) {
        open = OpenWindow.live(1440, 900);
        open.open(experiment);
        await("the race is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        open.press(KeyCode.DIGIT6, KeyCode.CONTROL);
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    private static Experiment diabetes() {
        return AskedWindow.experiment("diabetes", new Architecture.Mlp(java.util.List.of(16), Activation.TANH), Loss.MSE);
    }

    private Explain explain() {
        return ((ExplainSpace) open.window.workspaces().present()).explain();
    }

    @Test
    void picturesFollowTheSlider() throws InterruptedException {
        start(diabetes());
        runFx(() -> open.session.race().step(STEPS));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == STEPS
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        open.press(KeyCode.DIGIT6);
        await("sliders are there", () -> open.window.scene().lookup("#explain-whatif-bmi") != null && explain().isSettled());
        Slider slider = (Slider) open.window.scene().lookup("#explain-whatif-bmi");
        double[] millis = new double[MOVES];
        for (int move = 0; move < MOVES; move++) {
            millis[move] = follow(slider, (move % 2 == 0 ? 0.2 : 0.6) + 0.3 * move / MOVES);
        }
        Arrays.sort(millis);
        System.out.printf("all pictures follow a slider: p50 %.0f ms, p95 %.0f ms, most %.0f ms%n", millis[MOVES / 2],
                millis[MOVES * 95 / 100], millis[MOVES - 1]);
        assertThat(millis[MOVES / 2]).as("ms, half of the moves").isLessThan(1000);
    }

    /** From the move to the end of the frame in which all that is in view is of it. */
    private double follow(Slider slider, double share) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        long[] took = new long[1];
        runFx(() -> {
            long from = System.nanoTime();
            slider.setValue(slider.getMin() + share * (slider.getMax() - slider.getMin()));
            new AnimationTimer() {
                private int frames;

                @Override
                public void handle(long now) {
                    frames++;
                    if (frames > 1 && explain().isSettled()) { // by then the window has asked
                        took[0] = System.nanoTime() - from;
                        stop();
                        there.countDown();
                    }
                }
            }.start();
        });
        assertThat(there.await(20, TimeUnit.SECONDS)).isTrue();
        return took[0] / 1e6;
    }

    @Test
    void theRaceKeepsItsSpeed() throws InterruptedException {
        start(diabetes().withTraining(TrainingSpec.of(100_000_000, 32)));
        runFx(() -> open.session.race().start());
        await("it runs", () -> open.session.snapshotProperty().get().step() > 1000);
        double[] alone = new double[PAIRS];
        double[] beside = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            alone[pair] = speed("data");
            beside[pair] = speed("explain");
        }
        double kept = middle(beside) / middle(alone);
        System.out.printf("a race that is explained keeps %.0f %% of its speed (%.0f of %.0f steps a second)%n", 100 * kept,
                middle(beside), middle(alone));
        assertThat(kept).as("share of its speed").isGreaterThan(0.5);
    }

    private static double middle(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Steps a second while that workspace is in view, once it has come to rest. */
    private double speed(String workspace) throws InterruptedException {
        runFx(() -> open.window.workspaces().choose(workspace));
        Thread.sleep(TimeUnit.SECONDS.toMillis(1));
        long from = System.nanoTime();
        long first = FxToolkit.call(() -> open.session.race().racing().recordedSteps());
        Thread.sleep(TimeUnit.SECONDS.toMillis(SLICE_SECONDS));
        long last = FxToolkit.call(() -> open.session.race().racing().recordedSteps());
        return (last - first) / ((System.nanoTime() - from) / 1e9);
    }
}
