package downhill.ui.window;

import downhill.race.document.Experiment;
import downhill.study.StudySettings;
import downhill.study.space.VaryText;
import downhill.ui.fx.FxTest;
import downhill.ui.screen.tune.TuneController;
import downhill.ui.session.Demo;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TunePlan;
import downhill.ui.tune.TuneStand;
import downhill.ui.tune.TuneState;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A window that shows Tune, for tests. */
abstract class TuneWindow extends FxTest {
    private static final long STEPS = 40;

    OpenWindow open;
    TuneController tune;
    TuneModel model;

    @BeforeEach
    void enterTune() {
        open = new OpenWindow(1440, 900);
        Experiment demo = Demo.experiment("Iris");
        open.open(demo.withTraining(demo.training().withSteps(STEPS)));
        await("the data are there", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        open.press(KeyCode.DIGIT4, KeyCode.CONTROL);
        tune = open.window.parts().tune();
        model = tune.model();
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    TuneStand stand() {
        return onFx(() -> model.standProperty().get());
    }

    void plan(long trials, String... knobs) {
        runFx(() -> {
            TunePlan plan = model.planProperty().get();
            model.planProperty().set(plan.withKnobs(knobs.length == 0 ? plan.knobs() : Stream.of(knobs).map(VaryText::read).toList())
                    .withChosen(plan.chosen().with(StudySettings.TRIALS, trials)));
        });
    }

    void fire(String id) {
        runFx(() -> ((ButtonBase) open.window.scene().lookup("#" + id)).fire());
    }

    void searched(long trials, String... knobs) {
        plan(trials, knobs);
        fire("tune-run");
        await("the search is done", () -> model.standProperty().get().state() == TuneState.DONE);
    }
}
