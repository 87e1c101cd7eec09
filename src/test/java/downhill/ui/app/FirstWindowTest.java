package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.testing.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tensor library takes seconds to start: the window does not wait for it. */
class FirstWindowTest {
    /** The log, other commands, what opens on top, workspaces that are not in view. */
    private static final List<String> LATER = List.of("ch.qos.logback.", "downhill.cli.TrainCommand", "downhill.cli.BenchCommand",
            "javafx.scene.control.Tooltip$", "downhill.ui.screen.data.DataView", "downhill.ui.window.DataSpace",
            "downhill.ui.window.LabSpace", "downhill.ui.screen.palette.", "downhill.ui.screen.glossary.");

    @Test
    void theWindowIsShownBeforeAnyClassOfTheTensorLibraryIsLoaded(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> classes = new ArrayList<>();
        assertThat(started(folder, classes, FirstWindowProbe.class.getName(), folder.toString())).contains("shown true");
        assertThat(classes).contains("downhill.ui.window.MainWindow", "downhill.engine.Backend", "javafx.stage.Stage");
        assertThat(classes).noneMatch(name -> name.startsWith("org.nd4j.") || name.startsWith("org.bytedeco."));
        assertThat(classes).filteredOn(name -> LATER.stream().anyMatch(name::startsWith)).as("made before anybody sees it").isEmpty();
    }

    /** Reading the command line takes as long as the toolkit and the frame together. */
    @Test
    void theFrameIsShownBeforeTheCommandLineIsRead(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> classes = new ArrayList<>();
        assertThat(started(folder, classes, "downhill.Downhill", "gui")).containsPattern("start: \\d+\\.0 \\d+\\.0 \\d+\\.0");
        assertThat(classes).contains("downhill.ui.app.FirstFrame", "javafx.stage.Stage", "picocli.CommandLine");
        assertThat(classes.indexOf("downhill.ui.app.FirstFrame")).isLessThan(classes.indexOf("picocli.CommandLine"));
        assertThat(classes).noneMatch(name -> name.startsWith("org.nd4j."));
    }

    private static String started(Path folder, List<String> classes, String... program) throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded.txt");
        ChildProgram.Answer said = ChildProgram.run(program[0], List.of("-Xlog:class+load:file=" + loaded, "-Ddownhill.headless=true",
                "-Ddownhill.home=" + folder), Map.of("DOWNHILL_MEASURE_START", "true"), Arrays.copyOfRange(program, 1, program.length));
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        Files.readAllLines(loaded).forEach(line -> classes.add(name(line)));
        return said.out() + said.err();
    }

    /** Of a line such as {@code [0.123s][info][class,load] java.lang.Object source: jrt:/java.base}. */
    private static String name(String line) {
        String words = line.substring(line.lastIndexOf(']', line.indexOf(" source:") < 0 ? line.length() : line.indexOf(" source:")) + 1)
                .strip();
        int end = words.indexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }
}
