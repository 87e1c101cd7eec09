package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.ui.chart.ChartPane;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.command.Command;
import downhill.ui.command.CommandTable;
import downhill.ui.command.KeyText;
import downhill.ui.command.LocalKey;
import downhill.ui.command.Section;
import downhill.ui.command.Shortcuts;
import downhill.ui.control.Tip;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.screen.palette.CommandPalette;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Menus, keys, the sheet of keys and buttons say and do what the table of commands declares, in both languages. */
class CommandTableTest extends FxTest {
    private static final int NINTH = 8;
    private static OpenWindow open;
    private static int closings;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1440, 900);
        open.files.recent.add(Path.of("earlier.json"));
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(100));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 100);
        await("its curves are drawn", () -> {
            ChartPane chart = ChartMenu.chart(open.window.scene(), open.window.parts().race().content());
            return chart != null && chart.frame() != null && chart.drawing() != null && !chart.drawing().isEmpty();
        });
        open.window.setOnClose(() -> closings++);
    }

    @AfterEach
    void speakEnglish() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    private static List<Command> commands() {
        return onFx(() -> open.window.table().commands().toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyItemOfTheMenusIsACommandOfTheTableWithItsWordsAndItsKey(Language language) {
        runFx(() -> Messages.languageProperty().set(language));
        Set<String> ids = commands().stream().map(Command::id).collect(Collectors.toSet());
        List<String> found = new ArrayList<>();
        for (Menu menu : onFx(() -> ((MenuBar) open.window.scene().lookup(".menu-bar")).getMenus())) {
            runFx(menu::show);
            runFx(menu::hide);
        }
        for (MenuItem item : onFx(() -> items(((MenuBar) open.window.scene().lookup(".menu-bar")).getMenus()).toList())) {
            Command command = (Command) item.getUserData();
            assertThat(command).as(item.getText()).isNotNull();
            assertThat(ids).contains(command.id());
            assertThat(item.getText()).isEqualTo(command.words().getValue()).isNotBlank();
            assertThat(item.getAccelerator()).isEqualTo(command.keys().isEmpty() ? null : command.keys().get(0));
            found.add(command.id());
        }
        assertThat(found).as("and every command is in a menu, once").containsExactlyInAnyOrderElementsOf(ids);
    }

    private static Stream<MenuItem> items(List<? extends MenuItem> items) {
        return items.stream().filter(item -> !(item instanceof SeparatorMenuItem))
                .flatMap(item -> item instanceof Menu menu ? items(menu.getItems()) : Stream.of(item));
    }

    @Test
    void noTwoCommandsHaveOneIdOrOneKeyAndNoTwoKeysOfOnePlaceAreOne() {
        Set<String> ids = new HashSet<>();
        Set<KeyCombination> keys = new HashSet<>();
        commands().forEach(command -> {
            assertThat(ids.add(command.id())).as(command.id()).isTrue();
            command.keys().forEach(key -> assertThat(keys.add(key)).as(command.id() + " " + key).isTrue());
        });
        Set<String> local = new HashSet<>();
        for (LocalKey one : LocalKey.values()) {
            one.keys().forEach(key -> assertThat(local.add(one.place() + " " + key)).as(one + " " + key).isTrue());
        }
        CommandTable table = new CommandTable().add(Section.of("menu.file", command("one", KeyCode.Q)));
        assertThatThrownBy(() -> table.add(Section.of("menu.view", command("one", KeyCode.X)))).hasMessageContaining("one");
        assertThatThrownBy(() -> table.add(Section.of("menu.view", command("two", KeyCode.Q)))).hasMessageContaining("Ctrl+Q");
    }

    private static Command command(String id, KeyCode code) {
        return Command.of(id, "menu.file.open", () -> { }).on(Shortcuts.ctrl(code));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theSheetOfKeysHasEveryKeyAndNoOther(Language language) {
        runFx(() -> Messages.languageProperty().set(language));
        List<String> shown = onFx(() -> HelpSheets.rows(open.window.table()).stream().filter(row -> !row.isHeading())
                .map(row -> row.keys() + " " + row.words().getValue()).toList());
        List<String> declared = new ArrayList<>();
        commands().stream().filter(command -> !command.keys().isEmpty()).forEach(command ->
                declared.add(command.keys().stream().map(KeyText::of).collect(Collectors.joining(", ")) + " " + command.words()
                        .getValue()));
        for (LocalKey one : LocalKey.values()) {
            assertThat(Messages.has(language, one.key())).as(one.key()).isTrue();
            declared.add(one.text() + " " + Messages.text(one.key()));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(declared);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKeyDoesWhatItsCommandDoes(Language language) {
        for (Command command : commands()) {
            for (KeyCombination key : command.keys()) {
                prepare(command, language);
                if (command.id().equals("race.divergence")) {
                    press((KeyCodeCombination) key);
                    assertThat(onFx(open.window::message)).isEqualTo(Messages.text("transport.divergence.none"));
                    continue;
                }
                if (command.id().equals(BesideRace.further(NINTH))) {
                    press((KeyCodeCombination) key);
                    assertThat(onFx(open.window::message)).as("the race has fewer views").isEqualTo(Messages.text("why.view.ninth"));
                    continue;
                }
                assertThat(onFx(command::obstacle)).as(command.id()).isEmpty();
                String before = onFx(CommandTableTest::state);
                press((KeyCodeCombination) key);
                if (!command.id().equals(CommandPalette.ID)) { // which offers what was done before it
                    assertThat(onFx(() -> open.window.commands().recent())).as(KeyText.of(key)).first().isEqualTo(command.id());
                }
                await(KeyText.of(key) + " does " + command.id(), () -> !state().equals(before));
            }
        }
    }

    /** The window as it was before all keys, with nothing above it. */
    private static void prepare(Command command, Language language) {
        runFx(() -> {
            open.window.sheets().close();
            open.window.complain(() -> "");
            Messages.languageProperty().set(language);
            open.window.lecture().onProperty().set(false);
            open.window.model().bigProperty().set(false);
            open.window.shownProperty().set(elsewhere(command.id()));
            if (!open.session.selection().contenderProperty().get().equals("c1")) {
                open.session.selection().contenderProperty().set("c1");
            }
            open.session.race().speedProperty().set(100);
            open.session.race().step(1);
            if (command.id().startsWith("edit.")) {
                open.session.edit(document -> document.withTitle(document.title() + "'"));
            }
            if (command.id().equals("edit.redo")) {
                open.session.undo();
            }
            open.window.scene().getRoot().requestFocus();
            ChartPane chart = ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content());
            if (command.id().equals("view.whole")) {
                chart.viewProperty().set(new View(new Range(1, 2), new Range(1, 2)));
            }
        });
        nextFrame();
    }

    /** A view from which the command leads away, where it leads to the race. */
    private static Screen elsewhere(String command) {
        return switch (command) {
            case "view.tab.race" -> open.window.parts().fit();
            case "workspace.train" -> open.window.parts().data();
            default -> open.window.parts().race();
        };
    }

    /** All that a command may change. */
    private static String state() {
        ChartPane chart = ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content());
        WindowModel model = open.window.model();
        return String.join("\n", open.window.sheets().shownTitle(), open.window.message(), open.window.shownProperty().get().titleKey(),
                String.valueOf(model.leftProperty().get()), String.valueOf(model.rightProperty().get()),
                        String.valueOf(model.barsProperty().get()),
                String.valueOf(model.bigProperty().get()), String.valueOf(model.tableProperty().get()),
                        String.valueOf(open.window.lecture().onProperty().get()),
                String.valueOf(open.window.parts().race().logProperty().get()),
                String.valueOf(open.window.parts().race().validationProperty().get()),
                String.valueOf(Messages.languageProperty().get()), String.valueOf(Theme.of(open.window.scene()).get()),
                String.valueOf(open.session.race().speedProperty().get()), String.valueOf(open.race().asked),
                        String.valueOf(open.session.experiment()),
                String.valueOf(chart == null ? null : chart.viewProperty().get()), String.valueOf(closings),
                        String.valueOf(open.picker.asked),
                String.valueOf(open.session.earlier().all().size()), open.window.parts().rule().viewProperty().get().name());
    }

    private static void press(KeyCodeCombination key) {
        List<KeyCode> held = new ArrayList<>();
        if (key.getShift() == KeyCombination.ModifierValue.DOWN) {
            held.add(KeyCode.SHIFT);
        }
        if (key.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            held.add(KeyCode.CONTROL);
        }
        open.press(key.getCode(), held.toArray(KeyCode[]::new));
        nextFrame();
    }

    @Test
    void aKeyWhoseCommandCannotBeDoneSaysWhy() {
        prepare(open.window.table().get("contender.edit"), Language.ENGLISH);
        runFx(() -> open.session.selection().contenderProperty().set(null));
        open.press(KeyCode.E, KeyCode.CONTROL);
        assertThat(onFx(open.window::message)).isEqualTo(Messages.text("why.contender"));
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
    }

    @Test
    void theButtonsThatDoTheSameSayTheKey() {
        for (String[] pair : new String[][] {{"#reset-race", "race.reset"}, {"#step-back", "race.back"}, {"#fork-here", "race.fork"},
                {"#run", "race.run"}}) {
            String told = onFx(() -> Tip.told(open.window.scene().lookup(pair[0])));
            Command command = open.window.table().get(pair[1]);
            assertThat(told).isEqualTo(command.tooltip()).endsWith("(" + KeyText.of(command.keys().get(0)) + ")");
        }
    }
}
