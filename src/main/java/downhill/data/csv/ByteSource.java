package downhill.data.csv;

import downhill.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read more than once. */
interface ByteSource {
    /** Name for messages. */
    String name();

    /** Number of bytes stored. */
    long size();

    InputStream open() throws IOException;

    /**
     * Fails if the bytes are no longer those that were there at first.
     *
     * @throws DataException if so
     */
    default void checkUnchanged() throws IOException {
    }

    /** Bytes in memory. */
    static ByteSource of(String name, byte[] bytes) {
        return new ByteSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
