package downhill.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a line of source the patterns whose repeated group may take texts of different lengths: Java's matcher calls itself once for
 * each turn of such a group, so that a text long enough ends it with a full stack. A group that gives nothing back, {@code (…)*+}, is
 * repeated in a loop.
 */
final class RepeatedGroups {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern UNICODE = Pattern.compile("(?<!\\\\)\\\\u[0-9a-fA-F]{4}");
    private static final Pattern AGAIN = Pattern.compile("(?:[*+]|\\{\\d+,\\d*})(?!\\+)");
    private static final Pattern RANGE = Pattern.compile("\\{\\d+,\\d*}");

    private final String pattern;
    private final Deque<Boolean> groups = new ArrayDeque<>();
    private boolean found;

    private RepeatedGroups(String pattern) {
        this.pattern = pattern;
    }

    static boolean within(String line) {
        return LITERAL.matcher(UNICODE.matcher(line).replaceAll("u")).results()
                .anyMatch(literal -> new RepeatedGroups(literal.group(1).translateEscapes()).found());
    }

    private boolean found() {
        int at = 0;
        while (at < pattern.length()) {
            at = after(at);
        }
        return found && groups.isEmpty();
    }

    /** Where reading goes on after what begins here. */
    private int after(int at) {
        switch (pattern.charAt(at)) {
            case '\\' -> {
                return at + 2;
            }
            case '[' -> {
                return afterClass(at + 1);
            }
            case '(' -> {
                groups.push(false);
                return pattern.startsWith("?", at + 1) ? at + 2 : at + 1;
            }
            case ')' -> close(at + 1);
            case '|', '*', '+', '?' -> varies();
            default -> {
                if (begins(RANGE, at)) {
                    varies();
                }
            }
        }
        return at + 1;
    }

    private int afterClass(int first) {
        int at = pattern.startsWith("^", first) ? first + 2 : first + 1;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private void close(int next) {
        if (!groups.isEmpty() && groups.pop()) {
            found |= begins(AGAIN, next);
            varies();
        }
    }

    /** What surrounds this place takes texts of different lengths. */
    private void varies() {
        if (!groups.isEmpty()) {
            groups.pop();
            groups.push(true);
        }
    }

    private boolean begins(Pattern what, int at) {
        Matcher matcher = what.matcher(pattern);
        return matcher.region(Math.min(at, pattern.length()), pattern.length()).useTransparentBounds(true).lookingAt();
    }
}
