package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was added is there, wherever people look for it. */
class ToyTest {
    @TempDir
    private Path folder;

    @Test
    void theCommandRuns() {
        assertThat(Cli.run("toy").out()).isEqualTo("added\n");
        assertThat(Cli.run("--help").out()).contains("Say that a command was added.");
    }

    @Test
    void theRuleIsExplained() {
        assertThat(Cli.run("rules", "toy").out()).contains("θ − η·sign(g)");
    }

    @Test
    void theFamilyLearnsByTheRule() throws IOException {
        Cli run = Cli.run("compare", "iris", "--model", "toy", "--toy-width", "3", "--optimizers", "toy", "--steps", "20", "--out", folder);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("summary.json"))).contains("\"rule\" : \"toy\"", "FINISHED");
        assertThat(Files.readString(folder.resolve("experiment.json"))).contains("\"width\" : 3");
    }
}
