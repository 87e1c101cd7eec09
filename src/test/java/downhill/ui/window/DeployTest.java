package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.TrainedModel;
import downhill.race.document.ContenderSpec;
import downhill.race.document.FormSpec;
import downhill.race.history.PathPoint;
import downhill.store.ModelStore;
import downhill.ui.chart.FrontDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.control.NumberField;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.screen.Screen;
import downhill.ui.screen.deploy.Deploy;
import downhill.ui.screen.deploy.DeployWays;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A contender's model is made smaller, judged and put to use, by keyboard; one window is walked through. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployTest extends DeployWindow {
    private static final String PRUNED = Messages.text("deploy.name.prune.magnitude", Numbers.percent("70"));

    private static boolean can(String id) {
        return onFx(() -> open.window.commands().meant(open.window.table().get(id)).isEnabled());
    }

    private static String why(String id) {
        return onFx(() -> open.window.commands().meant(open.window.table().get(id)).obstacle());
    }

    private static FrontDrawing front() {
        return onFx(() -> node("#deploy-front") instanceof PickChart chart && chart.drawing() instanceof FrontDrawing drawing ? drawing : null);
    }

    private static void choose(String name) {
        for (int i = 0; i < 12 && !label("#deploy-variant-name").equals(name); i++) {
            open.press(KeyCode.PAGE_DOWN, KeyCode.CONTROL, KeyCode.SHIFT);
        }
        assertThat(label("#deploy-variant-name")).isEqualTo(name);
    }

    @Test
    @Order(1)
    void beforeAnybodyHasLearnedItIsSaidWhatToDo() {
        assertThat(onFx(() -> open.window.workspaces().chosenProperty().get().id())).isEqualTo("deploy");
        assertThat(can("deploy.make")).isFalse();
        assertThat(why("deploy.make")).isEqualTo(Messages.text("why.deploy.untrained"));
        assertThat(onFx(() -> ((ButtonBase) node("#deploy-run")).isDisabled())).isTrue();
    }

    @Test
    @Order(2)
    void allFormsAreMadeAndEachIsADiscThatCanBeChosenByKeyboard() {
        step(STEPS);
        await("the model of this step is taken", () -> can("deploy.make") && node("#deploy-whole").lookupAll(".label").stream()
                .anyMatch(each -> each instanceof Label label && label.getText().equals(String.valueOf(STEPS))));
        open.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
        await("all are made", () -> front() != null && front().discs().size() == 9 && can("deploy.make"));
        assertThat(front().front().size()).isPositive();
        assertThat(label("#deploy-variant-name")).isEqualTo(Messages.text("deploy.name.whole"));
        open.press(KeyCode.PAGE_DOWN, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(label("#deploy-variant-name")).isEqualTo(PRUNED);
        assertThat(label("#deploy-verdict")).contains("the whole model", Messages.text("deploy.judged", "30"));
        assertThat(front().discs()).filteredOn(FrontDrawing.Disc::chosen).extracting(FrontDrawing.Disc::name).containsExactly(PRUNED);
    }

    @Test
    @Order(3)
    void aWishTakesTheKeyboardAndGivesItBack() {
        command("deploy.add");
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        open.press(KeyCode.ESCAPE);
        await("the sheet is closed", () -> !open.window.sheets().isVisible());
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    @Test
    @Order(3)
    void whatIsWishedForStandsInTheDocumentAndCanBeUndone() {
        assertThat(open.session.experiment().shrink()).as("as usual").isNull();
        command("deploy.add");
        runFx(() -> ((NumberField) node("#deploy-wish-steps")).setText("17"));
        fire("#deploy-wish-apply");
        assertThat(open.session.experiment().shrink()).hasSize(9).last().extracting(FormSpec::settings)
                .isEqualTo(Map.of("kind", "prune", "share", "0.7", "by", "magnitude", "steps", "17"));
        assertThat(open.session.snapshotProperty().get().step()).as("the race stands where it stood").isEqualTo(STEPS);
        assertThat(lines()).isEqualTo(9);
        open.press(KeyCode.Z, KeyCode.CONTROL);
        assertThat(open.session.experiment().shrink()).isNull();
        assertThat(lines()).isEqualTo(8);
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    private static int lines() {
        return onFx(() -> node("#deploy-shrink").lookupAll(".knob-row").size());
    }

    @Test
    @Order(3)
    void formsStayWhenTheWorkspaceIsLeftAndAreStaleWhenTheRaceGoesOn() {
        runFx(() -> open.window.workspaces().choose("train"));
        step(2 * STEPS);
        runFx(() -> open.window.workspaces().choose("deploy"));
        await("it is told that they are of an earlier step", () -> onFx(() -> open.window.scene().getRoot().lookupAll(".warning-text").stream()
                .anyMatch(each -> each instanceof Label label && label.getText().equals(Messages.text("deploy.stale", "Adam", "60")))));
        assertThat(front().discs()).hasSize(9);
    }

    @Test
    @Order(4)
    void theChosenFormIsSavedAsAModelOfItsOwn() throws Exception {
        choose("int8");
        open.picker.save = open.folder().resolve("small.downhill-model");
        fire("#deploy-save");
        await("it is saved", () -> Files.exists(open.picker.save));
        TrainedModel read = ModelStore.read(Path.of(open.picker.save.toString()));
        assertThat(read.model().quantisation()).isNotNull();
        assertThat(read.name()).isEqualTo("Adam int8-static");
    }

    @Test
    @Order(5)
    void aFormOfAnotherShapeSaysWhyItCannotRace() {
        String taught = front().discs().stream().map(FrontDrawing.Disc::name).filter(each -> each.endsWith(" distilled")).findFirst()
                .orElseThrow();
        choose(taught);
        assertThat(can("deploy.race")).isFalse();
        assertThat(why("deploy.race")).contains("share one model");
    }

    @Test
    @Order(6)
    void nothingOfItListensAnyMoreOnceItIsClosedAndItsWorkEnds() {
        List<Integer> before = Leaks.listening(open);
        List<WeakReference<Object>> gone = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            gone.add(new WeakReference<>(openedAndClosed()));
        }
        assertThat(Leaks.listening(open)).isEqualTo(before);
        Leaks.awaitAllGone(gone, 0);
    }

    private static Object openedAndClosed() {
        return onFx(() -> {
            Deploy deploy = new Deploy(open.session, open.window.sheets(), open.picker, new DeployWays(() -> { }, view -> { },
                    words -> { }, words -> { }));
            deploy.large().forEach(screen -> screen.setActive(true));
            deploy.setActive(true);
            deploy.frame();
            deploy.setActive(false);
            deploy.large().forEach(Screen::dispose);
            deploy.dispose();
            return deploy;
        });
    }

    @Test
    @Order(7)
    void aPrunedFormBecomesAContenderThatStartsFromItsNumbers() {
        choose(PRUNED);
        assertThat(why("deploy.race")).isEmpty();
        fire("#deploy-race");
        await("it takes part", () -> open.session.experiment().contenders().stream().anyMatch(each -> each.name().contains("pruned")));
        ContenderSpec one = open.session.experiment().contenders().stream().filter(each -> each.name().contains("pruned")).findFirst()
                .orElseThrow();
        assertThat(one.settledWeights().start().row()).contains(0);
        assertThat(onFx(() -> open.window.workspaces().chosenProperty().get().id())).isEqualTo("train");
        await("its path on the landscape begins at its numbers", () -> {
            List<PathPoint> path = open.session.race().racing().path(one.id());
            return !path.isEmpty() && Arrays.stream(path.get(0).answer()).filter(each -> each == 0).count()
                    >= Arrays.stream(one.settledWeights().start().row()).filter(each -> each == 0).count();
        });
    }
}
