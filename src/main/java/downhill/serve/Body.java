package downhill.serve;

import downhill.words.Said;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/** Reads the bodies of requests: none larger than one may be, and all together no more than a part of the memory. */
final class Body {
    private static final int SHARE = 16;
    /** A Semaphore counts to no more, in kilobytes. */
    private static final long LARGEST = Integer.MAX_VALUE / 2;

    private final int most;
    private final Semaphore kilobytes;

    /** @param most bytes of one */
    Body(int most) {
        this.most = most;
        long all = Math.max(Runtime.getRuntime().maxMemory() / SHARE, most) / 1024 + 1;
        this.kilobytes = new Semaphore((int) Math.min(LARGEST, all));
    }

    /** What is done with a body. */
    interface Use {
        Reply with(byte[] body) throws IOException;
    }

    /**
     * Reads the body and has it used.
     *
     * @param length that the request announces; -1 for none
     * @throws RequestException with 413 where it is too large, 429 where others take all the room
     */
    Reply read(InputStream in, long length, Use use) throws IOException {
        if (length > most) {
            throw tooLarge();
        }
        int taken = (int) ((length < 0 ? most : length) / 1024 + 1);
        if (!kilobytes.tryAcquire(taken)) {
            throw new RequestException(429, Said.of("serve.room"));
        }
        try {
            byte[] body = in.readNBytes(most);
            if (body.length == most && in.read() >= 0) {
                throw tooLarge();
            }
            return use.with(body);
        } finally {
            kilobytes.release(taken);
        }
    }

    private RequestException tooLarge() {
        return new RequestException(413, Said.of("serve.large", most));
    }
}
