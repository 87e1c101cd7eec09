package downhill.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.store.ModelStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is full says so, at once, and takes again when there is room. */
class ServeLimitsTest {
    private static final Reply GOOD = Reply.text("text/plain", "good");

    @TempDir
    private Path folder;

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void refused(ThrowingCallable call, int status) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RequestException.class, each -> assertThat(each.status()).isEqualTo(status));
    }

    @Test
    void bodiesTogetherTakeAPartOfTheMemory() throws IOException {
        int all = (int) Math.min(1 << 30, Runtime.getRuntime().maxMemory() / 16);
        Body bodies = new Body(all);
        Reply outer = bodies.read(bytes("a"), -1, body -> {
            refused(() -> bodies.read(bytes("b"), -1, inner -> GOOD), 429);
            return GOOD;
        });
        assertThat(outer).isSameAs(GOOD);
        assertThat(bodies.read(bytes("c"), -1, body -> GOOD)).as("what was taken is given back").isSameAs(GOOD);
        refused(() -> bodies.read(bytes("d"), -1, body -> {
            throw RequestException.bad("serve.object");
        }), 400);
        assertThat(bodies.read(bytes("e"), -1, body -> GOOD)).isSameAs(GOOD);
    }

    @Test
    void aBodyIsTakenUpToItsLastByte() throws IOException {
        Body bodies = new Body(3);
        assertThat(bodies.read(bytes("abc"), -1, body -> GOOD)).isSameAs(GOOD);
        refused(() -> bodies.read(bytes("abcd"), -1, body -> GOOD), 413);
        refused(() -> bodies.read(bytes("abcd"), 4, body -> GOOD), 413);
    }

    @Test
    void aModelThatIsBusyTooLongIsSaidToBe() {
        Path file = ServedModels.write(folder.resolve("m.downhill-model"), 1);
        try (ScorerPool pool = new ScorerPool(ModelStore.readAny(file), 0)) {
            lendAll(pool, Runtime.getRuntime().availableProcessors());
            int seven = pool.lend(scorer -> 7);
            assertThat(seven).isEqualTo(7);
        }
    }

    private static int lendAll(ScorerPool pool, int left) {
        if (left == 0) {
            refused(() -> pool.lend(scorer -> 0), 503);
            return 0;
        }
        return pool.lend(scorer -> lendAll(pool, left - 1));
    }

    @Test
    void moreRequestsThanMayWaitGet429() throws IOException {
        Path file = ServedModels.write(folder.resolve("m.downhill-model"), 1);
        ServeLimits one = new ServeLimits(1 << 20, 1000, Asking.SMALL.seconds(), 1000, 1, 0);
        try (Asking asking = new Asking(one, Access.ofThisMachine(), "m=" + file)) {
            try (Socket slow = new Socket("127.0.0.1", asking.port())) {
                slow.getOutputStream().write("POST /v2/models/m/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{"
                        .getBytes(StandardCharsets.US_ASCII));
                while (!asking.get("metrics").body().contains("downhill_requests_in_progress 2\n")) {
                    Thread.onSpinWait();
                }
                HttpResponse<String> answer = asking.post("v2/models/m/predict", "{}");
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("retry-after")).contains("1");
                assertThat(asking.get("v2/models/m").statusCode()).as("what takes no work is answered").isEqualTo(200);
            }
        }
    }
}
