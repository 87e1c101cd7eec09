package downhill.optim;

import downhill.expr.FormulaException;
import downhill.expr.Span;
import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The text of a rule file, which is UTF-8. */
public final class RuleText {
    /** More than any rule has; a file of another kind may be too large to be held. */
    private static final int MOST_BYTES = 1 << 20;
    private static final String MARK = "\uFEFF";

    private RuleText() {
    }

    /** Reads a file, or as much of it as shows that it is no rule; what is wrong with it is a {@link FormulaException}. */
    public static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(MOST_BYTES));
        }
    }

    /**
     * Decodes a file's bytes, without a mark at their beginning; where they are not UTF-8, the {@link FormulaException} names the
     * first place.
     */
    public static String of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        CharBuffer out = CharBuffer.allocate(file.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // it reports what is malformed, and stands there
        boolean malformed = decoder.decode(in, out, file.length < MOST_BYTES).isError();
        String decoded = out.flip().toString();
        String text = decoded.startsWith(MARK) ? decoded.substring(1) : decoded;
        int zero = text.indexOf('\0'); // Latin letters in UTF-16 are UTF-8 too, with a zero beside each
        if (zero >= 0) {
            throw notUtf8(text.substring(0, zero), (byte) 0);
        }
        if (malformed) {
            throw notUtf8(text, file[in.position()]);
        }
        return text;
    }

    private static FormulaException notUtf8(String before, byte found) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new FormulaException(new Span(line, column, 0),
                Said.of("rule.utf8", "0x" + HexFormat.of().withUpperCase().toHexDigits(found)));
    }
}
