package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window speaks the machine's language until a person chooses another, and stays as it was left. */
class KeptLooksTest extends FxTest {
    @TempDir
    Path folder;
    private final Locale machine = Locale.getDefault();

    @AfterEach
    void asBefore() {
        Locale.setDefault(machine);
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,CHINESE", "zh-TW,CHINESE", "en-US,ENGLISH", "de-DE,ENGLISH", "tr-TR,ENGLISH"})
    void whereNobodyChoseTheLanguageIsTheMachines(String tag, Language wanted) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        runFx(new KeptLooks(folder.resolve("looks.txt"))::speak);
        assertThat(Messages.languageProperty().get()).isEqualTo(wanted);
    }

    @Test
    void aCardThatWasOpenedIsOpenAtTheNextStartAndTheOthersAreFolded() {
        Path file = folder.resolve("looks.txt");
        Map<String, BooleanProperty> first = Map.of("data", new SimpleBooleanProperty(true), "model", new SimpleBooleanProperty(true));
        new KeptLooks(file).keepFolds(first);
        assertThat(first.get("model").get()).as("nobody has chosen").isTrue();
        first.get("model").set(false);
        first.get("data").set(false);
        first.get("data").set(true);
        Map<String, BooleanProperty> second = Map.of("data", new SimpleBooleanProperty(false), "model", new SimpleBooleanProperty(true));
        new KeptLooks(file).keepFolds(second);
        assertThat(second.get("model").get()).isFalse();
        assertThat(second.get("data").get()).isTrue();
        second.get("model").set(true);
        KeptLooks third = new KeptLooks(file);
        Map<String, BooleanProperty> last = Map.of("model", new SimpleBooleanProperty(false));
        third.keepFolds(last);
        assertThat(last.get("model").get()).as("all were folded").isTrue();
    }

    @Test
    void whatWasLeftOnIsOnAtTheNextStart() {
        Path file = folder.resolve("looks.txt");
        BooleanProperty first = new SimpleBooleanProperty(true);
        new KeptLooks(file).keepSwitch("ask", first);
        assertThat(first.get()).as("nobody has chosen").isTrue();
        for (boolean left : new boolean[] {false, true, false}) {
            first.set(left);
            BooleanProperty next = new SimpleBooleanProperty(!left);
            new KeptLooks(file).keepSwitch("ask", next);
            assertThat(next.get()).isEqualTo(left);
        }
    }

    @Test
    void whatIsChosenIsThereAtTheNextStart() {
        Path file = folder.resolve("made/looks.txt");
        KeptLooks first = new KeptLooks(file);
        Scene scene = onFx(() -> new Scene(new Pane()));
        runFx(() -> first.follow(scene));
        runFx(() -> {
            Theme.DARK.apply(scene);
            Messages.languageProperty().set(Language.CHINESE);
            first.release(scene);
            Messages.languageProperty().set(Language.ENGLISH);
        });
        KeptLooks second = new KeptLooks(file);
        Scene next = onFx(() -> new Scene(new Pane()));
        runFx(() -> {
            second.speak();
            second.follow(next);
            second.release(next);
        });
        assertThat(Messages.languageProperty().get()).isEqualTo(Language.CHINESE);
        assertThat(onFx(() -> Theme.of(next).get())).isEqualTo(Theme.DARK);
    }

    @Test
    void aFileOfNonsenseCostsNothingButWhatItKept() throws IOException {
        Path file = Files.writeString(folder.resolve("looks.txt"), "language=klingon\nnonsense\ntheme\n");
        Locale.setDefault(Locale.ENGLISH);
        KeptLooks looks = new KeptLooks(file);
        runFx(looks::speak);
        assertThat(Messages.languageProperty().get()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aPlaceThatCannotBeWrittenToKeepsNothingAndDisturbsNobody() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "a file").resolve("looks.txt");
        KeptLooks looks = new KeptLooks(file);
        Scene scene = onFx(() -> new Scene(new Pane()));
        runFx(() -> {
            looks.follow(scene);
            Messages.languageProperty().set(Language.CHINESE);
            looks.release(scene);
        });
        assertThat(Messages.languageProperty().get()).isEqualTo(Language.CHINESE);
        assertThat(Files.readString(folder.resolve("taken"))).isEqualTo("a file");
    }

    @Test
    void marksForBeginnersThatAreGoneStayGone() {
        Path file = folder.resolve("looks.txt");
        KeptLooks first = new KeptLooks(file);
        assertThat(first.hints()).isEmpty();
        first.hintGone("scrub");
        first.hintGone("rate");
        assertThat(new KeptLooks(file).hints()).containsExactlyInAnyOrder("rate", "scrub");
    }
}
