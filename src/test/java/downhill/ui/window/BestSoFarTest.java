package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.race.Racing.Quantity;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import downhill.ui.chart.ChartPane;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.results.ResultRow;
import downhill.ui.session.Demo;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The best validation in the results is the lowest point of the curve up to the step shown, and the chart marks it. */
class BestSoFarTest extends FxTest {
    private OpenWindow open;

    @Test
    void itFollowsTheStepShown() {
        try (OpenWindow window = OpenWindow.live(1440, 900)) {
            open = window;
            Experiment demo = Demo.experiment("Demo");
            open.open(demo.withContenders(List.of(demo.contenders().get(0), demo.contenders().get(3).withSeeds(2))));
            await("the race is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
            assertThat(row(0).course().best().step()).as("where it begins").isZero();
            runFx(() -> open.session.race().step(300));
            agree(300);
            runFx(() -> open.session.race().seek(40));
            agree(40);
        }
    }

    private void agree(long step) {
        await("they stand at " + step, () -> open.session.snapshotProperty().get().contenders().stream()
                .allMatch(one -> one.step() == step));
        nextFrame();
        nextFrame();
        for (int i = 0; i < 2; i++) {
            ResultRow row = row(i);
            Curve curve = onFx(() -> open.session.race().racing().curve(row.contender().id(), Quantity.VALIDATION_LOSS, 1 << 20));
            int best = lowest(curve, step);
            assertThat(row.course().best().loss()).isEqualTo(curve.y()[best]);
            assertThat(row.course().best().step()).isEqualTo((long) curve.x()[best]).isLessThanOrEqualTo(step);
            int marked = (int) curve.x()[lowest(curve, Long.MAX_VALUE)];
            ChartPane chart = (ChartPane) onFx(() -> open.window.parts().race().content());
            await("the chart marks it", () -> chart.drawing().summary()
                    .contains(Messages.text("chart.best", row.name(), String.valueOf(marked))));
        }
    }

    private static int lowest(Curve curve, long upTo) {
        return IntStream.range(0, curve.size()).filter(i -> curve.x()[i] <= upTo)
                .reduce((best, i) -> curve.y()[i] < curve.y()[best] ? i : best).orElseThrow();
    }

    private ResultRow row(int index) {
        return onFx(() -> open.window.parts().results().rows().get(index));
    }
}
