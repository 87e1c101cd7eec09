package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule file is UTF-8, with or without a mark; any other is refused in words, with the place. */
class RuleEncodingTest {
    private static final String RULE = """
            id: own
            name: NAME
            hyperparameters:
              η  learningRate  0.1
            update:
              θ ← θ − η·g
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "slow, ISO-8859-7, '4, column 3', E7",
        "下坡, GBK, '2, column 7', CF",
        "下坡, GB18030, '2, column 7', CF",
        "下坡, Big5, '2, column 7', A4",
        "slow, x-MacGreek, '4, column 3', E8",
        "slow, UTF-16LE, '1, column 2', 00",
        "slow, UTF-16BE, '1, column 1', 00",
        "slow, UTF-16, '1, column 1', FE",
        "slow, x-UTF-16LE-BOM, '1, column 1', FF",
        "slow, UTF-32, '1, column 1', 00"})
    void anyOtherEncodingIsRefusedWithThePlace(String name, String encoding, String place, String found) throws IOException {
        refused(RULE.replace("NAME", name).getBytes(Charset.forName(encoding)), place, found);
    }

    @Test
    void aNameInLatin1IsRefusedWithThePlace() throws IOException {
        refused("# règle\nid: own".getBytes(StandardCharsets.ISO_8859_1), "1, column 4", "E8");
    }

    @Test
    void whatIsCutInTheMiddleOfACharacterIsRefused() throws IOException {
        byte[] whole = RULE.strip().replace("·g", "·γ").getBytes(StandardCharsets.UTF_8);
        refused(Arrays.copyOf(whole, whole.length - 1), "6, column 13", "CE");
    }

    @Test
    void aByteThatNoCharacterHasIsRefusedBehindAMarkToo() throws IOException {
        byte[] text = "\uFEFFid: x".getBytes(StandardCharsets.UTF_8);
        text[text.length - 1] = (byte) 0xC0;
        refused(text, "1, column 5", "C0");
    }

    @Test
    void aMarkAtTheBeginningIsAccepted() throws IOException {
        Path file = Files.write(folder.resolve("own.rule"), ("\uFEFF" + RULE.replace("NAME", "慢")).getBytes(StandardCharsets.UTF_8));
        Cli result = Cli.run("compare", "iris", "--steps", 2, "--optimizers", file, "--out", folder.resolve("o"));
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("慢");
    }

    private void refused(byte[] text, String place, String found) throws IOException {
        Path file = Files.write(folder.resolve("own.rule"), text);
        Cli result = Cli.run("compare", "iris", "--steps", 2, "--optimizers", file, "--out", folder.resolve("o"));
        assertThat(result.err().strip()).isEqualTo(file + ", line " + place + ": The rule is not UTF-8 text (byte 0x" + found
                + " here); save the file as UTF-8.");
        assertThat(result.code()).isEqualTo(2);
        assertThat(folder.resolve("o")).doesNotExist();
    }
}
