package downhill.data.csv;

import downhill.data.Dialect;

/** Rewrites a sound record into the form the parser knows: escapes as doubled quotes, one delimiter for a run, no byte order mark. */
final class RecordRewriter {
    private final Dialect dialect;
    private final char quote;
    private final StringBuilder text = new StringBuilder();

    RecordRewriter(Dialect dialect) {
        this.dialect = dialect;
        this.quote = dialect.quote().isEmpty() ? '\uFFFF' : dialect.quote().charAt(0);
    }

    /** The rewritten record with a line end. */
    char[] rewrite(char[] buffer, int start, int end) {
        text.setLength(0);
        boolean inQuotes = false;
        boolean fresh = true;
        char delimiter = dialect.delimiter().charAt(0);
        for (int i = start; i < end; i++) {
            char c = buffer[i];
            if (c == RecordScanner.BYTE_ORDER_MARK) {
                continue;
            }
            if (inQuotes && c == '\\' && dialect.escape().equals("\\") && i + 1 < end) {
                escaped(buffer[++i]);
                continue;
            }
            if (!inQuotes && dialect.runs() && c == delimiter) {
                appendOnce(delimiter, fresh);
                fresh = true;
                continue;
            }
            if (c == quote && inQuotes && i + 1 < end && buffer[i + 1] == quote) {
                text.append(c).append(buffer[++i]);
                continue;
            }
            if (c == quote && (inQuotes || fresh)) {
                inQuotes = !inQuotes;
            }
            fresh = !inQuotes && (c == delimiter || fresh && c == ' ');
            text.append(c);
        }
        trimRun(delimiter);
        return text.append('\n').toString().toCharArray();
    }

    private void escaped(char c) {
        if (c == quote) {
            text.append(c);
        }
        text.append(c);
    }

    private void appendOnce(char delimiter, boolean fresh) {
        if (!fresh) {
            text.append(delimiter);
        }
    }

    private void trimRun(char delimiter) {
        int length = text.length();
        if (dialect.runs() && length > 0 && text.charAt(length - 1) == delimiter) {
            text.setLength(length - 1);
        }
    }
}
