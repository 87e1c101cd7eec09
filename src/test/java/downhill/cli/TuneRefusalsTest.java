package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search or a cross-validation refuses before it begins: one sentence, exit code 2, and nothing is written. */
class TuneRefusalsTest {
    @TempDir
    private Path folder;

    private static Cli tune(Object... more) {
        return Cli.run(Stream.concat(Stream.of("tune", "iris", "--trials", 2, "--steps", 5), Arrays.stream(more)).toArray());
    }

    private static void refused(Cli cli, String sentence) {
        assertThat(cli.err()).contains(sentence);
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
    }

    /** Of two spellings of one setting only one would act. */
    @ParameterizedTest
    @CsvSource({"learningRate, learningrate", "learningRate, learning-rate", "batch, batchSize", "l2, L2", "optimizer, Optimizer"})
    void oneSettingUnderTwoNamesIsRefused(String one, String other) {
        String values = one.equals("optimizer") ? "=adam,sgd" : one.equals("batch") ? "=8,16" : "=0.01,0.1";
        refused(tune("--vary", one + values, "--vary", other + values), other + " is searched over twice");
    }

    @ParameterizedTest
    @CsvSource({"learnigRate, learningRate", "dropuot, dropout", "optimzer, optimizer", "batsh, batch", "hiden, hidden", "layers, hidden",
        "layer, hidden"})
    void aNameThatIsNearlyOneIsToldWithIt(String written, String meant) {
        refused(tune("--vary", written + "=1,2", "--model", "mlp"),
                "There is no setting " + written + " that could be searched over. Did you mean " + meant + "?");
    }

    /** Also where the model is searched over, and another than the one to begin with has it. */
    @Test
    void aSettingOfAModelThatIsSearchedOverIsFoundByItsWords() {
        refused(tune("--vary", "layers=8,16", "--vary", "model=softmax,mlp"), "There is no setting layers that could be searched over. "
                + "Did you mean hidden?");
    }

    /** A share of hidden units to leave out would do nothing where there are none; compare refuses it as well. */
    @Test
    void whatTheModelHasNotIsNotSearchedOver() {
        refused(tune("--vary", "dropout=0..0.5", "--model", "softmax"), "There is no setting dropout");
        Cli both = Cli.run("tune", "iris", "--trials", 6, "--steps", 5, "--vary", "dropout=0.1,0.2", "--vary", "model=softmax,mlp",
                "--sampler", "grid", "--json");
        assertThat(both.code()).as(both.err()).isZero();
        assertThat(Cli.json(both.out()).get("trials").asInt()).as("softmax once, the network with each share").isEqualTo(3);
    }

    @Test
    void aStudyWithoutAFileIsRefused() {
        refused(tune("--vary", "batch=8,16", "--study", "mine"), "--study names one of the studies in a file; say --store FILE.db");
    }

    /** Neither what is read nor a file that somebody else made is written over. */
    @Test
    void exportedTrialsWriteOverTrialsOnly() throws IOException {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "x,kind\n" + "1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n9,a\n10,b\n".repeat(3));
        Path letters = Files.writeString(folder.resolve("letters.json"), "{\"dear\": \"Ann\"}");
        Path space = Files.writeString(folder.resolve("space.json"), "{\"batch\": [4, 8]}");
        List<Path> foreign = new ArrayList<>(List.of(data, letters, space));
        for (Path file : foreign) {
            String before = Files.readString(file);
            refused(Cli.run("tune", data, "--space", space, "--trials", 2, "--steps", 5, "--export", file), "--export");
            assertThat(file).hasContent(before);
        }
        for (String ending : List.of("csv", "json")) {
            Path trials = folder.resolve("trials." + ending);
            for (int again = 0; again < 2; again++) {
                Cli cli = Cli.run("tune", data, "--space", space, "--trials", 2, "--steps", 5, "--export", trials);
                assertThat(cli.code()).as(cli.err()).isZero();
            }
            assertThat(Files.size(trials)).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-3", "1001", "99999999999", "five", "2.5"})
    void foldsThatCannotBeAreRefusedAtOnce(String folds) {
        refused(Cli.run("cross-validate", "iris", "--folds", folds, "--steps", 5), "--folds takes a whole number from 2 to 1000, or all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "1000000000"})
    void repeatsThatWouldNeverEndAreRefusedAtOnce(String repeats) {
        refused(Cli.run("cross-validate", "iris", "--repeats", repeats, "--steps", 5), "--repeats must be a whole number in [1, 1000]");
    }
}
