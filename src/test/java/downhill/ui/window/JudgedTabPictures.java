package downhill.ui.window;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.race.document.Experiment;
import downhill.study.StudySettings;
import downhill.study.StudySettings.PrunerName;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TuneState;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;

/**
 * Every tab of Evaluate and Tune in both languages, both themes and both sizes, into {@code target/screenshots} for whoever looks at
 * them: {@code mvn test -Dtest=JudgedTabPictures}. Not part of the tests that always run.
 */
class JudgedTabPictures extends FxTest {
    private static final int FRAMES = 20;
    private static final long STEPS = 120;
    private static final long TRIALS = 40;
    /** What begins a picture that is begun by itself. */
    private static final Set<String> BEGINS = Set.of("study-begin");

    private OpenWindow open;

    @Test
    void evaluateOfClasses() {
        drawn(() -> judged("evaluate-classes", Demo.experiment("Iris")));
    }

    @Test
    void evaluateOfNumbers() {
        drawn(() -> judged("evaluate-numbers",
                AskedWindow.experiment("diabetes", new Architecture.Mlp(List.of(8), Activation.TANH), Loss.MSE)));
    }

    @Test
    void tune() {
        drawn(() -> {
            start(Demo.experiment("Iris"), "tune");
            search();
            every("tune", ((TuneSpace) open.window.workspaces().present()).tabs());
        });
    }

    private void drawn(Runnable all) {
        open = OpenWindow.live(1440, 900);
        try {
            all.run();
        } finally {
            runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
            open.close();
        }
    }

    private void judged(String name, Experiment experiment) {
        start(experiment, "evaluate");
        fire("evaluate-run");
        patiently(() -> !node("evaluate-report").isDisabled());
        every(name, ((EvaluateSpace) open.window.workspaces().present()).tabs());
    }

    private void start(Experiment experiment, String space) {
        open.open(experiment.withTraining(experiment.training().withSteps(STEPS)));
        patiently(() -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        runFx(() -> open.window.workspaces().choose(space));
    }

    private void search() {
        TuneModel model = open.window.parts().tune().model();
        runFx(() -> {
            model.planProperty().set(model.planProperty().get().withChosen(model.planProperty().get().chosen()
                    .with(StudySettings.PRUNER, PrunerName.HYPERBAND).with(StudySettings.TRIALS, TRIALS)));
            model.start();
        });
        patiently(() -> model.standProperty().get().state() == TuneState.DONE);
    }

    private void every(String name, Tabs tabs) {
        for (Screen tab : tabs.screens()) {
            runFx(() -> tabs.shownProperty().set(tab));
            ready();
            begin(tab);
            String of = name + "-" + tab.titleKey().substring(tab.titleKey().lastIndexOf('.') + 1);
            open.write(of + "-en-light-1440", Theme.LIGHT, 1440, 900);
            open.write(of + "-en-dark-1100", Theme.DARK, 1100, 700);
            runFx(() -> Messages.languageProperty().set(Language.values()[1]));
            ready();
            open.write(of + "-zh-light-1100", Theme.LIGHT, 1100, 700);
            open.write(of + "-zh-dark-1440", Theme.DARK, 1440, 900);
            runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        }
    }

    private void begin(Screen tab) {
        for (Node each : onFx(() -> ((Parent) tab.options()).lookupAll(".button"))) {
            if (each instanceof ButtonBase button && button.getId() != null && BEGINS.contains(button.getId()) && !button.isDisabled()) {
                runFx(button::fire);
                ready();
                patiently(() -> !button.isDisabled());
            }
        }
        ready();
    }

    private Node node(String id) {
        return open.window.scene().lookup("#" + id);
    }

    private void fire(String id) {
        runFx(() -> ((ButtonBase) node(id)).fire());
        ready();
    }

    private static void ready() {
        for (int frame = 0; frame < FRAMES; frame++) {
            nextFrame();
        }
    }

    /** However long it takes: nobody waits for these pictures but who asked for them. */
    private static void patiently(BooleanSupplier condition) {
        while (!FxToolkit.call(condition::getAsBoolean)) {
            nextFrame();
        }
    }
}
