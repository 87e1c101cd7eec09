package downhill.data.csv;

import downhill.data.DataException;
import downhill.words.Said;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip file seen as what is in it, within limits, so that a small file cannot fill the memory. */
record GzipSource(ByteSource packed) implements ByteSource {
    private static final long ALWAYS_ALLOWED = 64L << 20;
    private static final long MAX_RATIO = 200;

    @Override
    public String name() {
        return packed.name();
    }

    @Override
    public long size() {
        return packed.size();
    }

    @Override
    public InputStream open() throws IOException {
        InputStream in = packed.open();
        try {
            return new Limited(new GZIPInputStream(in, 1 << 16), Math.max(ALWAYS_ALLOWED, packed.size() * MAX_RATIO), name());
        } catch (IOException noGzip) {
            in.close();
            throw noGzip;
        }
    }

    @Override
    public void checkUnchanged() throws IOException {
        packed.checkUnchanged();
    }

    private static final class Limited extends CountedStream {
        private final String name;
        private long left;

        Limited(InputStream in, long limit, String name) {
            super(in);
            this.left = limit;
            this.name = name;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = unpacked(target, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new DataException(Said.of("file.bomb", name, MAX_RATIO));
            }
            return count;
        }

        /** What is wrong within a packed file shows only where one comes to it. */
        private int unpacked(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (ZipException | EOFException e) {
                throw new DataException(Said.of("file.gzip", name), e);
            }
        }
    }
}
