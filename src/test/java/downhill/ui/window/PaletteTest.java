package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ctrl+K: every command by its words in either language, by keys alone, whatever the race does. */
class PaletteTest extends FxTest {
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
    }

    @AfterEach
    void closePalette() {
        runFx(() -> {
            open.window.sheets().close();
            open.window.lecture().onProperty().set(false);
            Messages.languageProperty().set(Language.ENGLISH);
        });
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    private static void openPalette() {
        open.press(KeyCode.K, KeyCode.CONTROL);
        nextFrame();
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isEqualTo(Messages.text("palette.title"));
        assertThat(onFx(() -> open.window.scene().getFocusOwner())).isInstanceOf(TextField.class);
    }

    private static ListView<?> list() {
        return (ListView<?>) open.window.scene().lookup("#palette-list");
    }

    /** Words, menu or reason, and key of the row chosen. */
    private static List<String> chosenRow() {
        nextFrame();
        return onFx(() -> {
            Node row = list().lookupAll(".palette-row").stream().filter(one -> one.getPseudoClassStates().toString().contains("selected"))
                    .findFirst().orElseThrow();
            String words = row.lookupAll(".words").stream().map(one -> ((Text) one).getText()).reduce("", String::concat);
            return List.of(words, ((Label) row.lookup(".palette-aside")).getText(),
                    row.lookupAll(".key-cap").stream().map(one -> ((Label) one).getText()).reduce("", String::concat));
        });
    }

    @Test
    void whatIsTypedFindsACommandShowsItsKeyAndEnterDoesIt() {
        openPalette();
        open.type("log sc");
        assertThat(chosenRow()).containsExactly("Log scale", "View", "L");
        boolean before = onFx(() -> open.window.parts().race().logProperty().get());
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> open.window.parts().race().logProperty().get())).isNotEqualTo(before);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        openPalette();
        assertThat(chosenRow().get(0)).as("what was done last comes first").isEqualTo("Log scale");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordsOfBothLanguagesFindItWhicheverIsShown(Language language) {
        runFx(() -> Messages.languageProperty().set(language));
        for (String query : List.of("Model…", "模型…", "model experiment")) {
            openPalette();
            open.type(query);
            assertThat(chosenRow().get(0)).as(query).isEqualTo(Messages.text("menu.experiment.model"));
            open.press(KeyCode.ESCAPE);
        }
    }

    @Test
    void arrowsGoRoundAndEscapeGivesTheFocusBack() {
        Node run = onFx(() -> open.window.scene().lookup("#run"));
        runFx(run::requestFocus);
        openPalette();
        int rows = onFx(() -> list().getItems().size());
        assertThat(rows).isEqualTo((int) onFx(() -> open.window.table().commands().count()).longValue() - 1);
        open.press(KeyCode.UP);
        assertThat(onFx(() -> list().getSelectionModel().getSelectedIndex())).isEqualTo(rows - 1);
        open.press(KeyCode.DOWN);
        open.press(KeyCode.DOWN);
        assertThat(onFx(() -> list().getSelectionModel().getSelectedIndex())).isEqualTo(1);
        String read = onFx(() -> open.window.scene().getFocusOwner().getAccessibleHelp());
        assertThat(read).as("the row chosen is read out").startsWith(chosenRow().get(0));
        open.press(KeyCode.ESCAPE);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
        assertThat(onFx(() -> open.window.scene().getFocusOwner())).isSameAs(run);
    }

    @Test
    void whatCannotBeDoneSaysWhyAndEnterLeavesItAlone() {
        openPalette();
        open.type("to the divergence");
        assertThat(chosenRow()).containsExactly("To the divergence", Messages.text("transport.divergence.none"), "ShiftJ");
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        open.type("zzqx");
        assertThat(onFx(() -> list().getItems().size())).isZero();
        open.press(KeyCode.ENTER);
        open.press(KeyCode.DOWN);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
    }

    @Test
    void itWorksWhileTheRaceRunsAtItsEndInALectureWithoutBarsAndFromAField() {
        runFx(() -> open.session.race().step(3));
        openPalette();
        open.press(KeyCode.ESCAPE);
        runFx(() -> open.session.end().toggle());
        await("it has ended", () -> open.session.snapshotProperty().get().state() == downhill.race.RaceState.ENDED);
        openPalette();
        open.press(KeyCode.ESCAPE);
        runFx(() -> {
            open.window.lecture().onProperty().set(true);
            open.window.model().barsProperty().set(false);
        });
        openPalette();
        open.press(KeyCode.ESCAPE);
        assertThat(onFx(() -> open.window.lecture().onProperty().get())).as("Escape closed the palette alone").isTrue();
        runFx(() -> {
            open.window.model().barsProperty().set(true);
            open.window.lecture().onProperty().set(false);
            open.window.parts().contenders().rename();
        });
        assertThat(onFx(() -> open.window.scene().getFocusOwner())).isInstanceOf(TextField.class);
        openPalette();
        open.type("sample data");
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> open.window.sheets().shownTitle())).as("a command may open a sheet").isEqualTo(Messages.text("data.gallery"));
    }

    @Test
    void aRuleIsAddedAndAContenderChosenByItsName() {
        int before = onFx(() -> open.session.experiment().contenders().size());
        openPalette();
        open.type("adagrad");
        assertThat(chosenRow()).startsWith("Adagrad", Messages.text("menu.experiment.addBy"));
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> open.session.experiment().contenders())).hasSize(before + 1);
        String added = onFx(() -> open.session.selection().contenderProperty().get());
        openPalette();
        open.type("rmsprop choose");
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> open.session.selection().contenderProperty().get())).isNotEqualTo(added);
    }

    @Test
    void itIsDrawn() {
        openPalette();
        open.write("palette-light", Theme.LIGHT, 1440, 900);
        open.type("con");
        nextFrame();
        open.write("palette-typed-dark", Theme.DARK, 1440, 900);
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        open.type("图");
        nextFrame();
        open.write("palette-typed-chinese", Theme.LIGHT, 1100, 700);
        open.press(KeyCode.ESCAPE);
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.press(KeyCode.F1);
        nextFrame();
        open.write("sheet-keys", Theme.LIGHT, 1440, 900);
        open.press(KeyCode.ESCAPE);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isFalse();
    }
}
