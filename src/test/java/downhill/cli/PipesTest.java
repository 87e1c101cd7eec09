package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import downhill.store.SessionPlace;
import downhill.store.SessionStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pipe without a writer never ends to be opened, and some devices have no end: nothing that is read is either. */
@EnabledOnOs(OS.LINUX)
class PipesTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;
    private Path pipe;

    @BeforeEach
    void makePipe() throws Exception {
        pipe = folder.resolve("pipe.rule");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"train F --out O", "predict F iris --out O.csv", "evaluate F iris", "inspect F", "compare F --out O",
        "compare iris --steps 2 --optimizers F --out O"})
    void whateverIsReadMustBeAFile(String command) {
        List<String> kinds = command.contains("--optimizers") ? List.of(pipe.toString()) : List.of(pipe.toString(), "/dev/zero");
        for (String what : kinds) {
            Object[] arguments = command.replace("F", what).replace("O", folder.resolve("o").toString()).split(" ");
            Cli result = assertTimeoutPreemptively(SOON, () -> Cli.run(arguments));
            assertThat(result.err()).as(command).contains("is a pipe or a device").hasLineCount(1);
            assertThat(result.code()).isEqualTo(2);
        }
    }

    @Test
    void aDocumentThatLearnsFromAPipeOrADeviceIsRefusedAtOnce() throws Exception {
        for (String data : List.of("pipe.rule", "/dev/zero")) {
            Path document = folder.resolve("document.json");
            ExperimentStore.write(document, learningFrom(data), folder, null);
            Cli result = assertTimeoutPreemptively(SOON, () -> Cli.run("train", document, "--out", folder.resolve("o")));
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("is a pipe or a device");
        }
    }

    /** As the start of the window does, which must not wait for any file that left work names. */
    @Test
    void whatIsLeftIsToldWithoutTouchingItsData() {
        Path left = folder.resolve("1.downhill");
        SessionStore.write(left, new Checkpoint(learningFrom("pipe.rule"), 7, 16, List.of(), List.of(), List.of()), folder,
                SessionPlace.NOWHERE,
                "0".repeat(64));
        assertThat(assertTimeoutPreemptively(SOON, () -> SessionStore.info(left)).step()).isEqualTo(7);
        assertThat(assertTimeoutPreemptively(SOON, () -> SessionStore.read(left)).notices().toString()).contains("pipe or a device");
    }

    private static Experiment learningFrom(String data) {
        Experiment demo = downhill.ui.session.Demo.experiment("Pipe");
        Problem.Learning learning = (Problem.Learning) demo.problem();
        return demo.withProblem(new Problem.Learning(DataSpec.of(new DataSource.CsvFile(data)).withTarget("t"), learning.model()));
    }
}
