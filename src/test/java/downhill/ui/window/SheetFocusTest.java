package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import downhill.data.DataSource;
import downhill.ui.chart.ChartPane;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.inner.ShownFocus;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An open sheet keeps the focus and the keys; Escape closes it and gives the focus back. */
class SheetFocusTest extends FxTest {
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(40));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 40);
        runFx(() -> WindowSheet.prepare(open));
        await("there is a file to ask about", () -> open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile);
        await("there is a chart to take away", () -> {
            ChartPane chart = ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content());
            return chart != null && chart.drawing() != null && !chart.drawing().isEmpty();
        });
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    /** What keys could change behind a sheet. */
    private record Behind(List<String> asked, List<Boolean> zones, Theme theme, Language language, Screen screen, boolean lecture,
            boolean log,
                          String experiment, String selected) {
        static Behind now() {
            WindowModel model = open.window.model();
            List<Boolean> zones = Stream.of(model.leftProperty(), model.rightProperty(), model.barsProperty(), model.bigProperty(),
                    model.tableProperty())
                    .map(one -> one.get()).toList();
            return new Behind(List.copyOf(open.race().asked), zones, Theme.of(open.window.scene()).get(), Messages.languageProperty().get(),
                    open.window.shownProperty().get(), open.window.lecture().onProperty().get(),
                    open.window.parts().race().logProperty().get(),
                    open.session.experiment().toString(), open.session.selection().contenderProperty().get());
        }
    }

    @ParameterizedTest
    @EnumSource(WindowSheet.class)
    void tabStaysInTheSheetNoKeyReachesTheWindowBehindAndEscapeGivesTheFocusBack(WindowSheet sheet) {
        runFx(() -> open.window.shownProperty().set(open.window.parts().race()));
        Node run = onFx(() -> open.window.scene().lookup("#run"));
        runFx(() -> ShownFocus.give(run));
        runFx(() -> sheet.show(open));
        await("it is open", () -> open.window.sheets().isVisible());
        nextFrame();
        runFx(() -> {
            assertThat(isWithin(focused())).as("it has the focus from the beginning").isTrue();
            staysWithin();
            Behind before = Behind.now();
            String title = open.window.sheets().shownTitle();
            accelerators().forEach(this::press);
            open.press(KeyCode.ALT);
            assertThat(Behind.now()).isEqualTo(before);
            assertThat(open.window.sheets().shownTitle()).as("no other sheet").isEqualTo(title);
            assertThat(menus()).as("menus behind").noneMatch(menu -> menu.isHover() || menu.isShowing());
            assertThat(isWithin(focused())).isTrue();
            open.press(KeyCode.ESCAPE);
            assertThat(open.window.sheets().isVisible()).as("Escape closes it").isFalse();
            assertThat(focused()).as("the focus is where it was").isSameAs(run);
            assertThat(run.isFocusVisible()).as("and is shown, as before").isTrue();
        });
    }

    private void staysWithin() {
        Node first = focused();
        List<Node> ring = Tabbing.ring(open, first);
        assertThat(ring).allMatch(SheetFocusTest::isWithin);
        assertThat(focused()).as("Tab comes round").isSameAs(first);
        List<Node> back = new ArrayList<>(Tabbing.ringBack(open, first));
        assertThat(back).allMatch(SheetFocusTest::isWithin);
        assertThat(focused()).as("and so does Shift Tab").isSameAs(first);
        Collections.reverse(back.subList(1, back.size()));
        assertThat(back).as("the other way round").isEqualTo(ring);
    }

    /** All of the menus, but for Space, which is every button's own. */
    private static List<KeyCodeCombination> accelerators() {
        return menuBar().getMenus().stream().flatMap(SheetFocusTest::items).map(MenuItem::getAccelerator)
                .filter(key -> key instanceof KeyCodeCombination one && one.getCode() != KeyCode.SPACE).map(KeyCodeCombination.class::cast)
                        .toList();
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream().flatMap(SheetFocusTest::items) : Stream.of(item);
    }

    private void press(KeyCodeCombination key) {
        List<KeyCode> held = new ArrayList<>();
        if (key.getShift() == KeyCombination.ModifierValue.DOWN) {
            held.add(KeyCode.SHIFT);
        }
        if (key.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            held.add(KeyCode.CONTROL);
        }
        open.press(key.getCode(), held.toArray(KeyCode[]::new));
    }

    @Test
    void aSheetThatReplacesAnotherEndsItAndGivesTheFocusBackToWhereItWasBeforeBoth() {
        Node run = onFx(() -> open.window.scene().lookup("#run"));
        List<String> ended = new ArrayList<>();
        runFx(() -> {
            run.requestFocus();
            open.window.parts().editModel();
            open.window.sheets().onClosed(() -> ended.add("model"));
            open.window.commands().editTitle();
            assertThat(ended).containsExactly("model");
            open.press(KeyCode.ESCAPE);
            assertThat(focused()).isSameAs(run);
        });
        assertThat(ended).hasSize(1);
    }

    @Test
    void aFocusThatStraysBecauseItsControlFallsAsleepComesBackIntoTheSheet() {
        runFx(() -> {
            open.window.commands().editTitle();
            Tabbing.tab(open, true); // the last button
            focused().setDisable(true);
        });
        await("the focus is back", () -> isWithin(focused()));
        runFx(() -> open.window.sheets().close());
    }

    @Test
    void aControlThatIsGoneHandsTheFocusToItsNeighbour() {
        runFx(() -> {
            Node row = open.window.scene().lookup(".contender-row");
            row.requestFocus();
            open.window.parts().contenders().edit();
            open.session.edit(document -> document.withContenders(document.contenders().subList(1, document.contenders().size())));
            open.press(KeyCode.ESCAPE);
            Node now = focused();
            assertThat(now).isNotSameAs(row);
            assertThat(now.getStyleClass()).contains("contender-row");
        });
    }

    @Test
    void everyClassThatOpensASheetIsTestedHere() {
        JavaClasses window = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("downhill.ui");
        Set<String> openers = new TreeSet<>();
        window.forEach(one -> one.getMethodCallsFromSelf().stream().filter(SheetFocusTest::opensASheet)
                .forEach(call -> openers.add(call.getOriginOwner().getSimpleName())));
        Set<String> tested = new TreeSet<>(WindowSheet.ELSEWHERE);
        Arrays.stream(WindowSheet.values()).map(WindowSheet::opener).forEach(tested::add);
        assertThat(tested).isEqualTo(openers);
    }

    private static boolean opensASheet(JavaMethodCall call) {
        return call.getName().startsWith("open") && call.getTargetOwner().isAssignableTo(Sheets.class);
    }

    private static MenuBar menuBar() {
        return (MenuBar) open.window.scene().lookup(".menu-bar");
    }

    private static List<MenuButton> menus() {
        return menuBar().lookupAll(".menu-button").stream().map(MenuButton.class::cast).toList();
    }

    private static Node focused() {
        return open.window.scene().getFocusOwner();
    }

    private static boolean isWithin(Node node) {
        Node up = node;
        while (up != null && up != open.window.sheets()) {
            up = up.getParent();
        }
        return up != null;
    }
}
