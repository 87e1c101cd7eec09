package downhill.data.csv;

import downhill.data.Dialect;

/** What each character is to a {@link RecordScanner}: one of the kinds below, by its code. */
final class CharacterKinds {
    static final byte PLAIN = 0;
    static final byte LINE_FEED = 1;
    static final byte RETURN = 2;
    /** The delimiter's first character. */
    static final byte DELIMITER = 3;
    static final byte QUOTE = 4;
    static final byte SPACE = 5;
    /** U+0000, or a byte that the encoding does not have. */
    static final byte NUL = 6;
    /** The byte order mark. */
    static final byte MARK = 7;

    private CharacterKinds() {
    }

    /** The kinds of all 65,536 characters. */
    static byte[] of(Dialect dialect) {
        byte[] kinds = new byte[1 << 16];
        kinds[0] = NUL;
        kinds[RecordScanner.BYTE_ORDER_MARK] = MARK;
        kinds[' '] = SPACE;
        kinds['\n'] = LINE_FEED;
        kinds['\r'] = RETURN;
        kinds[dialect.delimiter().charAt(0)] = DELIMITER;
        if (!dialect.quote().isEmpty()) {
            kinds[dialect.quote().charAt(0)] = QUOTE;
        }
        for (int c = 0xDC80; c <= 0xDCFF; c++) {
            kinds[c] = NUL;
        }
        return kinds;
    }
}
