package downhill.ui.screen.fit;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.PlotPicture;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitView;
import downhill.ui.fit.Standpoint;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.window.LiveWindow;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The features that a picture does not vary are held at their means, or at a row that a person chooses by keyboard. */
class HeldRowTest extends FxTest {
    private static final int STEPS = 60;

    @Test
    void theCurvesOfAChosenRowAreOthersThanThoseOfTheMeans() {
        try (LiveWindow live = LiveWindow.open(Demo.experiment("Iris"), 1440, 900)) {
            FitController fit = live.window().parts().fit();
            runFx(() -> live.window().shownProperty().set(fit));
            await("the race is ready", () -> live.session().race().isOpen());
            runFx(() -> live.session().race().step(STEPS));
            await("the race is at its step", () -> live.session().snapshotProperty().get().step() == STEPS);
            await("the models of that step are there", () -> isAt(live.window().parts().models().standpointProperty().get()));
            await("there is a picture", () -> !fit.shown().panels().isEmpty());
            FitPicture regions = onFx(fit::shown);
            runFx(() -> fit.choose(FitView.CURVE));
            await("there are curves", () -> fit.shown() != regions && fit.shown().panels().size() == 1);
            assertThat(onFx(() -> held(live).getText())).isEqualTo("others at their mean");
            FitPicture means = onFx(fit::shown);
            live.focus("#fit-held");
            live.press(KeyCode.DOWN);
            await("other curves", () -> fit.shown() != means && !values(fit.shown()).equals(values(means)));
            assertThat(onFx(() -> fit.model().heldProperty().get())).isZero();
            FitPicture row = onFx(fit::shown);
            assertThat(values(row)).hasSameSizeAs(values(means)).isNotEqualTo(values(means));
            live.press(KeyCode.UP);
            await("curves again", () -> fit.shown() != row && !values(fit.shown()).equals(values(row)));
            assertThat(values(onFx(fit::shown))).as("the means again").isEqualTo(values(means));
        }
    }

    /** A picture of an earlier step that is still on its way would be none of those compared. */
    private static boolean isAt(Standpoint models) {
        return models != null && models.seeds().values().stream().allMatch(each -> each.get(0).step() == STEPS);
    }

    private static TextInputControl held(LiveWindow live) {
        return (TextInputControl) live.window().scene().lookup("#fit-held");
    }

    private static List<Double> values(FitPicture picture) {
        PlotPicture plot = picture.panels().get(0).plot();
        return plot.lines().stream().map(line -> line.points().y(line.points().size() / 2)).toList();
    }
}
