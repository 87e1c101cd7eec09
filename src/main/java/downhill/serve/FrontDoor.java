package downhill.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import downhill.data.DataException;
import downhill.words.RefusedException;
import downhill.words.Said;
import downhill.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Takes requests in, has them answered, and turns whatever fails into one sentence. For any threads. */
final class FrontDoor {
    private static final Words CHINESE = Words.of(Locale.SIMPLIFIED_CHINESE);
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final List<String> READY = List.of("v2", "health", "ready");
    private static final int PIECE = 1 << 16;

    private final Routes routes;
    private final ServeLimits limits;
    private final Access access;
    private final Tally tally;
    private volatile boolean shut;
    private volatile boolean rehearsing;

    FrontDoor(Routes routes, ServeLimits limits, Access access, Tally tally) {
        this.routes = routes;
        this.limits = limits;
        this.access = access;
        this.tally = tally;
    }

    /** Lets nobody in any more. */
    void shut() {
        shut = true;
    }

    /** Whether it is not ready yet, though it answers who asks. */
    void rehearsing(boolean now) {
        rehearsing = now;
    }

    void handle(HttpExchange exchange) {
        long start = System.nanoTime();
        int others = tally.begin() - 1;
        Routes.Subject subject = new Routes.Subject("", "other", false);
        try (exchange) {
            Reply reply;
            try {
                Call call = Call.of(exchange);
                subject = routes.subject(call);
                reply = answer(call, subject, others);
            } catch (RuntimeException | IOException | VirtualMachineError failed) {
                reply = failure(failed, words(exchange));
            }
            tally.done(subject.model(), subject.what(), reply.status(), System.nanoTime() - start);
            send(exchange, reply);
        } catch (IOException gone) {
            LoggerFactory.getLogger(FrontDoor.class).debug("a client left", gone);
        } finally {
            tally.end();
        }
    }

    private Reply answer(Call call, Routes.Subject subject, int others) throws IOException {
        if (shut && !call.path().equals(List.of("v2", "health", "live"))) {
            throw new RequestException(503, Said.of("serve.stopping"));
        }
        if (rehearsing && call.path().equals(READY)) {
            throw new RequestException(503, Said.of("serve.rehearsing"));
        }
        if (!subject.open()) {
            access.check(call.header("Authorization"), call.header("Host"), call.header("Origin"));
        }
        if (subject.isWork() && others >= limits.waiting()) {
            throw new RequestException(429, Said.of("serve.many", limits.waiting()));
        }
        return routes.answer(call, subject);
    }

    private static Words words(HttpExchange exchange) {
        String language = exchange.getRequestHeaders().getFirst("Accept-Language");
        return language != null && language.strip().regionMatches(true, 0, "zh", 0, 2) ? CHINESE : Words.ENGLISH;
    }

    private static Reply failure(Throwable failed, Words words) {
        if (failed instanceof RequestException refused) {
            return Reply.error(refused.status(), refused.said(), words);
        }
        if (failed instanceof DataException || failed instanceof RefusedException) {
            return Reply.error(400, Said.message(failed), words);
        }
        LoggerFactory.getLogger(FrontDoor.class).error("unexpected", failed);
        return Reply.error(500, Said.of("serve.unexpected"), words);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        reply.more().forEach(headers::set);
        boolean unread = reply.status() >= 400;
        if (unread) {
            headers.set("Connection", "close");
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), head || reply.bytes().length == 0 ? -1 : reply.bytes().length);
        OutputStream out = exchange.getResponseBody();
        if (!head) {
            out.write(reply.bytes());
            out.flush();
        }
        if (unread) {
            drain(exchange.getRequestBody());
        }
    }

    /** Who still sends would not read the answer; so some of it is taken in and thrown away. */
    private static void drain(InputStream in) throws IOException {
        byte[] piece = new byte[PIECE];
        long end = System.nanoTime() + DRAIN_NANOS;
        while (System.nanoTime() < end && in.read(piece) >= 0) {
            continue;
        }
    }
}
