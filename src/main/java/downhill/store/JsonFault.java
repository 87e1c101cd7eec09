package downhill.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first place where a text is no JSON (RFC 8259, without names that stand twice), and what should stand there.
 *
 * @param line   from 1
 * @param column from 1, in characters
 * @param reason in words for people, a sentence without its full stop
 */
record JsonFault(int line, int column, String reason) {
    /** Found; thrown through the levels of the text. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int at;

        Found(int at, String reason) {
            super(reason, null, false, false);
            this.at = at;
        }
    }

    /** Empty where there is none that this class knows of. */
    static Optional<JsonFault> in(byte[] bytes, boolean notNumbers) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        if (decoder.decode(left, text, true).isError()) {
            String wrong = String.format(Locale.ROOT, "0x%02X", left.get(left.position()) & 0xff);
            return Optional.of(at(text.flip().toString(), Integer.MAX_VALUE, "text in UTF-8 was expected, but the byte " + wrong + " stands there"));
        }
        return in(text.flip().toString(), notNumbers);
    }

    private static Optional<JsonFault> in(String text, boolean notNumbers) {
        try {
            new Reader(text, notNumbers).read();
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(at(text, found.at, found.getMessage()));
        }
    }

    private static JsonFault at(String text, int at, String reason) {
        String before = text.substring(0, Math.min(at, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int start = before.lastIndexOf('\n') + 1;
        return new JsonFault(line, before.codePointCount(start, before.length()) + 1, reason);
    }

    private static final class Reader {
        private static final int DEEPEST = 1000;
        private static final int SHOWN = 20;
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        private static final Pattern ESCAPE = Pattern.compile("u[0-9a-fA-F]{4}");
        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.+-]+");
        private static final Set<String> LITERALS = Set.of("true", "false", "null");
        private static final Set<String> NOT_NUMBERS = Set.of("NaN", "Infinity", "-Infinity", "+Infinity", "INF", "-INF", "+INF");

        private final String text;
        private final boolean notNumbers;
        private int at;

        Reader(String text, boolean notNumbers) {
            this.text = text;
            this.notNumbers = notNumbers;
            at = text.startsWith("\ufeff") ? 1 : 0;
        }

        void read() {
            value(0);
            skip();
            if (at < text.length()) {
                throw wrong("the end of the file");
            }
        }

        private void value(int depth) {
            skip();
            switch (peek()) {
                case '{' -> object(depth + 1);
                case '[' -> list(depth + 1);
                case '"' -> string();
                default -> word();
            }
        }

        private void object(int depth) {
            Set<String> names = new HashSet<>();
            boolean more = opens('}', depth);
            while (more) {
                skip();
                if (peek() != '"') {
                    throw wrong(names.isEmpty() ? "a name in quotes or }" : "a name in quotes");
                }
                int start = at;
                String name = string();
                if (!names.add(name)) {
                    throw new Found(start, "the name " + name + " stands twice in one object");
                }
                skip();
                take(':', "a colon");
                value(depth);
                more = goesOn('}', "a comma or }");
            }
        }

        private void list(int depth) {
            boolean more = opens(']', depth);
            while (more) {
                value(depth);
                more = goesOn(']', "a comma or ]");
            }
        }

        private boolean opens(char end, int depth) {
            at++;
            skip();
            if (depth > DEEPEST) {
                throw wrong("no deeper level");
            }
            return !at(end);
        }

        private boolean goesOn(char end, String expected) {
            skip();
            if (at(end)) {
                return false;
            }
            take(',', expected);
            return true;
        }

        /** With its quotes, as it is written. */
        private String string() {
            int start = at++;
            while (peek() != '"') {
                if (peek() < ' ') {
                    throw wrong("a closing quote"); // at the end of the file too
                }
                at++;
                if (text.charAt(at - 1) == '\\') {
                    escape();
                }
            }
            at++;
            return text.substring(start, at);
        }

        private void escape() {
            boolean unicode = peek() == 'u' && ESCAPE.matcher(text).region(at, text.length()).lookingAt();
            if (!unicode && "\"\\/bfnrt".indexOf(peek()) < 0) {
                throw wrong("an escape such as \\n or \\u00e9");
            }
            at += unicode ? 5 : 1;
        }

        private void word() {
            Matcher word = WORD.matcher(text).region(at, text.length());
            String found = word.lookingAt() ? word.group() : "";
            boolean number = NUMBER.matcher(found).matches() || notNumbers && NOT_NUMBERS.contains(found);
            if (!number && !LITERALS.contains(found)) {
                throw wrong(found.matches("[-+.]?[0-9].*") ? "a number such as 0.5" : "a value");
            }
            at += found.length();
        }

        private boolean at(char wanted) {
            boolean here = peek() == wanted;
            at += here ? 1 : 0;
            return here;
        }

        private void take(char wanted, String words) {
            if (!at(wanted)) {
                throw wrong(words);
            }
        }

        private void skip() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        /** 0 at the end. */
        private char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        private Found wrong(String expected) {
            return new Found(at, at >= text.length() ? expected + " was expected, but the file ends" : expected + " was expected, but " + here() + " stands there");
        }

        private String here() {
            Matcher word = WORD.matcher(text).region(at, text.length());
            if (word.lookingAt()) {
                String found = word.group();
                return '"' + (found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…") + '"';
            }
            int point = text.codePointAt(at);
            if (point == '\n' || point == '\r') {
                return "a line break";
            }
            return Character.isISOControl(point) ? "a control character" : '"' + Character.toString(point) + '"';
        }
    }
}
