package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.command.Command;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.session.Edits;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Undo and redo in the window: by keys, with what they would undo in the menu, and not while somebody types. */
class UndoWindowTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
    }

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    private Command command(String id) {
        return open.window.table().get(id);
    }

    private Experiment document() {
        return onFx(() -> open.session.experiment());
    }

    @Test
    void keysUndoAndDoAgainAndTheMenuSaysWhatInBothLanguages() {
        Experiment first = document();
        assertThat(onFx(() -> command("edit.undo").obstacle())).isEqualTo(Messages.text("why.undo"));
        runFx(() -> open.session.changeHyperparameter("c1", "learningRate", 0.2));
        assertThat(onFx(() -> command("edit.undo").words().getValue())).isEqualTo("Undo: learning rate of SGD 0.05 → 0.2");
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(() -> command("edit.undo").words().getValue())).isEqualTo("撤销：SGD 的学习率 0.05 → 0.2");
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        Experiment changed = document();
        open.press(KeyCode.Z, KeyCode.CONTROL);
        assertThat(document()).isEqualTo(first);
        assertThat(onFx(open.window::message)).isEqualTo("Undone: learning rate of SGD 0.05 → 0.2.");
        assertThat(onFx(() -> command("edit.redo").words().getValue())).isEqualTo("Redo: learning rate of SGD 0.05 → 0.2");
        open.press(KeyCode.Y, KeyCode.CONTROL);
        assertThat(document()).isEqualTo(changed);
        open.press(KeyCode.Z, KeyCode.CONTROL);
        open.press(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(document()).isEqualTo(changed);
    }

    /** Two are kept: of the third race the menu says before it is chosen that its course is gone, in both languages and directions. */
    @Test
    void theMenuSaysWhatRaceIsNoLongerKept() {
        try (OpenWindow live = OpenWindow.live(1440, 900)) {
            live.open(Demo.experiment("Iris"));
            await("the race is ready", () -> live.session.snapshotProperty().get().state() == RaceState.PAUSED);
            for (int i = 0; i < 3; i++) {
                runFx(() -> live.session.race().step(20));
                await("it has stepped", () -> live.session.snapshotProperty().get().step() == 20);
                runFx(() -> live.session.end().reset());
                await("it begins again", () -> live.session.snapshotProperty().get().step() == 0 && live.session.race().isOpen());
            }
            for (int i = 0; i < 2; i++) {
                assertThat(menuItem(live, "edit.undo")).doesNotContain("no longer kept");
                runFx(live.session::undo);
                await("it is back", () -> live.session.snapshotProperty().get().step() == 20);
            }
            assertThat(menuItem(live, "edit.undo")).contains("no longer kept");
            runFx(() -> Messages.languageProperty().set(Language.CHINESE));
            assertThat(menuItem(live, "edit.undo"))
                    .isEqualTo(onFx(() -> Messages.text("menu.edit.undo.lost", Messages.text("deed.reset"))));
        }
    }

    /** As a person reads it who opens the menu. */
    private static String menuItem(OpenWindow live, String id) {
        return onFx(() -> {
            Menu edit = ((MenuBar) live.window.scene().lookup(".menu-bar")).getMenus().get(1);
            edit.getOnShowing().handle(null);
            return edit.getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().getText();
        });
    }

    @Test
    void aFieldHasAnUndoOfItsOwn() {
        runFx(() -> open.stage.requestFocus());
        await("the window has the focus, without which a field ends", () -> open.stage.isFocused());
        runFx(() -> open.session.edit(document -> document.withTitle("Changed")));
        runFx(() -> {
            open.session.selection().contenderProperty().set("c1");
            open.window.parts().contenders().rename();
            assertThat(open.window.scene().getFocusOwner()).isInstanceOf(TextField.class);
        });
        open.press(KeyCode.Z, KeyCode.CONTROL);
        assertThat(document().title()).isEqualTo("Changed");
    }

    @Test
    void everyKindOfDeedHasWords() {
        Map<String, UnaryOperator<Experiment>> deeds = Map.ofEntries(
                Map.entry("title", document -> document.withTitle("Other")),
                Map.entry("seed 7 → 8", document -> document.withSeed(8)),
                Map.entry("budget 2,000 → 3,000 steps", document -> document.withTraining(document.training().withSteps(3000))),
                Map.entry("training", document -> document.withTraining(document.training().withBatchSize(8))),
                Map.entry("rename SGD to Slow", document -> Edits.contender(document, "c1", one -> one.withName("Slow"))),
                Map.entry("mute SGD", document -> Edits.contender(document, "c1", one -> one.withMuted(true))),
                Map.entry("seeds of SGD 1 → 5", document -> Edits.contender(document, "c1", one -> one.withSeeds(5))),
                Map.entry("edit SGD", document -> Edits.contender(document, "c1", one -> one.withRule("adam", null, Map.of()))),
                Map.entry("edit 4 contenders", document -> document.withContenders(document.contenders().stream()
                        .map(one -> one.withSeeds(3)).toList())),
                Map.entry("add Lion", document -> document.withContenders(List.of(ContenderSpec.of("c9", "Lion", "lion", Map.of(), 5)))),
                Map.entry("remove SGD", document -> document.withContenders(document.contenders().subList(1, 4))),
                Map.entry("order of contenders", document -> Edits.moved(document, "c1", "c3")));
        deeds.forEach((words, deed) -> {
            runFx(() -> open.session.edit(deed));
            assertThat(onFx(() -> command("edit.undo").words().getValue())).isEqualTo("Undo: " + words);
            runFx(() -> open.session.undo());
        });
        assertThat(document()).isEqualTo(Demo.experiment("Iris"));
    }
}
