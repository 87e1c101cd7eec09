package downhill.data.csv;

import java.io.IOException;
import java.io.InputStream;

/**
 * What of a file a pass goes over.
 *
 * @param from  bytes before it; 0 with all that is before the table
 * @param to    bytes of the file up to its end
 * @param line  of the file at which it begins, from 1
 * @param marks told where records begin
 */
record Stretch(long from, long to, long line, Landmarks marks) {
    /** All of it. */
    static final Stretch WHOLE = noting(Landmarks.NONE);

    /** All of it, noting where records begin. */
    static Stretch noting(Landmarks marks) {
        return new Stretch(0, Long.MAX_VALUE, 1, marks);
    }

    /** Whether the names of the columns are in it, where the file has them. */
    boolean isBeginning() {
        return from == 0;
    }

    EscapingReader text(Opening opening) throws IOException {
        InputStream in = opening.source().open();
        long start = Math.max(from, opening.bomLength());
        in.skipNBytes(start);
        return new EscapingReader(new Bounded(in, to - start), opening.charset());
    }

    /** So many bytes of another stream. */
    private static final class Bounded extends CountedStream {
        private long left;

        Bounded(InputStream in, long left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = left == 0 ? -1 : super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
