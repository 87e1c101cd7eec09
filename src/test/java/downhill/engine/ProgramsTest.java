package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is started by its absolute path, so never one that lies in the folder one happens to be in. */
class ProgramsTest {
    @TempDir
    private Path folder;
    private Path tool;

    @BeforeEach
    void layATool() throws IOException {
        tool = program(folder.resolve("tool"));
    }

    private static Path program(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        assertThat(Files.createFile(file).toFile().setExecutable(true)).isTrue();
        return file;
    }

    @Test
    void itIsFoundByAnAbsoluteFolderOfTheSearchPathOnly() {
        Path here = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        for (String relative : new String[] {"", ".", here.toString(), ":", ".:" + here}) {
            assertThat(Programs.find("tool", false, Map.of("PATH", relative))).as(relative).isEmpty();
        }
        assertThat(Programs.find("tool", false, Map.of("PATH", here + ":.::" + folder))).contains(tool);
        assertThat(Programs.find("tool", false, Map.of())).isEmpty();
    }

    @Test
    void whatIsNoProgramIsPassedOver() throws IOException {
        Files.createDirectories(folder.resolve("first").resolve("tool"));
        Files.createDirectories(folder.resolve("second"));
        Files.createFile(folder.resolve("second").resolve("tool"));
        String path = String.join(":", folder.resolve("first").toString(), folder.resolve("second").toString(), folder.toString());
        assertThat(Programs.find("tool", false, Map.of("PATH", path))).contains(tool);
    }

    @Test
    void onWindowsTheSystemsFolderComesFirstAndNamesOfVariablesHaveAnyCase() throws IOException {
        Path system = program(folder.resolve("sys" + File.separator + "System32").resolve("tool.exe"));
        Path other = program(folder.resolve("other").resolve("tool.exe"));
        Map<String, String> environment = Map.of("Path", ".;\"" + other.getParent() + "\"", "SYSTEMROOT", folder.resolve("sys").toString());
        assertThat(Programs.find("tool", true, environment)).contains(system);
        Files.delete(system);
        assertThat(Programs.find("tool", true, environment)).contains(other);
    }

    @Test
    void anAbsoluteNameIsItself() {
        assertThat(Programs.find(tool.toString())).contains(tool);
    }
}
