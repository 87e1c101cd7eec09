package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that were edited by hand, or made to do harm: one sentence or two on one line, with file, line and what to do. */
class HostileDocumentsTest {
    private static final String ADVICE = " Correct it in a text editor, or save the experiment again.";
    @TempDir
    private Path folder;

    private String refusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), text);
        String message = catchThrowableOfType(() -> ExperimentStore.read(file), StoreException.class).getMessage();
        assertThat(message).startsWith(file.toString()).doesNotContain("\n").hasSizeLessThan(600);
        return message.substring(file.toString().length());
    }

    private static String document() {
        return ExperimentStore.text(ExperimentStoreTest.iris(), Path.of("").toAbsolutePath());
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"steps\" : 100|\"steps\" : \"sixty\"|: experiment.training.steps must be a whole number, but is \"sixty\".",
        "\"adam\"|\"madam\"|: experiment.contenders[0].ruleId \"madam\" is not known; see downhill rules.",
        "\"learningRate\" : 0.01|\"learningRate\" : \"a lot\"|: experiment.contenders[0].hyperparameters.learningRate must be a number, but is \"a lot\".",
        "\"muted\" : false|\"muted\" : 0|: experiment.contenders[0].muted must be"})
    void aFieldThatWasMangledIsToldWithItsLine(String from, String to, String message) throws IOException {
        String text = document();
        assertThat(refusal(text.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))))
                .startsWith(", line " + line(text, from) + message).endsWith(ADVICE);
    }

    @Test
    void aFieldThatWasTakenOutIsToldWithTheLineOfWhatLacksIt() throws IOException {
        String text = document();
        assertThat(refusal(text.replaceFirst(" *\"steps\" : 100,\\R", "")))
                .isEqualTo(", line " + line(text, "\"training\" :") + ": experiment.training lacks the field \"steps\"." + ADVICE);
    }

    @Test
    void whatIsNotJsonIsToldWithLineAndColumn() throws IOException {
        String text = document();
        assertThat(refusal(text.replace("\"steps\" : 100", "\"steps\" : sixty")))
                .startsWith(", line " + line(text, "\"steps\" :") + ", column ")
                .contains("is not readable JSON").endsWith(ADVICE);
        assertThat(refusal(text.substring(0, text.length() / 2))).startsWith(", line ").contains("end").endsWith(ADVICE);
        assertThat(refusal("")).isEqualTo(" is empty." + ADVICE);
    }

    static Stream<String[]> excessive() {
        return Stream.of(new String[] {"[".repeat(100_000), "is refused: it has more than 64 levels"},
                new String[] {"{\"a\":".repeat(70) + "1" + "}".repeat(70), "is refused: it has more than 64 levels"},
                new String[] {"{\"a\":\"" + "x".repeat(1_100_000) + "\"}", "is refused: it has a text of more than 1000000 characters"},
                new String[] {"{\"" + "x".repeat(2_000) + "\":1}", "is refused: it has a name of more than 1000 characters"},
                new String[] {"{\"a\":1" + "0".repeat(200) + "}", "is refused: it has a number of more than 100 digits"},
                new String[] {"[" + "1,".repeat(5_000_001) + "1]", "is refused: it has more in it than a document of Downhill can have"},
                new String[] {IntStream.range(0, 1_000_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(",", "{", "}")),
                    "its \"format\" is not"});
    }

    @ParameterizedTest
    @MethodSource("excessive")
    void whatIsTooMuchIsRefusedInWordsOfOurOwn(String text, String message) throws IOException {
        assertThat(refusal(text)).contains(message).doesNotContain("StreamReadConstraints");
    }

    @Test
    void keysThatComeTwiceAndTypesThatAreNamedAreRefused() throws IOException {
        String text = document();
        assertThat(refusal(text.replace("\"title\" :", "\"title\" : \"One\", \"title\" :"))).startsWith(", line " + line(text, "\"title\""))
                .contains("title");
        assertThat(refusal(text.replace("\"kind\" : \"sample\"", "\"kind\" : \"java.lang.Runtime\"")))
                .contains("is \"java.lang.Runtime\", which is none of");
        assertThat(refusal(text.replace("\"title\" :", "\"@class\" : \"java.lang.Runtime\", \"title\" :")))
                .contains("unknown field \"@class\"");
    }

    @Test
    void theSaveBeforeIsNamedWhereThereIsOne() throws IOException {
        Path previous = Files.writeString(folder.resolve("mine.json.previous"), document());
        assertThat(refusal(document().replace("\"steps\" : 100", "\"steps\" : -"))).endsWith(" The save before it is in " + previous + ".");
    }

    @Test
    void aModelThatWasCutOffOrMangledSaysWhatToDo() throws IOException {
        Path file = folder.resolve("m" + ModelStore.ENDING);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(ModelStore.MANIFEST));
            zip.write("{\"format\" : 1}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(ModelStore.PARAMETERS));
            zip.write(new byte[5_000]);
        }
        byte[] whole = Files.readAllBytes(file);
        assertThatThrownBy(() -> ModelStore.read(file)).isInstanceOf(StoreException.class);
        Files.write(file, java.util.Arrays.copyOf(whole, 60));
        assertThatThrownBy(() -> ModelStore.read(file)).isInstanceOf(StoreException.class)
                .hasMessage(file + " is damaged: it ends too early. Save the model again.");
    }
}
