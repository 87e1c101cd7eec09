package downhill.store;

import com.code_intelligence.jazzer.junit.FuzzTest;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Any text in a document's place is either an experiment that can be written and read again, or refused with a message. */
@Tag("fuzz")
class JsonFuzzTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final String DOCUMENT = document();

    @FuzzTest(maxDuration = "3m")
    void anyTextIsAnExperimentOrRefused(byte[] bytes) {
        tried(new String(bytes, StandardCharsets.UTF_8));
        tried(spoiled(bytes));
    }

    /** A sound document with a piece replaced: the first two bytes say where, the third how much. */
    private static String spoiled(byte[] bytes) {
        if (bytes.length < 3) {
            return DOCUMENT;
        }
        int at = ((bytes[0] & 255) << 8 | bytes[1] & 255) % DOCUMENT.length();
        int end = Math.min(DOCUMENT.length(), at + (bytes[2] & 31));
        return DOCUMENT.substring(0, at) + new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8) + DOCUMENT.substring(end);
    }

    private static void tried(String text) {
        Experiment read;
        try {
            read = ExperimentStore.read(text, "fuzzed.json", FOLDER).experiment();
        } catch (StoreException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("no message", refused);
            }
            return;
        }
        Experiment again = ExperimentStore.read(ExperimentStore.text(read, FOLDER), "again.json", FOLDER).experiment();
        if (!again.equals(read)) {
            throw new AssertionError("read otherwise after writing");
        }
    }

    private static String document() {
        Problem problem = new Problem.Learning(SampleData.of("iris").spec(), new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY));
        List<ContenderSpec> contenders = List.of(ContenderSpec.of("c1", "Adam", "adam", Map.of("learningRate", 0.01), 0));
        return ExperimentStore.text(new Experiment("Fuzzed", problem, TrainingSpec.of(10, 5), contenders, 1, Precision.FLOAT), FOLDER);
    }
}
