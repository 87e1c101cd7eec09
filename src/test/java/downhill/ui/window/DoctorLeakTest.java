package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.screen.contenders.ContendersCard;
import downhill.ui.screen.doctor.DoctorController;
import downhill.ui.session.Demo;
import downhill.ui.session.Feed;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The run doctor in the window: what it shows, and that its note and its sheet, once closed, are gone and listen to nothing. */
class DoctorLeakTest extends Leaks {
    private static final int TIMES = 20;
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = OpenWindow.live(1100, 700);
        open.open(Demo.experiment("Iris").withTraining(Demo.experiment("Iris").training().withSteps(300))
                .withContenders(List.of(ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", 0.001), 0))));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(300));
        await("the race has ended", () -> open.session.snapshotProperty().get().step() == 300);
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    private static DoctorController looking() {
        DoctorController doctor = onFx(() -> new DoctorController(open.session, open.window.sheets(),
                new Feed(Runnable::run, System::nanoTime)));
        runFx(() -> {
            doctor.setActive(true);
            doctor.frame();
        });
        return doctor;
    }

    @Test
    void theWindowTellsWhatIsWrongInTheRowAndAmongTheResults() {
        await("it has looked", () -> {
            open.window.parts().doctor().frame();
            return open.window.scene().lookup("#doctor-note .doctor-line") != null;
        });
        assertThat(onFx(() -> ((Button) open.window.scene().lookup(".doctor-line")).getText()))
                .isEqualTo("SGD: learning rate too small");
        assertThat(onFx(() -> open.window.scene().lookup(".contender-mark").isVisible())).isTrue();
        runFx(() -> open.window.parts().doctor().open());
        List<String> said = onFx(() -> open.window.scene().getRoot().lookupAll("#doctor-findings .label").stream()
                .map(node -> ((Label) node).getText()).toList());
        assertThat(said).anyMatch(words -> words.startsWith("SGD seems to have too small a learning rate"))
                .anyMatch(words -> words.startsWith("Branches SGD off at step 0"));
        triedAndTold();
        runFx(() -> open.window.sheets().close());
    }

    /** The button branches the run off with the remedy, and where it is shown what came of it can be read. */
    private static void triedAndTold() {
        Experiment before = open.session.experiment();
        runFx(() -> ((Button) open.window.scene().lookup("#doctor-findings .doctor-try")).fire());
        await("there is a branch", () -> open.session.snapshotProperty().get().contenders().size() == 2);
        assertThat(open.session.experiment().contenders()).extracting(ContenderSpec::name).containsExactly("SGD", "SGD ⎇ 0: η 0.01");
        await("it is told that it helped", () -> {
            open.window.parts().doctor().frame();
            return open.window.scene().getRoot().lookupAll("#doctor-reports .label").stream()
                    .anyMatch(node -> ((Label) node).getText().startsWith("SGD, η 0.01 helped. Best validation loss "));
        });
        runFx(() -> open.session.undo());
        assertThat(open.session.experiment()).isEqualTo(before);
    }

    @Test
    void whatWasClosedIsGone() {
        List<WeakReference<Object>> gone = new ArrayList<>();
        List<Integer> before = listening(open);
        for (int i = 0; i < TIMES; i++) {
            gone.addAll(openedAndClosed());
        }
        assertThat(listening(open)).isEqualTo(before);
        awaitCollected("all are gone", () -> gone.stream().allMatch(one -> one.get() == null));
    }

    private static List<WeakReference<Object>> openedAndClosed() {
        DoctorController doctor = looking();
        ContendersCard rows = onFx(() -> new ContendersCard(open.session, open.window.sheets()));
        return onFx(() -> {
            StackPane place = new StackPane(doctor.note(), rows.node());
            doctor.marking(rows::mark);
            doctor.open();
            open.window.sheets().close();
            place.getChildren().clear();
            doctor.dispose();
            rows.dispose();
            return List.of(new WeakReference<>(doctor), new WeakReference<>(doctor.note()), new WeakReference<>(rows));
        });
    }
}
