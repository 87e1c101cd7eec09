package downhill.data.csv;

import downhill.data.DataException;
import downhill.words.Said;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/**
 * Finds out the encoding from the first bytes: byte order mark, pattern of zero bytes, validity as UTF-8, then the two legacy
 * encodings told apart by whether high bytes come in pairs.
 *
 * @param bomLength bytes to leave out at the start
 */
record EncodingGuess(Charset charset, int bomLength, Decision decision) {
    private static final String WHAT = "encoding";

    static EncodingGuess of(byte[] head, int length, boolean complete, String name) {
        EncodingGuess shown = shown(head, length);
        if (shown != null) {
            return shown;
        }
        refuseBinary(head, length, name);
        return legacyOrUtf8(Utf8Scan.of(head, length, complete), head, length);
    }

    /** What a byte order mark or a pattern of zero bytes shows, or null. */
    static EncodingGuess shown(byte[] head, int length) {
        EncodingGuess marked = byMark(head, length);
        return marked != null ? marked : byZeros(head, length);
    }

    private static EncodingGuess byMark(byte[] b, int n) {
        if (starts(b, n, 0xEF, 0xBB, 0xBF)) {
            return marked("UTF-8", 3);
        }
        if (starts(b, n, 0xFF, 0xFE, 0, 0)) {
            return marked("UTF-32LE", 4);
        }
        if (starts(b, n, 0, 0, 0xFE, 0xFF)) {
            return marked("UTF-32BE", 4);
        }
        if (starts(b, n, 0xFF, 0xFE)) {
            return marked("UTF-16LE", 2);
        }
        return starts(b, n, 0xFE, 0xFF) ? marked("UTF-16BE", 2) : null;
    }

    private static EncodingGuess marked(String charset, int length) {
        return new EncodingGuess(Charset.forName(charset), length, new Decision(WHAT, charset, Said.of("csv.mark"), true));
    }

    private static boolean starts(byte[] bytes, int length, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static EncodingGuess byZeros(byte[] b, int n) {
        int[] zeros = new int[2];
        for (int i = 0; i < n; i++) {
            zeros[i & 1] += b[i] == 0 ? 1 : 0;
        }
        int pairs = n / 2;
        if (pairs >= 2 && zeros[1] >= 0.4 * pairs && zeros[0] <= 0.05 * pairs) {
            return zeros("UTF-16LE");
        }
        return pairs >= 2 && zeros[0] >= 0.4 * pairs && zeros[1] <= 0.05 * pairs ? zeros("UTF-16BE") : null;
    }

    private static EncodingGuess zeros(String charset) {
        return new EncodingGuess(Charset.forName(charset), 0,
                new Decision(WHAT, charset, Said.of("csv.utf16"), false));
    }

    /** @throws DataException if the bytes are no text in an encoding that goes on from ASCII */
    static void refuseBinary(byte[] b, int n, String name) {
        int zeros = 0;
        int control = 0;
        for (int i = 0; i < n; i++) {
            zeros += b[i] == 0 ? 1 : 0;
            control += b[i] >= 0 && b[i] < 32 && "\t\n\r\f\u001B".indexOf(b[i]) < 0 || b[i] == 127 ? 1 : 0;
        }
        if (zeros > Math.max(8, n / 1000) || control > Math.max(8, n / 50)) {
            throw new DataException(Said.of("file.binary", name, control, n));
        }
    }

    private static EncodingGuess legacyOrUtf8(Utf8Scan scan, byte[] head, int length) {
        Charset utf8 = java.nio.charset.StandardCharsets.UTF_8;
        if (scan.invalid() == 0) {
            String found = scan.multiByte() == 1 ? "csv.utf8.one" : "csv.utf8";
            Said reason = scan.multiByte() == 0 ? Said.of("csv.ascii") : Said.of(found, scan.multiByte());
            return new EncodingGuess(utf8, 0, new Decision(WHAT, "UTF-8", reason, true));
        }
        if (scan.multiByte() >= 10L * scan.invalid()) {
            return new EncodingGuess(utf8, 0, new Decision(WHAT, "UTF-8", Said.of("csv.utf8.broken", scan.multiByte(), scan.invalid(),
                    scan.first()), false));
        }
        return legacy(head, length, scan.first());
    }

    /** For bytes that are known not to be UTF-8. */
    static EncodingGuess legacy(byte[] head, int length, Said firstInvalid) {
        boolean chinese = PairScan.looksChinese(head, length);
        String charset = chinese ? "GB18030" : "windows-1252";
        Said reason = Said.reasons(List.of(Said.of("csv.notUtf8", firstInvalid), Said.of(chinese ? "csv.pairs" : "csv.western")));
        return new EncodingGuess(Charset.forName(charset), 0, new Decision(WHAT, charset, reason, false));
    }

    static Said position(int value, long line, long offset) {
        return Said.of("place.byte", String.format(Locale.ROOT, "0x%02X", value & 0xFF), line, offset);
    }
}
