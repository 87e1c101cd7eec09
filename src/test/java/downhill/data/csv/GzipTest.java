package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataException;
import downhill.data.ImportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed tables are those that were packed; damaged ones are refused in a sentence. */
class GzipTest {
    private static byte[] packed(String... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : parts) {
            try (OutputStream packing = new GZIPOutputStream(bytes)) {
                packing.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String table(int rows) {
        Random random = new Random(rows);
        return "x,y\n" + IntStream.range(0, rows).mapToObj(i -> i + "," + random.nextDouble() + "\n").collect(Collectors.joining());
    }

    private static String shown(Reading reading) {
        return IntStream.range(0, reading.imported().table().rows()).mapToObj(row -> reading.columns().stream()
                .map(column -> column.text(row)).toList().toString()).collect(Collectors.joining("\n"));
    }

    @Test
    void aPackedTableIsTheTableInOnePieceOrInSeveral() throws IOException {
        String text = table(700);
        String plain = shown(Reading.of(text));
        assertThat(shown(Reading.of(packed(text)))).isEqualTo(plain);
        assertThat(shown(Reading.of(packed(text.substring(0, 50), text.substring(50, 51), "", text.substring(51))))).isEqualTo(plain);
    }

    /** Cut off anywhere, it is refused; never read as a shorter table. */
    @Test
    void aPackedTableThatIsCutOffIsRefused() throws IOException {
        byte[] whole = packed(table(100));
        for (int length = 3; length < whole.length; length += 1 + length / 40) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> CsvImport.read(new java.io.ByteArrayInputStream(cut), "cut.csv.gz", ImportOptions.DEFAULT, Map.of(),
                    downhill.data.Progress.NONE)).as("%d of %d bytes", length, whole.length)
                    .isInstanceOfAny(DataException.class, IOException.class);
        }
    }

    /** So is a file on disk of which the damage comes far behind its beginning, in a sentence about it. */
    @Test
    void damageFarWithinAPackedFileIsToldInASentence(@TempDir Path folder) throws IOException {
        byte[] whole = packed(table(60_000));
        byte[] changed = whole.clone();
        changed[whole.length - 6] ^= 0x10;
        for (byte[] bytes : List.of(Arrays.copyOf(whole, whole.length - 9), changed)) {
            Path file = Files.write(folder.resolve("far.csv.gz"), bytes);
            assertThatThrownBy(() -> CsvImport.read(file)).isInstanceOf(DataException.class).hasMessage(
                    file + ": This gzip file is damaged. Get or pack it again.");
        }
    }

    @Test
    void aDamagedByteIsNeverReadAsAnotherTable() throws IOException {
        String text = table(60);
        String plain = shown(Reading.of(text));
        byte[] whole = packed(text);
        for (int at = 10; at < whole.length; at += 7) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            String read;
            try {
                read = shown(Reading.of(damaged));
            } catch (DataException | java.io.UncheckedIOException refused) {
                continue;
            }
            assertThat(read).as("byte %d", at).isEqualTo(plain);
        }
    }
}
