package downhill.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes bytes strictly and goes on after a broken one: each broken byte b becomes the lone surrogate U+DC00 + b, which no valid text
 * holds, so that the row it is in can be told and left out (the idea of PEP 383).
 */
final class EscapingReader extends Reader {
    private static final int CHUNK = 1 << 16;
    private static final char ESCAPE = 0xDC00;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private boolean ended;
    private long consumed;

    EscapingReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Whether a character stands for a broken byte, given the one before it. */
    static boolean isBroken(char before, char c) {
        return (c & 0xFF80) == 0xDC80 && !Character.isHighSurrogate(before);
    }

    /** The byte that a character stands for. */
    static int brokenByte(char c) {
        return c & 0xFF;
    }

    /** Bytes read so far. */
    long consumed() {
        return consumed;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (chars.position() == 0 && chars.hasRemaining() && step(chars)) {
            assert chars.hasRemaining() || chars.position() > 0;
        }
        return chars.position() == 0 && length > 0 ? -1 : chars.position();
    }

    /** Decodes some more; false at the end of the input. */
    private boolean step(CharBuffer chars) throws IOException {
        if (!ended && bytes.remaining() < 8) {
            fill();
        }
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError()) {
            escape(chars, result.length());
        } else if (result.isOverflow() && chars.position() == 0) {
            throw new IOException("a buffer of one character is too small");
        }
        return !ended || bytes.hasRemaining();
    }

    private void escape(CharBuffer chars, int length) {
        for (int i = 0; i < length && chars.hasRemaining() && bytes.hasRemaining(); i++) {
            int value = bytes.get() & 0xFF;
            chars.put((char) (ESCAPE + (value | 0x80)));
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            consumed += count;
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
