package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvArgumentTest {
    @TempDir
    private Path folder;

    /** {@code compare iris --out iris} makes one. */
    @Test
    void aFolderOfResultsDoesNotHideTheSampleOfItsName() throws IOException {
        Files.createDirectory(folder.resolve("iris"));
        assertThat(CsvArgument.sample("iris", folder)).isPresent();
    }

    @Test
    void aFileDoes() throws IOException {
        Files.writeString(folder.resolve("iris"), "a,b\n1,2\n");
        assertThat(CsvArgument.sample("iris", folder)).isEmpty();
        assertThat(CsvArgument.sample("wine", folder)).isPresent();
        assertThat(CsvArgument.sample("ir\0is", folder)).isEmpty();
    }
}
