package downhill.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoresTest {
    @TempDir
    private Path folder;

    private void lay(String... siblings) throws IOException {
        for (int i = 0; i < siblings.length; i++) {
            Path topology = Files.createDirectories(folder.resolve("cpu" + i + "/topology"));
            Files.writeString(topology.resolve("thread_siblings_list"), siblings[i] + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0-1|2|threads-of-one-core", "0,2|2|cores", "0-3|4|threads-of-several-cores", "0|1|cores",
            "0-3|2|not-known", "|2|not-known"})
    void processorsAreCoresOrThreadsOfThem(String allowed, int processors, String relation) throws IOException {
        lay("0-1", "0-1", "2-3", "2-3");
        assertThat(Cores.of(folder, allowed == null ? "" : allowed, processors).relation()).isEqualTo(relation);
    }

    @Test
    void whatTheSystemDoesNotTellIsNotGuessed() {
        Assertions.assertThatThrownBy(() -> Cores.of(folder, "0-1", 2)).isInstanceOf(NoSuchFileException.class);
        Assertions.assertThatThrownBy(() -> Cores.of(folder, "x", 2)).isInstanceOf(IOException.class);
        assertThat(Cores.here().processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(Cores.here().cores()).isBetween(0, Cores.here().processors());
    }
}
