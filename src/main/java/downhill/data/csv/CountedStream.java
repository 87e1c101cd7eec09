package downhill.data.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose single bytes are read as arrays of one, so that what counts bytes has one place to do it. */
class CountedStream extends FilterInputStream {
    CountedStream(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
