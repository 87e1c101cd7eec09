package downhill.data.csv;

import downhill.words.Said;

/**
 * How far bytes are valid UTF-8 (RFC 3629). A character cut off at the end of a file that has others does not count: such a file was cut
 * off and is no other encoding.
 *
 * @param multiByte valid sequences of two bytes or more
 * @param invalid   bytes that are part of no valid sequence
 * @param first     where the first of these is, in words, or null
 */
record Utf8Scan(int multiByte, int invalid, Said first) {

    static Utf8Scan of(byte[] bytes, int length, boolean complete) {
        int multi = 0;
        int invalid = 0;
        Said first = null;
        long line = 1;
        int lineStart = 0;
        for (int i = 0; i < length; ) {
            if (bytes[i] >= 0) {
                if (bytes[i] == '\n') {
                    line++;
                    lineStart = i + 1;
                }
                i++;
                continue;
            }
            int size = size(bytes, i, length);
            if (size > 0) {
                multi++;
                i += size;
            } else if ((!complete || multi > 0) && length - i < 4 && expected(bytes[i]) > length - i) {
                break;
            } else {
                invalid++;
                first = first == null ? EncodingGuess.position(bytes[i], line, i - lineStart + 1) : first;
                i++;
            }
        }
        return new Utf8Scan(multi, invalid, first);
    }

    private static int expected(byte lead) {
        int b = lead & 0xFF;
        if (b < 0xC2 || b > 0xF4) {
            return 0;
        }
        if (b < 0xE0) {
            return 2;
        }
        return b < 0xF0 ? 3 : 4;
    }

    /** Length of the valid sequence here, or 0. */
    private static int size(byte[] bytes, int at, int length) {
        int size = expected(bytes[at]);
        if (size == 0 || at + size > length) {
            return 0;
        }
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        boolean tooShort = lead == 0xE0 && second < 0xA0 || lead == 0xF0 && second < 0x90;
        boolean outside = lead == 0xED && second > 0x9F || lead == 0xF4 && second > 0x8F;
        for (int i = 1; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return tooShort || outside ? 0 : size;
    }
}
