package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileHashTest {
    @TempDir
    private Path folder;

    /** The examples of FIPS 180-2, appendix B, and the hash of nothing. */
    @ParameterizedTest
    @CsvSource({"'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"})
    void bytesHaveTheHashOfTheStandard(String text, String hash) throws IOException {
        assertThat(FileHash.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(hash);
        Path file = Files.writeString(folder.resolve("text"), text, StandardCharsets.US_ASCII);
        assertThat(FileHash.of(file)).isEqualTo(hash);
    }

    /** The standard's million of a's: many pieces. */
    @Test
    void aLongFileIsReadInPieces() throws IOException {
        Path file = Files.writeString(folder.resolve("long"), "a".repeat(1_000_000));
        AtomicInteger pieces = new AtomicInteger();
        assertThat(FileHash.of(file, pieces::incrementAndGet))
                .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
        assertThat(pieces.get()).isGreaterThan(10);
        assertThatThrownBy(() -> FileHash.of(file, () -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
    }
}
