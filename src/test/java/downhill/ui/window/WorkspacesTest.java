package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.LessonWork;
import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.store.Policy;
import downhill.store.SessionPlace;
import downhill.store.SessionStore;
import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Screenshots;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rail leads from one stage of the work to another; the experiment's column and what is chosen stay. */
class WorkspacesTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    private String chosen() {
        return onFx(() -> open.window.workspaces().chosenProperty().get().id());
    }

    private ToggleButton button(WorkspaceEntry entry) {
        return (ToggleButton) open.window.scene().lookup("#rail-" + entry.id());
    }

    @Test
    void theRailShowsWhatThereIsAndMarksWhatIsInView() {
        List<WorkspaceEntry> entries = open.window.workspaces().entries();
        assertThat(entries).extracting(WorkspaceEntry::id).containsExactly("data", "train", "lab", "tune", "evaluate", "explain",
                "deploy", "lessons");
        assertThat(entries).extracting(WorkspaceEntry::digit).containsExactly(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3,
                KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT9);
        for (WorkspaceEntry entry : entries) {
            runFx(() -> button(entry).fire());
            assertThat(chosen()).isEqualTo(entry.id());
            runFx(() -> button(entry).fire());
            assertThat(onFx(() -> entries.stream().filter(one -> button(one).isSelected()).toList())).as("pressed twice")
                    .containsExactly(entry);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, TOP, 68", "1100, GRAPHIC_ONLY, 48"})
    void aNarrowWindowKeepsThePicturesOfTheRail(double width, ContentDisplay display, double wide) {
        Region rail = (Region) open.window.scene().lookup("#rail");
        runFx(() -> {
            ((Region) open.window.scene().getRoot()).resize(width, 700);
            Screenshots.of(open.window.scene(), 1);
        });
        assertThat(onFx(() -> button(open.window.workspaces().entries().get(0)).getContentDisplay())).isEqualTo(display);
        assertThat(onFx(rail::getWidth)).isEqualTo(wide);
    }

    @Test
    void theColumnAndWhatIsChosenStayFromWorkspaceToWorkspace() {
        runFx(() -> open.session.selection().contenderProperty().set("c2"));
        Card data = (Card) open.window.scene().lookup("#data-card");
        runFx(() -> data.foldedProperty().set(false));
        List<Node> column = onFx(() -> List.copyOf(((VBox) data.getParent()).getChildren()));
        assertThat(column).extracting(Node::getId).containsExactly("contenders-card", "data-card", "model-card", "training-card");
        runFx(() -> open.window.workspaces().choose("data"));
        assertThat(onFx(() -> List.copyOf(((VBox) data.getParent()).getChildren()))).isEqualTo(column);
        assertThat(onFx(() -> data.foldedProperty().get())).isFalse();
        runFx(() -> open.window.workspaces().choose("train"));
        assertThat(open.session.selection().contenderProperty().get()).isEqualTo("c2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-card", "model-card", "training-card"})
    void aFoldedCardTellsItsGistAndEnterOpensIt(String id) {
        Card card = (Card) open.window.scene().lookup("#" + id);
        Labeled gist = (Labeled) card.lookup(".card-gist");
        assertThat(onFx(() -> card.foldedProperty().get())).isTrue();
        assertThat(gist.getText()).isNotBlank();
        assertThat(onFx(() -> card.getChildren().stream().filter(Node::isManaged).count())).as("one line").isEqualTo(1);
        runFx(() -> {
            card.lookup(".card-fold").requestFocus();
            ((Button) card.lookup(".card-fold")).fire();
        });
        assertThat(onFx(() -> card.foldedProperty().get())).isFalse();
        assertThat(gist.isVisible()).isFalse();
    }

    @Test
    void aWorkspaceIsMadeWhenItIsChosenAndNotBefore() {
        runFx(() -> open.window.shownProperty().set(open.window.parts().landscape()));
        runFx(() -> open.window.shownProperty().set(open.window.parts().race()));
        runFx(() -> open.window.showStart());
        runFx(() -> open.window.leaveStart());
        assertThat(onFx(() -> open.window.workspaces().made())).containsExactly("train");
        runFx(() -> open.window.showData());
        assertThat(onFx(() -> open.window.workspaces().made())).containsExactlyInAnyOrder("train", "data");
        assertThat(onFx(() -> open.window.parts().data().shown())).as("read before it was made")
                .isEqualTo(open.session.dataProperty().get());
        enterLab();
        assertThat(onFx(() -> open.window.workspaces().made())).containsExactlyInAnyOrder("train", "data", "lab");
    }

    /** Neither by keys, menus or the palette, nor by documents, lessons and what leads from one view to another. */
    @Test
    void whatASchoolHidesIsReachedByNothing(@TempDir Path folder) {
        LessonWork begun = LessonWork.begun("momentum", "", "valley");
        Path file = folder.resolve("mine.downhill");
        SessionStore.write(file, Checkpoint.notBegun(Demo.experiment("Mine")), folder, 
                new SessionPlace(null, null, false, null, List.of(), begun));
        try (OpenWindow school = new OpenWindow(1100, 700, null, Policy.WORKSPACES)) {
            school.open(Demo.experiment("Iris"));
            await("the race is ready", () -> school.session.race().isOpen() && school.session.dataProperty().get() != null);
            assertThat(onFx(() -> school.window.table().commands().map(Command::id).toList())).noneMatch(id -> Policy.WORKSPACES.stream()
                    .anyMatch(hidden -> id.startsWith(hidden + ".") || id.equals("workspace." + hidden) || id.equals("lesson.record")));
            for (KeyCode digit : List.of(KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT9)) {
                school.press(digit, KeyCode.CONTROL);
            }
            List<Runnable> ways = List.of(school.window::chooseSurface, school.window.area()::showGallery, school.window.area()::recordStep,
                    () -> school.window.files().openLesson("momentum"), () -> school.window.area().openLesson("momentum"),
                    () -> school.window.files().open(folder.resolve("other.lesson")), () -> school.window.workspaces().choose("tune"));
            for (Runnable way : ways) {
                runFx(() -> school.window.complain(() -> ""));
                runFx(way);
                assertThat(onFx(() -> school.window.message())).contains("is not offered on this machine");
            }
            runFx(() -> school.window.files().open(file));
            await("the experiment of the lesson", () -> school.session.experiment().title().equals("Mine"));
            runFx(() -> school.window.showStart());
            assertThat(onFx(() -> school.window.scene().lookup("#start-lessons"))).isNull();
            runFx(() -> school.window.leaveStart());
            assertThat(onFx(() -> school.window.workspaces().made())).isSubsetOf("train", "data");
        }
    }

    /**
     * What a screen of 1920 × 1200 has room for at 125, 150 and 200 %, in points: everything is whole in every workspace and in a lesson, or
     * can be scrolled to.
     */
    @Test
    void nothingIsCutOffAtTwiceTheSize() {
        List<String> faults = new ArrayList<>();
        for (WorkspaceEntry entry : open.window.workspaces().entries()) {
            runFx(() -> open.window.workspaces().choose(entry));
            scaled(entry.id(), faults);
        }
        runFx(() -> open.window.files().openLesson("momentum"));
        await("a question", () -> open.window.scene().lookup("#answer-straight") != null);
        scaled("a question", faults);
        assertThat(faults).isEmpty();
    }

    private void scaled(String what, List<String> faults) {
        for (double scale : new double[] {1.25, 1.5, 2}) {
            runFx(() -> ((Region) open.window.scene().getRoot()).resize(1920 / scale, 1200 / scale));
            nextFrame();
            runFx(() -> {
                ((Region) open.window.scene().getRoot()).resize(1920 / scale, 1200 / scale);
                Seen.faults(open.window.scene()).forEach(fault -> faults.add(what + " at " + scale + ": " + fault));
            });
        }
    }

    private void enterLab() {
        runFx(() -> open.window.workspaces().choose("lab"));
        await("the walk is ready", () -> open.window.area().lab().session().race().isOpen());
    }

    @Test
    void theLabWalksWithoutTouchingTheRaceAndRestsWhenItIsLeft() {
        runFx(() -> open.session.race().step(20));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 20);
        Experiment race = open.session.experiment();
        enterLab();
        List<String> asked = List.copyOf(open.races.get(0).asked);
        runFx(() -> open.window.scene().getRoot().requestFocus());
        open.press(KeyCode.RIGHT);
        await("the walk has stepped", () -> open.window.area().lab().session().snapshotProperty().get().step() == 1);
        open.press(KeyCode.SPACE);
        await("the walk runs", () -> open.races.get(1).asked.contains("start"));
        assertThat(open.races.get(0).asked).as("what was asked of the race").isEqualTo(asked);
        runFx(() -> open.window.workspaces().choose("train"));
        assertThat(open.races.get(1).asked).last().isEqualTo("pause");
        assertThat(open.session.snapshotProperty().get().step()).isEqualTo(20);
        assertThat(open.session.experiment()).isEqualTo(race);
        assertThat(open.session.dirtyProperty().get()).isFalse();
    }

    @Test
    void whatIsUndoneInTheLabIsAChangeOfTheWalk() {
        runFx(() -> open.session.edit(document -> document.withTitle("Mine")));
        enterLab();
        runFx(() -> open.window.area().lab().session().edit(document -> document.withTitle("A walk")));
        runFx(() -> open.window.scene().getRoot().requestFocus());
        open.press(KeyCode.Z, KeyCode.CONTROL);
        await("the walk has its title back", () -> !open.window.area().lab().session().experiment().title().equals("A walk"));
        assertThat(open.session.experiment().title()).isEqualTo("Mine");
    }

    @Test
    void aControlThatIsLeftBehindHasTheFocusNoLonger() {
        runFx(() -> open.window.scene().lookup("#run").requestFocus());
        enterLab();
        nextFrame();
        assertThat(onFx(() -> open.window.scene().getFocusOwner())).isSameAs(open.window.scene().getRoot());
    }

    @Test
    void whatIsLeftInTheLabIsThereTheNextTimeAndNobodyIsAsked() {
        enterLab();
        runFx(() -> open.window.chooseSurface());
        runFx(() -> ((Button) open.window.scene().lookup("#lab-booth")).fire());
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        Experiment walk = open.window.area().lab().session().experiment();
        boolean[] closed = {false};
        runFx(() -> {
            open.window.setOnClose(() -> closed[0] = true);
            open.window.requestClose();
            open.window.workspaces().choose("train");
        });
        assertThat(closed[0]).as("closed without a question").isTrue();
        await("it is kept", () -> open.files.lab != null && open.files.lab.experiment().equals(walk));
        assertThat(walk.title()).contains(Messages.text("surface.booth"));
        try (OpenWindow next = new OpenWindow(1100, 700)) {
            next.files.lab = Checkpoint.notBegun(walk);
            next.open(Demo.experiment("Iris"));
            runFx(() -> next.window.workspaces().choose("lab"));
            await("it is read", () -> next.window.area().lab().session().experiment() != null);
            assertThat(next.window.area().lab().session().experiment()).isEqualTo(walk);
        }
    }
}
