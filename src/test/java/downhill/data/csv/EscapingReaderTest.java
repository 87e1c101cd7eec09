package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decoded is the text, whatever the pieces it is read in; what cannot be decoded is still all there. */
class EscapingReaderTest {
    /** Gives out a few bytes at a time. */
    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(5)));
            }
        };
    }

    private static String read(EscapingReader reader, Random random) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] piece = new char[16];
        while (true) {
            int offset = random.nextInt(8);
            int count = reader.read(piece, offset, 2 + random.nextInt(7));
            if (count < 0) {
                return text.toString();
            }
            text.append(piece, offset, count);
        }
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        int[] points = alphabet.codePoints().toArray();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030", "Big5", "Shift_JIS", "windows-1252",
        "ISO-8859-1"})
    void aTextComesThroughWhole(String charset) throws IOException {
        String wide = charset.startsWith("UTF") || charset.equals("GB18030") ? "𝛼💩é東" : charset.contains("1") ? "é" : "東";
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            String text = text(random, "ab1,\n\"" + wide);
            byte[] bytes = text.getBytes(Charset.forName(charset));
            try (EscapingReader reader = new EscapingReader(inPieces(bytes, random), Charset.forName(charset))) {
                assertThat(read(reader, random)).as("seed %d", seed).isEqualTo(text);
                assertThat(reader.consumed()).isEqualTo(bytes.length);
            }
        }
    }

    /** The bytes that a decoded text stands for: those of its characters, and each byte that was broken as it was. */
    private static byte[] encoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        char before = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Character.charCount(point) == 1 && EscapingReader.isBroken(before, (char) point)) {
                bytes.write(EscapingReader.brokenByte((char) point));
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
            i += Character.charCount(point);
            before = text.charAt(i - 1);
        }
        return bytes.toByteArray();
    }

    /** As in PEP 383: the bytes of any file whatever come back. */
    @Test
    void noByteIsLostAndNoneThatIsSoundIsCalledBroken() throws IOException {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            byte[] bytes = text(random, "ab,\né東💩").getBytes(StandardCharsets.UTF_8);
            int damage = bytes.length == 0 ? 0 : random.nextInt(4);
            for (int i = 0; i < damage; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            String decoded = read(new EscapingReader(inPieces(bytes, random), StandardCharsets.UTF_8), random);
            assertThat(encoded(decoded)).as("seed %d", seed).isEqualTo(bytes);
            boolean broken = false;
            for (int i = 0; i < decoded.length(); i++) {
                broken |= EscapingReader.isBroken(i == 0 ? 0 : decoded.charAt(i - 1), decoded.charAt(i));
            }
            assertThat(broken).as("seed %d", seed).isEqualTo(Utf8Scan.of(bytes, bytes.length, true).invalid() > 0
                    || new String(bytes, StandardCharsets.UTF_8).contains("\uFFFD"));
        }
    }

    @Test
    void aTextThatIsCutOffWithinACharacterEndsWithBrokenBytes() throws IOException {
        byte[] bytes = "a💩".getBytes(StandardCharsets.UTF_8);
        for (int length = 2; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            String decoded = read(new EscapingReader(new ByteArrayInputStream(cut), StandardCharsets.UTF_8), new Random(length));
            assertThat(decoded).hasSize(length);
            assertThat(encoded(decoded)).isEqualTo(cut);
        }
    }
}
