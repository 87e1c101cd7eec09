package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A loss's δ and smoothing reach the training, its document, and what is trained from the document again. */
class LossOptionsRunTest {
    @TempDir
    private Path folder;

    private String history(String out, String option, String sample, String value, String... more) throws IOException {
        Object[] call = {"compare", sample, "--optimizers", "adam", "--steps", "8", "--out", folder.resolve(out), option, value};
        Object[] all = java.util.Arrays.copyOf(call, call.length + more.length);
        System.arraycopy(more, 0, all, call.length, more.length);
        Cli result = Cli.run(all);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        return Files.readString(folder.resolve(out).resolve("history.csv"));
    }

    @Test
    void smoothingIsPartOfTheExperiment() throws IOException {
        String smoothed = history("a", "--label-smoothing", "iris", "0.2");
        assertThat(smoothed).isNotEqualTo(history("b", "--label-smoothing", "iris", "0"));
        assertThat(Files.readString(folder.resolve("a/experiment.json"))).contains("\"labelSmoothing\" : 0.2");
        assertThat(Files.readString(folder.resolve("b/experiment.json"))).doesNotContain("lossOptions");
        assertThat(Cli.run("train", folder.resolve("a/experiment.json"), "--out", folder.resolve("c")).code()).isEqualTo(0);
        assertThat(Files.readString(folder.resolve("c/history.csv"))).isEqualTo(smoothed);
    }

    @Test
    void deltaIsPartOfTheExperiment() throws IOException {
        String narrow = history("a", "--huber-delta", "air-passengers", "0.1", "--loss", "huber");
        assertThat(narrow).isNotEqualTo(history("b", "--huber-delta", "air-passengers", "1", "--loss", "huber"));
        assertThat(Files.readString(folder.resolve("a/experiment.json"))).contains("\"huberDelta\" : 0.1");
    }

    @ParameterizedTest
    @CsvSource({"--huber-delta, 2, a δ is for the Huber loss only",
        "--label-smoothing, 1, '--label-smoothing must be a number in [0, 1); it is'",
        "--huber-delta, 0, '--huber-delta must be a number in (0, ∞); it is'"})
    void whatDoesNotFitIsRefused(String option, String value, String words) {
        Cli result = Cli.run("compare", "iris", "--optimizers", "adam", "--steps", "2", option, value);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(words).doesNotContain("Exception");
    }
}
