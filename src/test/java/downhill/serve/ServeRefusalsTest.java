package downhill.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import downhill.words.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked: an answer, or a status with one sentence. */
class ServeRefusalsTest {
    private static final String INFER = "v2/models/m/infer";
    private static final String PREDICT = "v2/models/m/predict";
    private static final String GOOD = "{\"rows\":[{\"size\":5,\"kind\":\"red\",\"day\":\"1997-05-19\"}]}";

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

    private static void refused(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat((String) Asking.json(answer.body()).get("error")).contains(words)
                .doesNotContain("\tat ", "Exception", "java.", folder.toString());
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    }

    /** To read such a file from end to end would take hours. */
    @Test
    void whatIsNoModelIsRefusedBeforeAllOfItIsRead() throws IOException {
        Path endless = folder.resolve("endless.downhill-model");
        try (RandomAccessFile file = new RandomAccessFile(endless.toFile(), "rw")) {
            assumeThat(System.getProperty("os.name")).as("files may have holes").isEqualTo("Linux");
            file.setLength(2L << 40);
        }
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> assertThatThrownBy(() -> new ModelShelf(
                List.of(new ModelAddress("m", 1, endless)), ServeLimits.DEFAULT, said -> { })).hasMessageContaining("endless"));
        Files.delete(endless);
    }

    @Test
    void whatIsRightIsAnswered() {
        assertThat(asking.post(PREDICT, GOOD).statusCode()).isEqualTo(200);
        assertThat(asking.get("v2/health/live").statusCode()).isEqualTo(200);
        assertThat(asking.get("v2/health/ready").statusCode()).isEqualTo(200);
        assertThat(asking.get("v2/models").body()).isEqualTo("{\"models\":[\"m\"]}");
        assertThat(asking.get("v2/models/m/versions/1/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | has to be a JSON object or is empty",
        "{ | line 1",
        "[] | has to be a JSON object",
        "{\"inputs\":[]} | lacks \"inputs\"",
        "{\"inputs\":[3]} | Every input is an object",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[],\"datatype\":\"FP64\",\"data\":[1]}]} | \"shape\" is a list",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[-1],\"datatype\":\"FP64\",\"data\":[1]}]} | \"shape\" is a list",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"FP64\"}]} | lacks \"data\"",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[2],\"datatype\":\"FP64\",\"data\":[1]}]} | its shape says 2",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"FLOAT\",\"data\":[1]}]} | BOOL, INT8 to INT64",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"UINT8\",\"data\":[256]}]} | no UINT8",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"UINT8\",\"data\":[-1]}]} | no UINT8",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"INT32\",\"data\":[1.5]}]} | no INT32",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"INT64\",\"data\":[\"1\"]}]} | no INT64",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"BYTES\",\"data\":[1]}]} | no BYTES",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"FP64\",\"data\":[1e999]}]} | a finite number",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1,2],\"datatype\":\"FP64\",\"data\":[1,2]}]} | has 2 values a row",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[2000],\"datatype\":\"FP64\",\"data\":[1]}]} | (--max-rows)",
        "{\"inputs\":[{\"name\":\"size\",\"shape\":[1],\"datatype\":\"FP64\",\"data\":[1]}]} | kind",
    })
    void whatIsWrongWithARequestIsSaid(String body, String words) {
        HttpResponse<String> answer = asking.post(INFER, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        String error = (String) Asking.json(answer.body()).get("error");
        assertThat(words.split(" or ")).anyMatch(error::contains);
    }

    @Test
    void rowsThatAreNoneAreRefused() {
        refused(asking.post(PREDICT, "{\"rows\":[]}"), 400, "\"rows\"");
        refused(asking.post(PREDICT, "{\"rows\":[1]}"), 400, "rows[0]");
        refused(asking.post(PREDICT, "{\"columns\":[\"size\"],\"rows\":[[1,2]]}"), 400, "rows[0]");
        refused(asking.post(PREDICT, "{\"columns\":[\"size\",\"size\"],\"rows\":[[1,2]]}"), 400, "\"columns\"");
        refused(asking.post(PREDICT, "{\"rows\":[{\"size\":[1]}]}"), 400, "Column size");
        refused(asking.post(PREDICT, "{\"rows\":[{\"size\":1,\"SIZE\":1,\"kind\":\"red\",\"day\":1}]}"), 400, "twice");
        refused(asking.post(PREDICT, "{\"rows\":[{\"sise\":1,\"kind\":\"red\",\"day\":1}]}"), 400, "sise");
        refused(asking.csv(PREDICT, ""), 400, "body");
        refused(asking.csv(PREDICT, "size,kind\n1,red\n"), 400, "day");
        refused(asking.post("v2/models/m/explain", "{\"rows\":[{\"size\":null,\"kind\":\"red\",\"day\":1}]}"), 400, "size");
    }

    /** Depth and half characters, as JSON can name them. */
    @Test
    void hostileTextsAreRefusedOrAnswered() {
        refused(asking.post(PREDICT, "[".repeat(100_000)), 400, "body");
        refused(asking.post(PREDICT, "{\"rows\":" + "[".repeat(70) + "]".repeat(70) + "}"), 400, "body");
        HttpResponse<String> half = asking.post(PREDICT, "{\"rows\":[{\"size\":5,\"kind\":\"\\ud800\",\"day\":\"x\"}]}");
        assertThat(half.statusCode()).as(half.body()).isEqualTo(200);
        assertThat(half.body()).contains("far_outside", "not_read", "not_a_date");
    }

    @Test
    void addressesAreNoFiles() {
        for (String path : List.of("etc/passwd", "v2/models/..%2f..%2fetc%2fpasswd", "v2/models/../../etc", "%2e%2e/x", "v2//",
                "v2/models/m/versions", "v2/models/m/versions/1/versions/1", "v2/models/m/other", "v3", "metrics/")) {
            refused(asking.get(path), 404, "");
        }
        refused(asking.post("v2/models/M/infer", GOOD), 404, "no model M");
        refused(asking.get("v2/models/m/versions/2/ready"), 404, "version 2");
        refused(asking.get("v2/models/m/versions/%2e%2e/ready"), 404, "version ..");
        refused(asking.get("v2/" + "x".repeat(3000)), 400, "address");
    }

    @Test
    void methodsThatAreNotTakenAreTold() {
        refused(asking.get(INFER), 405, "POST");
        assertThat(asking.get(INFER).headers().firstValue("allow")).contains("POST");
        refused(asking.post("v2", "{}"), 405, "GET");
        refused(asking.send(asking.request("v2").method("DELETE", BodyPublishers.noBody())), 405, "GET");
        assertThat(asking.send(asking.request("v2").method("HEAD", BodyPublishers.noBody())).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesOfElsewhereAreNotAnswered() throws IOException {
        refused(asking.send(asking.request(PREDICT).header("Origin", "http://evil.example").POST(BodyPublishers.ofString(GOOD))), 403,
                "other addresses");
        String own = asking.at("").toString();
        assertThat(asking.send(asking.request(PREDICT).header("Origin", own.substring(0, own.length() - 1))
                .POST(BodyPublishers.ofString(GOOD))).statusCode()).isEqualTo(200);
        assertThat(raw("GET /v2 HTTP/1.1\r\nHost: evil.example\r\n\r\n")).startsWith("HTTP/1.1 403").contains("localhost");
        assertThat(raw("GET /v2 HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET /v2 HTTP/1.1\r\nHost: []]\r\n\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        refused(asking.post(PREDICT, " ".repeat(2 << 20)), 413, "1048576");
        assertThat(raw("POST /" + PREDICT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        refused(asking.send(asking.request(PREDICT).POST(BodyPublishers.ofInputStream(() -> new Endless(5 << 20)))), 413, "1048576");
    }

    /** As many bytes as are wanted, of a body whose length is not told. */
    private static final class Endless extends InputStream {
        private int left;

        Endless(int left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }
    }

    @Test
    void binaryTensorsAreRefused() {
        refused(asking.send(asking.request(INFER).header("Inference-Header-Content-Length", "10").POST(BodyPublishers.ofString("{}"))),
                400, "Binary");
    }

    @Test
    void whoReadsChineseIsToldInChinese() {
        assertThat(asking.send(asking.request("nothing").header("Accept-Language", "zh-CN,zh")).body()).contains("此地址没有内容");
    }

    @Test
    void aTokenIsAskedForOfAllButThePageAndHealth() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef\n");
        try (Asking closed = new Asking(Asking.SMALL, Access.of(file), "m=" + folder.resolve("m.downhill-model"))) {
            assertThat(closed.get("").statusCode()).isEqualTo(200);
            assertThat(closed.get("v2/health/live").statusCode()).isEqualTo(200);
            for (String path : List.of("v2", "metrics", "openapi.json", "v2/models", "v2/models/m", "v2/models/none", "nothing")) {
                refused(closed.get(path), 401, "Bearer");
            }
            refused(closed.post(PREDICT, GOOD), 401, "Bearer");
            refused(closed.send(closed.request("v2").header("Authorization", "Bearer 0123456789abcdeg")), 401, "Bearer");
            refused(closed.send(closed.request("v2").header("Authorization", "0123456789abcdef")), 401, "Bearer");
            assertThat(closed.send(closed.request("v2").header("Authorization", "Bearer 0123456789abcdef")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anotherAddressNeedsAToken() throws IOException {
        ModelShelf shelf = asking.shelf();
        assertThatThrownBy(() -> new InferenceServer(shelf, "0.0.0.0", 0, Asking.SMALL, Access.ofThisMachine(), null))
                .isInstanceOf(RefusedException.class).hasMessageContaining("--token-file");
        assertThatThrownBy(() -> new InferenceServer(shelf, "no such host", 0, Asking.SMALL, Access.ofThisMachine(), null))
                .isInstanceOf(RefusedException.class).hasMessageContaining("There is no address no such host");
        assertThatThrownBy(() -> new InferenceServer(shelf, "127.0.0.1", asking.at("").getPort(), Asking.SMALL,
                Access.ofThisMachine(), null))
                .isInstanceOf(RefusedException.class).hasMessageContaining("taken");
        for (String text : List.of("", "short", "with a space in between", "line\nanother line of text")) {
            Path file = Files.writeString(folder.resolve("bad"), text);
            assertThatThrownBy(() -> Access.of(file)).isInstanceOf(RefusedException.class).hasMessageContaining("--token-file");
        }
        assertThatThrownBy(() -> Access.of(folder)).isInstanceOf(RefusedException.class).hasMessageContaining("--token-file");
    }

    @Test
    void valuesFarOutsideAreFlaggedAndCounted() {
        Map<?, ?> answer = asking.ask(PREDICT, Map.of("rows", List.of(Map.of("size", 14.9, "kind", "red", "day", "1997-05-19"),
                Map.of("size", 15.1, "kind", "blue", "day", "2400-01-01"))));
        assertThat(Asking.list(answer, "far_outside")).extracting("row").containsOnly(1L);
        assertThat(Asking.list(answer, "far_outside")).extracting("column").containsExactly("size", "kind", "day");
        String metrics = asking.get("metrics").body();
        assertThat(metrics).contains("downhill_values_far_total{model=\"m\",version=\"1\",column=\"kind\"}");
    }

    /** What comes back for these bytes until the other side closes. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", asking.at("").getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
