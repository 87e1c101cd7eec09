package downhill.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour at half of what the server can: {@code mvn test -Phour}. {@code -Dserve.hour.minutes=3 -Dserve.hour.rate=2000} asks for less; what
 * was in use in each tenth of the time stands in {@code target/serve-hour.txt}.
 */
@Tag("hour")
class ServeHourTest {
    private static final int PARTS = 10;
    private static final int CLIENTS = 16;
    private static final double SECOND = 1e9;
    private static final Path FIGURES = Path.of("target", "serve-hour.txt");
    /** Bytes by which the heap in use of the last parts may be above that of the first ones after warming up. */
    private static final long MORE = 4_000_000;
    private static final String BODY = "{\"rows\":[{\"size\":5,\"kind\":\"red\",\"day\":\"1997-05-19\"}]}";
    private static final byte[] REQUEST = ascii("POST /v2/models/m/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + BODY.length()
            + "\r\n\r\n" + BODY);
    private static final byte[] GOOD = ascii("HTTP/1.1 200");
    private static final byte[] BUSY = ascii("HTTP/1.1 503");
    private static final byte[] END = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("Content-length: ");
    private static final byte[] PREDICTION = ascii("\"prediction\"");

    private final long minutes = Long.getLong("serve.hour.minutes", 60);
    private final long rate = Long.getLong("serve.hour.rate", 7500);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    @Test
    void memoryIsFlatForAnHourAtHalfOfWhatItCan() throws Exception {
        long length = minutes * 60_000_000_000L;
        try (Asking asking = new Asking(ServeLimits.DEFAULT, Access.ofThisMachine(),
                "m=" + ServedModels.write(folder.resolve("m.downhill-model"), 1))) {
            long start = System.nanoTime();
            List<Thread> clients = IntStream.range(0, CLIENTS).mapToObj(i -> new Thread(() -> ask(asking.port(), start, start + length)))
                    .toList();
            clients.forEach(Thread::start);
            List<String> lines = new ArrayList<>();
            long[] used = new long[PARTS];
            int[] threads = new int[PARTS];
            for (int part = 0; part < PARTS; part++) {
                long until = start + length * (part + 1) / PARTS;
                while (System.nanoTime() < until && wrong.isEmpty()) {
                    LockSupport.parkNanos(Math.max(1, until - System.nanoTime()));
                }
                used[part] = used();
                threads[part] = Thread.activeCount();
                lines.add(String.format("%.1f min: %d requests, %.1f MB in use, %d threads", (part + 1.0) * minutes / PARTS, answered.get(),
                        used[part] / 1e6, threads[part]));
                Files.write(FIGURES, lines);
            }
            for (Thread each : clients) {
                each.join();
            }
            double perSecond = answered.get() / ((System.nanoTime() - start) / SECOND);
            lines.add(String.format("%.0f requests a second of %d, %d cut off or told to come again", perSecond, rate, busy.get()));
            Files.write(FIGURES, lines);
            assertThat(wrong).isEmpty();
            assertThat(busy.get()).as("of %s", answered).isLessThan(20 + answered.get() / 1000);
            assertThat(least(used, PARTS - 3, PARTS)).as("%s", lines).isLessThan(least(used, 1, 4) + MORE);
            assertThat(threads[PARTS - 1]).as("threads").isLessThanOrEqualTo(threads[1] + 2);
        }
    }

    private static long least(long[] used, int from, int to) {
        return IntStream.range(from, to).mapToLong(i -> used[i]).min().orElseThrow();
    }

    /** One client, at its share of the rate; where the machine cannot, as fast as that can. Who is cut off connects again. */
    private void ask(int port, long start, long end) {
        long sent = 0;
        while (System.nanoTime() < end && wrong.isEmpty()) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setTcpNoDelay(true);
                Answer answer = new Answer(socket.getInputStream());
                for (; System.nanoTime() < end && wrong.isEmpty(); sent++) {
                    long due = start + (long) (sent * SECOND * CLIENTS / rate);
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    socket.getOutputStream().write(REQUEST);
                    answer(answer);
                }
            } catch (IOException cut) { // a machine that stood still for longer than the timeout
                busy.incrementAndGet();
            }
        }
    }

    private void answer(Answer answer) throws IOException {
        answer.read();
        if (answer.begins(BUSY)) { // the same
            busy.incrementAndGet();
        } else if (!answer.begins(GOOD) || !answer.holds(PREDICTION)) {
            wrong.add(answer.toString());
        } else {
            answered.incrementAndGet();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** An answer of one connection at a time, read as it is: a client that is dear would be what is measured. */
    private static final class Answer {
        private final byte[] bytes = new byte[1 << 14];
        private final InputStream in;
        private int length;

        Answer(InputStream in) {
            this.in = in;
        }

        void read() throws IOException {
            length = 0;
            int body = -1;
            while (body < 0 || length < body + contentLength(body)) {
                int more = in.read(bytes, length, bytes.length - length);
                if (more <= 0) {
                    throw new IOException("closed");
                }
                length += more;
                int end = find(END, length);
                body = end < 0 ? -1 : end + END.length;
            }
        }

        private int contentLength(int body) {
            int at = find(LENGTH, body) + LENGTH.length;
            int value = 0;
            for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                value = 10 * value + bytes[at] - '0';
            }
            return value;
        }

        boolean begins(byte[] with) {
            return Arrays.mismatch(bytes, 0, with.length, with, 0, with.length) < 0;
        }

        boolean holds(byte[] what) {
            return find(what, length) >= 0;
        }

        private int find(byte[] what, int end) {
            for (int at = 0; at + what.length <= end; at++) {
                if (Arrays.mismatch(bytes, at, at + what.length, what, 0, what.length) < 0) {
                    return at;
                }
            }
            return -1;
        }

        @Override
        public String toString() {
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
