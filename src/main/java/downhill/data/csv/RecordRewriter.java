package downhill.data.csv;

import downhill.data.Dialect;

/**
 * Rewrites a sound record into the form the parser knows: backslash escapes as doubled quotes, one delimiter for a run, no spaces around
 * quotes, no byte order mark but where two halves of a delimiter would meet without it.
 */
final class RecordRewriter {
    private final Dialect dialect;
    private final char quote;
    private final char delimiter;
    private final boolean backslash;
    private final StringBuilder text = new StringBuilder();
    private char[] buffer;
    private int end;

    RecordRewriter(Dialect dialect) {
        this.dialect = dialect;
        this.quote = dialect.quote().isEmpty() ? '\uFFFF' : dialect.quote().charAt(0);
        this.delimiter = dialect.delimiter().charAt(0);
        this.backslash = dialect.escape().equals("\\");
    }

    /** The rewritten record with a line end. */
    char[] rewrite(char[] source, int from, int to) {
        buffer = source;
        end = to;
        text.setLength(0);
        for (int i = from; i < end; ) {
            i = field(i);
            if (i < end) {
                text.append(dialect.delimiter());
                i = afterDelimiter(i);
            }
        }
        if (endsInRun(from)) {
            text.setLength(text.length() - 1);
        }
        return text.append('\n').toString().toCharArray();
    }

    private boolean endsInRun(int from) {
        int length = text.length();
        return dialect.runs() && end > from && length > 1 && text.charAt(length - 1) == delimiter && buffer[end - 1] == delimiter;
    }

    private int afterDelimiter(int at) {
        int i = at + dialect.delimiter().length();
        while (dialect.runs() && i < end && buffer[i] == delimiter) {
            i++;
        }
        return i;
    }

    /** Copies one cell and returns where it ends. */
    private int field(int from) {
        int i = from;
        while (dialect.runs() && text.length() == 0 && i < end && buffer[i] == delimiter) {
            i++;
        }
        int first = i;
        while (first < end && !isDelimiter(first) && (buffer[first] == ' ' || buffer[first] == RecordScanner.BYTE_ORDER_MARK)) {
            first++;
        }
        return first < end && buffer[first] == quote ? quoted(first) : unquoted(i);
    }

    private int unquoted(int from) {
        int i = from;
        int cell = text.length();
        while (i < end && !isDelimiter(i)) {
            if (buffer[i] != RecordScanner.BYTE_ORDER_MARK || joinsADelimiter(cell, i)) {
                text.append(buffer[i]);
            }
            i++;
        }
        return i;
    }

    /** Whether what the cell holds so far and what follows a mark are a delimiter that the record has not. */
    private boolean joinsADelimiter(int cell, int mark) {
        String wanted = dialect.delimiter();
        for (int half = 1; half < wanted.length(); half++) {
            int left = wanted.length() - half;
            boolean before = text.length() - half >= cell && text.substring(text.length() - half).equals(wanted.substring(0, half));
            if (before && mark + left < end && new String(buffer, mark + 1, left).equals(wanted.substring(half))) {
                return true;
            }
        }
        return false;
    }

    private int quoted(int from) {
        text.append(quote);
        int i = from + 1;
        while (i < end) {
            char c = buffer[i++];
            if (backslash && c == '\\' && i < end) {
                escaped(buffer[i++]);
            } else if (c == quote && i < end && buffer[i] == quote) {
                text.append(c).append(buffer[i++]);
            } else if (c == quote) {
                break;
            } else {
                text.append(c);
            }
        }
        text.append(quote);
        while (i < end && !isDelimiter(i)) {
            i++;
        }
        return i;
    }

    private void escaped(char c) {
        if (c == quote) {
            text.append(c);
        }
        text.append(c);
    }

    private boolean isDelimiter(int at) {
        String wanted = dialect.delimiter();
        if (buffer[at] != delimiter || at + wanted.length() > end) {
            return false;
        }
        for (int i = 1; i < wanted.length(); i++) {
            if (buffer[at + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
