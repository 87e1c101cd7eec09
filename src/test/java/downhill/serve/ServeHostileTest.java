package downhill.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are slow, half open, many, or send whatever comes to hand: who asks well is answered all the while. */
class ServeHostileTest {
    private static final String INFER = "v2/models/m/infer";
    private static final String PREDICT = "v2/models/m/predict";
    private static final String ROW = "{\"rows\":[{\"size\":5,\"kind\":\"red\",\"day\":\"1997-05-19\"}]}";
    private static final String TENSOR = "{\"id\":\"1\",\"inputs\":["
            + "{\"name\":\"size\",\"shape\":[2,1],\"datatype\":\"FP64\",\"data\":[[1.5],[2]]},"
            + "{\"name\":\"kind\",\"shape\":[2],\"datatype\":\"BYTES\",\"data\":[\"red\",null]},"
            + "{\"name\":\"day\",\"shape\":[2],\"datatype\":\"BYTES\",\"data\":[\"1997-05-19\",\"2000-01-01\"]}],"
            + "\"outputs\":[{\"name\":\"label\"}]}";
    private static final List<String> ODD = List.of("null", "-1", "1e400", "[", "]", "{}", "\"\"", "\\ud800", "99999999999999999999",
            "true");

    @TempDir
    private static Path folder;
    private static Asking asking;

    @BeforeAll
    static void serve() {
        asking = Asking.of(ServedModels.write(folder.resolve("m.downhill-model"), 1));
    }

    @AfterAll
    static void end() {
        asking.close();
    }

    private static void answersAllTheSame() {
        assertThat(asking.post(PREDICT, ROW).statusCode()).isEqualTo(200);
    }

    /** A right request with some of its bytes changed, lost, doubled or put elsewhere. */
    private static String spoilt(String right, Random random) {
        StringBuilder text = new StringBuilder(right);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x3000));
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to));
                case 3 -> text.insert(at, ODD.get(random.nextInt(ODD.size())));
                default -> text.insert(random.nextInt(text.length()), text.substring(at, to));
            }
            if (text.length() == 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    @Test
    void spoiltRequestsAreAnsweredOrRefused() {
        spoil(400, 1);
    }

    @Test
    @Tag("soak")
    void manySpoiltRequestsAreAnsweredOrRefused() {
        spoil(100_000, 2);
    }

    private static void spoil(int times, long seed) {
        Random random = new Random(seed);
        int answered = 0;
        for (int i = 0; i < times; i++) {
            boolean rows = random.nextBoolean();
            String body = spoilt(rows ? ROW : TENSOR, random);
            HttpResponse<String> answer = asking.post(rows ? PREDICT : INFER, body);
            assertThat(answer.statusCode()).as(body + "\n" + answer.body()).isIn(200, 400);
            answered += answer.statusCode() == 200 ? 1 : 0;
        }
        assertThat(answered).as("some are only changed where nothing depends on it").isBetween(1, times - 1);
    }

    @Test
    void whoSaysMoreThanComesAndWhoGoesAwayHindersNobody() throws IOException {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Socket socket = new Socket("127.0.0.1", asking.port());
            open.add(socket);
            String begin = switch (i % 3) {
                case 0 -> "";
                case 1 -> "POST /" + PREDICT + " HTT";
                default -> "POST /" + PREDICT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{\"rows\":";
            };
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        }
        answersAllTheSame();
        for (Socket each : open) {
            each.close();
        }
        answersAllTheSame();
    }

    /** Not HTTP, or not quite. */
    @Test
    void bytesThatAreNoRequestAreRefusedOrClosed() throws IOException {
        String post = "POST /" + PREDICT + " HTTP/1.1\r\nHost: localhost\r\n";
        for (String bytes : List.of("\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u0016\u0003\u0001\u0000\u00a5",
                post + "Content-Length: -5\r\n\r\n", post + "Content-Length: many\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET http://[ HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n",
                "GET / HTTP/1.1\r\nX: " + "y".repeat(100_000) + "\r\n\r\n")) {
            try (Socket socket = new Socket("127.0.0.1", asking.port())) {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                assertThat(said(socket)).as(bytes).doesNotContain("\tat ", "HTTP/1.1 200 OK\r\nContent-type: application/json")
                        .matches("(?s)|HTTP/1\\.1 (4|5)\\d\\d.*|HTTP/1\\.1 200 OK.*<!DOCTYPE html>.*");
            }
        }
        answersAllTheSame();
    }

    /** A connection that is reset says nothing more. */
    private static String said(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reset) {
            return "";
        }
    }

    /** One after the other, a gigabyte each in the end. */
    @Test
    @Tag("soak")
    void aBodyOfAGigabyteIsRefused() throws IOException {
        byte[] piece = new byte[1 << 20];
        try (Socket socket = new Socket("127.0.0.1", asking.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /" + PREDICT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (1L << 30) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            try {
                while (sent < 1024) {
                    out.write(piece);
                    sent++;
                }
            } catch (IOException closed) {
                assertThat(sent).as("it is taken in for a while").isPositive();
            }
            assertThat(said(socket)).matches("(?s)|HTTP/1.1 413.*");
        }
        answersAllTheSame();
    }

    /** More than are let in (1000); those beyond are closed, and when they leave there is room again. */
    @Test
    @Tag("soak")
    void tenThousandConnectionsTakeNoMoreThanTheirRoom() throws Exception {
        List<Socket> open = new ArrayList<>();
        int threads = Thread.activeCount();
        for (int i = 0; i < 10_000; i++) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress("127.0.0.1", asking.port()), 2000);
                socket.getOutputStream().write(i % 2 == 0 ? new byte[0] : "POST / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                open.add(socket);
            } catch (IOException full) {
                socket.close();
            }
        }
        assertThat(Thread.activeCount() - threads).isLessThan(300);
        for (Socket each : open) {
            each.close();
        }
        while (true) {
            try {
                answersAllTheSame();
                return;
            } catch (AssertionError closedStill) {
                Thread.sleep(100);
            }
        }
    }

    /** The heap and the threads after a while of load are those of a while later. */
    @Test
    @Tag("soak")
    void memoryStaysFlatUnderLoad() throws Exception {
        int minutes = Integer.getInteger("serve.soak.minutes", 3);
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        long half = System.nanoTime() + minutes * 20_000_000_000L;
        List<Thread> askers = new ArrayList<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        AtomicLong count = new AtomicLong();
        AtomicLong closed = new AtomicLong();
        for (int i = 0; i < 4; i++) {
            Random random = new Random(i);
            askers.add(new Thread(() -> {
                while (System.nanoTime() < end && wrong.isEmpty()) {
                    StringBuilder rows = new StringBuilder();
                    for (int row = random.nextInt(300); row >= 0; row--) {
                        rows.append(rows.length() == 0 ? "" : ",").append("{\"size\":").append(random.nextDouble() * 20)
                                .append(",\"kind\":\"k").append(random.nextInt(10_000)).append("\",\"day\":\"1997-05-19\"}");
                    }
                    try {
                        HttpResponse<String> answer = asking.post(PREDICT, "{\"rows\":[" + rows + "]}");
                        if (answer.statusCode() != 200) {
                            wrong.add(answer.body());
                        }
                        count.incrementAndGet();
                    } catch (AssertionError broken) { // a machine that stood still for longer than the timeout
                        closed.incrementAndGet();
                    }
                }
            }));
        }
        askers.forEach(Thread::start);
        while (System.nanoTime() < half) {
            Thread.sleep(200);
        }
        long before = used();
        for (Thread each : askers) {
            each.join();
        }
        long after = used();
        Files.writeString(Path.of("target", "serve-soak.txt"), count + " requests in " + minutes + " minutes, " + closed + " connections closed; heap in use " + before / 1000
                + " kB after a third, " + after / 1000 + " kB in the end\n");
        assertThat(wrong).isEmpty();
        assertThat(closed.get()).as("of %s requests", count).isLessThan(20 + count.get() / 1000);
        assertThat(after - before).isLessThan(8_000_000);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
