package downhill.store;

import downhill.words.Said;
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
record JsonFault(int line, int column, Said reason) {
    /** Found; thrown through the levels of the text. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int at;
        private final transient Said reason;

        Found(int at, Said reason) {
            super(null, null, false, false);
            this.at = at;
            this.reason = reason;
        }
    }

    /** Empty where there is none that this class knows of. */
    static Optional<JsonFault> in(byte[] bytes, boolean notNumbers) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        if (decoder.decode(left, text, true).isError()) {
            String wrong = String.format(Locale.ROOT, "0x%02X", left.get(left.position()) & 0xff);
            return Optional.of(at(text.flip().toString(), Integer.MAX_VALUE, Said.of("json.expected.byte", wrong)));
        }
        return in(text.flip().toString(), notNumbers);
    }

    private static Optional<JsonFault> in(String text, boolean notNumbers) {
        try {
            new Reader(text, notNumbers).read();
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(at(text, found.at, found.reason));
        }
    }

    private static JsonFault at(String text, int at, Said reason) {
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
                throw wrong(Said.of("json.want.end"));
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
                    throw wrong(names.isEmpty() ? Said.of("json.want.nameOrEnd") : Said.of("json.want.name"));
                }
                int start = at;
                String name = string();
                if (!names.add(name)) {
                    throw new Found(start, Said.of("json.twice", name));
                }
                skip();
                take(':', Said.of("json.want.colon"));
                value(depth);
                more = goesOn('}', Said.of("json.want.commaOrBrace"));
            }
        }

        private void list(int depth) {
            boolean more = opens(']', depth);
            while (more) {
                value(depth);
                more = goesOn(']', Said.of("json.want.commaOrBracket"));
            }
        }

        private boolean opens(char end, int depth) {
            at++;
            skip();
            if (depth > DEEPEST) {
                throw wrong(Said.of("json.want.level"));
            }
            return !at(end);
        }

        private boolean goesOn(char end, Said expected) {
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
                    throw wrong(Said.of("json.want.quote")); // at the end of the file too
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
                throw wrong(Said.of("json.want.escape", "\\n", "\\u00e9"));
            }
            at += unicode ? 5 : 1;
        }

        private void word() {
            Matcher word = WORD.matcher(text).region(at, text.length());
            String found = word.lookingAt() ? word.group() : "";
            boolean number = NUMBER.matcher(found).matches() || notNumbers && NOT_NUMBERS.contains(found);
            if (!number && !LITERALS.contains(found)) {
                throw wrong(found.matches("[-+.]?[0-9].*") ? Said.of("json.want.number", 0.5) : Said.of("json.want.value"));
            }
            at += found.length();
        }

        private boolean at(char wanted) {
            boolean here = peek() == wanted;
            at += here ? 1 : 0;
            return here;
        }

        private void take(char wanted, Said words) {
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

        private Found wrong(Said expected) {
            return new Found(at, at >= text.length() ? Said.of("json.ends", expected) : Said.of("json.expected", expected, here()));
        }

        private Said here() {
            Matcher word = WORD.matcher(text).region(at, text.length());
            if (word.lookingAt()) {
                String found = word.group();
                return Said.plain('"' + (found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "…") + '"');
            }
            int point = text.codePointAt(at);
            if (point == '\n' || point == '\r') {
                return Said.of("json.break");
            }
            return Character.isISOControl(point) ? Said.of("json.control") : Said.plain('"' + Character.toString(point) + '"');
        }
    }
}
