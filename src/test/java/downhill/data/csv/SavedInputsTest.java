package downhill.data.csv;

import downhill.data.DataException;
import downhill.data.ImportOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that fuzzing found to break an earlier version. */
class SavedInputsTest {
    static List<Path> inputs() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(SavedInputsTest.class.getResource("CsvFuzzTestInputs/anyBytesAreReadOrRefused"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void inputsThatOnceBrokeTheReaderAreReadOrRefused(Path input) throws IOException {
        try {
            Reading.of(Files.readAllBytes(input), ImportOptions.DEFAULT, Map.of());
        } catch (DataException refused) {
            org.junit.jupiter.api.Assertions.assertFalse(refused.getMessage().isBlank());
        }
    }
}
