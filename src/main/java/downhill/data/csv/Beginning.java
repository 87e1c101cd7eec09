package downhill.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The first lines of a file, in memory. */
final class Beginning {
    private static final int LENGTH = 1 << 17;

    private Beginning() {
    }

    /** The bytes up to the last line feed in the first 128 KB; all if there is none or the file is smaller. */
    static ByteSource of(ByteSource file) throws IOException {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(LENGTH);
        }
        if (Magic.isGzip(head)) {
            return of(new GzipSource(file));
        }
        return ByteSource.of(file.name(), head.length < LENGTH ? head : Arrays.copyOf(head, cut(head)));
    }

    /** In UTF-16 and UTF-32 with the low byte first, the zeros behind the line feed belong to it. */
    private static int cut(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        if (end == 0 || end % 2 == 0 || !isZero(head, end)) {
            return end == 0 ? head.length : end;
        }
        return isZero(head, end + 1) && isZero(head, end + 2) ? end + 3 : end + 1;
    }

    private static boolean isZero(byte[] bytes, int at) {
        return at < bytes.length && bytes[at] == 0;
    }
}
