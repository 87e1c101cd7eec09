package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.store.ExperimentStore;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name with one surrogate of a pair cannot be written to any file, so it is refused before anything is trained. */
class HalfCharactersTest {
    private static final String TITLE = "Halves";

    @TempDir
    private Path folder;

    private String document() {
        return ExperimentStore.text(Demo.experiment(TITLE), folder);
    }

    private Cli train(String text) throws IOException {
        return Cli.run("train", Files.writeString(folder.resolve("document.json"), text), "--out", folder.resolve("o"));
    }

    private static String title(String escaped) {
        return "\"" + TITLE + escaped + "\"";
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud835", "\\udc9c", "\\udc9c\\ud835", "\\ud835x", "\\ud835\\ud835\\udc9c"})
    void aTitleWithHalfOfACharacterIsRefusedWithItsPlace(String half) throws IOException {
        refused(train(document().replace(title(""), title(half))), "experiment.title");
    }

    @Test
    void soIsEveryNameOfADocument() throws IOException {
        String text = document();
        String contender = "\"name\" : \"";
        assertThat(text).contains(contender);
        int name = text.indexOf(contender) + contender.length();
        refused(train(text.substring(0, name) + "\\ud835" + text.substring(name)), ".name");
        String key = "\"learningRate\" :";
        assertThat(text).contains(key);
        Cli result = train(text.replaceFirst(key, "\"learning\\\\ud835Rate\" :"));
        assertThat(result.err()).contains(", line ", "is not readable JSON").hasLineCount(1);
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void aWholePairIsReadAndWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("document.json"), document().replace(title(""), title("\\ud835\\udc9c")));
        assertThat(ExperimentStore.read(file).experiment().title()).isEqualTo(TITLE + "𝒜");
    }

    /** What a person pasted somewhere must not make their own document unreadable. */
    @Test
    void whatIsSavedIsReadableWhateverItHolds() {
        String text = ExperimentStore.text(Demo.experiment("a\ud835b"), folder);
        assertThat(ExperimentStore.read(text, "own", folder).experiment().title()).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd:name=a\ud835", "sgd:name=\udc9c,adam"})
    void aNameOnTheCommandLineIsRefused(String optimizers) {
        refused(Cli.run("compare", "iris", "--steps", 1, "--optimizers", optimizers, "--out", folder.resolve("o")), "name");
    }

    private void refused(Cli result, String what) {
        assertThat(result.err()).contains(what, "holds half of a character (", "[U+D", "write the whole one").hasLineCount(1);
        assertThat(result.code()).isEqualTo(2);
        assertThat(folder.resolve("o")).doesNotExist();
    }
}
