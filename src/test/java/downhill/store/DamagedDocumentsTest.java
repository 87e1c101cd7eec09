package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import downhill.race.document.Experiment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a document, it is read or refused in one line; nothing else is ever thrown. */
class DamagedDocumentsTest {
    private static final String[] PIECES = {"", "0", "-1", "1e308", "null", "\"", "{", "}", "[", "]", ",", ":", "true", "\"adam\"",
        "\"kind\"", "99999999999", "\u0000", "é", "\n"};
    @TempDir
    private Path folder;

    @Test
    void aDamagedExperimentIsReadOrRefusedInOneLine() {
        int refused = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Experiment experiment = seed % 2 == 0 ? ExperimentStoreTest.iris() : new RandomRecords(seed).make(Experiment.class);
            StringBuilder text =
                    new StringBuilder(Json.text(RecordWriter.tree(new ExperimentStore.Envelope(ExperimentStore.FORMAT, 1, "test",
                    experiment, java.util.List.of()))));
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(12)), PIECES[random.nextInt(PIECES.length)]);
            }
            refused += refuses(text.toString()) ? 1 : 0;
        }
        assertThat(refused).isBetween(1500, 2999);
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "1m")
    void anyTextIsADocumentOrRefused(FuzzedDataProvider data) {
        refuses(data.consumeRemainingAsString());
    }

    private static boolean refuses(String text) {
        try {
            ExperimentStore.read(text, "my.json", Path.of("nowhere"));
            return false;
        } catch (StoreException e) {
            assertThat(e.getMessage()).startsWith("my.json");
            return true;
        }
    }

    @Test
    void aDamagedModelIsReadOrRefused() throws IOException {
        ModelStoreTest.write(folder.resolve("m"));
        byte[] whole = Files.readAllBytes(folder.resolve("m"));
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged"), bytes);
            try {
                ModelStore.read(file);
            } catch (StoreException e) {
                assertThat(e.getMessage()).startsWith(file.toString());
            }
        }
    }

    @Test
    void aDocumentInAnotherEncodingIsRefusedOrRead() {
        byte[] bytes = ExperimentStore.text(ExperimentStoreTest.iris().withTitle("Größe"), Path.of("nowhere"))
                .getBytes(StandardCharsets.ISO_8859_1);
        try {
            Json.parse(bytes, "my.json");
        } catch (StoreException e) {
            assertThat(e.getMessage()).startsWith("my.json").contains("UTF-8");
        }
    }
}
