package downhill.data.csv;

import downhill.words.Said;
import java.util.Arrays;

/** What was seen of bytes that do not belong to the encoding, to tell a few broken ones from another encoding. */
final class BrokenBytes {
    private static final int KEPT = 1 << 16;

    private final StringBuilder broken = new StringBuilder();
    private long rows;
    private long firstLine;
    private boolean soundBeyondAscii;

    /** A row that was rejected for its bytes. */
    void add(long line, String raw) {
        firstLine = rows++ == 0 ? line : firstLine;
        if (broken.length() < KEPT) {
            broken.append(raw);
        }
    }

    /** A cell of a sound row. */
    void see(Shape shape, char[] chars, int start, int end) {
        if (shape != Shape.TEXT || soundBeyondAscii) {
            return;
        }
        for (int i = start; i < end; i++) {
            soundBeyondAscii |= chars[i] >= 0x80;
        }
    }

    /** Broken bytes and not one sound character beyond ASCII: the text was never in this encoding. */
    boolean showAnotherEncoding() {
        return rows > 0 && !soundBeyondAscii;
    }

    /** The encoding that these bytes look like. */
    EncodingGuess guess() {
        byte[] bytes = bytes();
        return EncodingGuess.legacy(bytes, bytes.length, Said.of("bytes.where", firstLine));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[broken.length()];
        int length = 0;
        for (int i = 0; i < broken.length(); i++) {
            char c = broken.charAt(i);
            if (c < 0x80 || EscapingReader.isBroken((char) 0, c)) {
                bytes[length++] = (byte) c;
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
