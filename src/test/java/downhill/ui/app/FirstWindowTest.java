package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tensor library takes seconds to start: the window does not wait for it. */
class FirstWindowTest {
    @Test
    void theWindowIsShownBeforeAnyClassOfTheTensorLibraryIsLoaded(@TempDir Path folder) throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded.txt");
        Process probe = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + loaded,
                "-cp", System.getProperty("java.class.path"), "-Ddownhill.headless=true", FirstWindowProbe.class.getName(),
                        folder.toString())
                .redirectErrorStream(true).start();
        String said = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(probe.waitFor()).as(said).isZero();
        assertThat(said).contains("shown true");
        List<String> classes = Files.readAllLines(loaded).stream().map(FirstWindowTest::name).toList();
        assertThat(classes).contains("downhill.ui.window.MainWindow", "downhill.engine.Backend", "javafx.stage.Stage");
        assertThat(classes).noneMatch(name -> name.startsWith("org.nd4j.") || name.startsWith("org.bytedeco."));
    }

    /** Of a line such as {@code [0.123s][info][class,load] java.lang.Object source: jrt:/java.base}. */
    private static String name(String line) {
        String words = line.substring(line.lastIndexOf(']', line.indexOf(" source:") < 0 ? line.length() : line.indexOf(" source:")) + 1)
                .strip();
        int end = words.indexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }
}
