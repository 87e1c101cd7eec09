package downhill.data.csv;

import com.code_intelligence.jazzer.junit.FuzzTest;
import downhill.data.DataException;
import downhill.data.ImportOptions;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Any bytes are either read with every record accounted for, or refused with a message. */
@Tag("fuzz")
class CsvFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void anyBytesAreReadOrRefused(byte[] bytes) {
        try {
            Reading.of(bytes, ImportOptions.DEFAULT, Map.of());
        } catch (DataException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("no message", refused);
            }
        }
    }
}
