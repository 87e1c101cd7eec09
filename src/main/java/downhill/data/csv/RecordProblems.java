package downhill.data.csv;

/** Words for what is wrong with a record. */
final class RecordProblems {
    private RecordProblems() {
    }

    static String found(ProblemKind kind, String raw, String encoding) {
        return switch (kind) {
            case UNCLOSED_QUOTE -> "A quote is opened and never closed.";
            case TEXT_AFTER_QUOTE -> "Text follows a closing quote.";
            case NUL_CHARACTER -> "The row holds a NUL character.";
            case INVALID_BYTES -> "The row holds bytes that are not valid " + encoding + " (" + brokenBytes(raw) + ").";
            case FIELD_TOO_LONG -> "The line is longer than 8 million characters.";
            default -> "The row cannot be read.";
        };
    }

    static String done(ProblemKind kind) {
        return switch (kind) {
            case UNCLOSED_QUOTE -> "The line was left out. To keep it, close the quote, or choose another quote character.";
            case TEXT_AFTER_QUOTE -> "The row was left out. To keep it, double the quotes within the cell.";
            case INVALID_BYTES -> "The row was left out. To keep it, choose another encoding.";
            default -> "The row was left out.";
        };
    }

    private static String brokenBytes(String raw) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < raw.length() && bytes.length() < 20; i++) {
            if (EscapingReader.isBroken(i == 0 ? 0 : raw.charAt(i - 1), raw.charAt(i))) {
                bytes.append(bytes.length() == 0 ? "" : " ").append(String.format(java.util.Locale.ROOT, "0x%02X", EscapingReader.brokenByte(raw.charAt(i))));
            }
        }
        return bytes.toString();
    }
}
