package downhill.data.csv;

import downhill.words.Said;

/** Words for what is wrong with a record. */
final class RecordProblems {
    private RecordProblems() {
    }

    static Said found(ProblemKind kind, String raw, String encoding) {
        return switch (kind) {
            case UNCLOSED_QUOTE -> Said.of("csv.say.unclosed");
            case TEXT_AFTER_QUOTE -> Said.of("csv.say.afterQuote");
            case NUL_CHARACTER -> Said.of("csv.say.nul");
            case INVALID_BYTES -> Said.of("csv.say.bytes", encoding, brokenBytes(raw));
            case FIELD_TOO_LONG -> Said.of("csv.say.long");
            default -> Said.of("csv.say.unreadable");
        };
    }

    static Said done(ProblemKind kind) {
        return switch (kind) {
            case UNCLOSED_QUOTE -> Said.of("csv.do.unclosed");
            case TEXT_AFTER_QUOTE -> Said.of("csv.do.afterQuote");
            case INVALID_BYTES -> Said.of("csv.do.bytes");
            default -> Said.of("csv.do.row");
        };
    }

    private static String brokenBytes(String raw) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < raw.length() && bytes.length() < 20; i++) {
            if (EscapingReader.isBroken(i == 0 ? 0 : raw.charAt(i - 1), raw.charAt(i))) {
                bytes.append(bytes.length() == 0 ? "" : " ")
                        .append(String.format(java.util.Locale.ROOT, "0x%02X", EscapingReader.brokenByte(raw.charAt(i))));
            }
        }
        return bytes.toString();
    }
}
