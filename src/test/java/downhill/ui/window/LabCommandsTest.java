package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.Experiment;
import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the lab a command means the walk, or it says why it means nothing; the race is never meant. */
class LabCommandsTest extends FxTest {
    /** They open another experiment, take away the chart in view, or are the window's own. */
    private static final Set<String> EVERYWHERE = Set.of("file.open", "file.samples", "file.demo", "file.start", "file.openModel",
            "file.export", "file.copyPicture", "file.copyData", "file.close", "experiment.surface",
            "lesson.record");
    private static final List<String> OF_THE_WINDOW = List.of("view.", "help.", "workspace.", "lab.", "evaluate.", "tune.",
            "explain.", "deploy.");

    private OpenWindow open;

    @BeforeEach
    void enterTheLab() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.race().isOpen());
        runFx(() -> open.window.workspaces().choose("lab"));
        await("the walk is ready", () -> walk() != null && walk().race().isOpen());
        runFx(() -> open.window.scene().getRoot().requestFocus());
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Session walk() {
        return open.window.area().lab().session();
    }

    private static boolean isEverywhere(String id) {
        return EVERYWHERE.contains(id) || OF_THE_WINDOW.stream().anyMatch(id::startsWith);
    }

    @Test
    void noCommandMeansTheRace() {
        Workspace lab = open.window.workspaces().present();
        for (Section section : open.window.table().sections()) {
            if (section.isFixed()) {
                assertThat(onFx(section.commands()::get)).allMatch(one -> lab.instead(one).isPresent() || isEverywhere(one.id()));
            } else if (!"menu.file.recent".equals(section.under())) {
                assertThat(lab.instead(section)).as(section.under()).isPresent();
            }
        }
    }

    @Test
    void whatAWalkHasNotIsNotOfferedAndSaysWhy() {
        for (String id : List.of("experiment.scoring", "file.saveModel", "file.findData", "experiment.model")) {
            Command command = open.window.table().get(id);
            runFx(() -> open.window.commands().execute(command));
            assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
            assertThat(onFx(open.window::message)).contains("walk");
            assertThat(onFx(() -> open.window.commands().meant(command).isEnabled())).isFalse();
        }
        open.press(KeyCode.M, KeyCode.CONTROL);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        assertThat(onFx(open.window::message)).isEqualTo(Messages.text("why.lab.model"));
        assertThat(open.picker.asked).isZero();
    }

    @Test
    void whatIsSavedIsTheWalk() {
        Path file = Path.of("walk.json");
        open.picker.save = file;
        Experiment walk = walk().experiment();
        open.press(KeyCode.S, KeyCode.CONTROL);
        await("it is saved", () -> file.equals(walk().fileProperty().get()));
        assertThat(open.files.written).containsOnlyKeys(file).containsValue(walk);
        assertThat(open.session.fileProperty().get()).isNull();
    }

    @Test
    void whoIsAddedByTheNameOfARuleWalks() {
        int racing = open.session.experiment().contenders().size();
        int walking = walk().experiment().contenders().size();
        runFx(() -> item("contender.add.adam").fire());
        assertThat(walk().experiment().contenders()).hasSize(walking + 1);
        assertThat(open.session.experiment().contenders()).hasSize(racing);
    }

    @Test
    void theMenuSaysWhatIsUndoneOfTheWalk() {
        runFx(() -> open.session.edit(document -> document.withSeed(99)));
        runFx(() -> walk().edit(document -> document.withTitle("Mine")));
        String words = onFx(() -> item("edit.undo").getText());
        assertThat(words).contains(Messages.text("deed.title"));
        runFx(() -> open.window.workspaces().choose("train"));
        assertThat(onFx(() -> item("edit.undo").getText())).doesNotContain(Messages.text("deed.title"));
    }

    /** Of the commands about the window those too that speak of panels and results, which the lab has not. */
    @Test
    void theWholeWindowIsForTheViewOfTheLabAndComesBackWithTheOtherWorkspace() {
        Screen ofTheRace = onFx(() -> open.window.workspaces().screens("train").get(0));
        WindowModel model = open.window.model();
        assertThat(onFx(() -> item("view.big").getText())).isEqualTo(Messages.text("menu.view.big.view"));
        open.press(KeyCode.B);
        assertThat(onFx(() -> model.bigProperty().get() && !model.leftProperty().get() && !model.rightProperty().get())).isTrue();
        assertThat(onFx(() -> open.window.workspaces().present().shownProperty().get())).isSameAs(open.window.area().lab().landscape());
        runFx(() -> open.window.workspaces().choose("train"));
        assertThat(onFx(() -> !model.bigProperty().get() && model.leftProperty().get() && model.rightProperty().get())).isTrue();
        assertThat(onFx(() -> open.window.shownProperty().get())).isSameAs(ofTheRace);
        runFx(() -> model.bigProperty().set(true));
        assertThat(onFx(() -> open.window.shownProperty().get())).isSameAs(open.window.parts().compare());
        runFx(() -> open.window.workspaces().choose("lab"));
        runFx(() -> open.window.workspaces().choose("train"));
        assertThat(onFx(() -> open.window.shownProperty().get())).isSameAs(ofTheRace);
    }

    @Test
    void resultsBelowTheViewAreNoneAndThatIsSaid() {
        boolean before = onFx(() -> open.window.model().tableProperty().get());
        open.press(KeyCode.T);
        assertThat(onFx(open.window::message)).isEqualTo(Messages.text("why.view.table"));
        assertThat(onFx(() -> open.window.model().tableProperty().get())).isEqualTo(before);
    }

    @Test
    void inALectureTheWalkIsTold() {
        runFx(() -> open.window.lecture().onProperty().set(true));
        runFx(() -> walk().race().step(3));
        await("the walk is told", () -> open.window.lecture().caption().sentence().startsWith("Step 3: "));
        assertThat(onFx(() -> open.window.lecture().caption().node().getScene())).isSameAs(open.window.scene());
        runFx(() -> open.window.workspaces().choose("train"));
        assertThat(onFx(() -> open.window.lecture().caption().sentence())).startsWith("Step 0: ");
        runFx(() -> open.window.lecture().onProperty().set(false));
    }

    /** As a person opens the menu that it is in. */
    private MenuItem item(String id) {
        for (Menu menu : ((MenuBar) open.window.scene().lookup(".menu-bar")).getMenus()) {
            menu.getOnShowing().handle(null);
            MenuItem found = in(menu, id);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static MenuItem in(Menu menu, String id) {
        for (MenuItem item : menu.getItems()) {
            if (id.equals(item.getId())) {
                return item;
            }
            MenuItem found = item instanceof Menu inner ? in(inner, id) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
