package downhill.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.model.TrainedEnsemble;
import downhill.store.ModelStore;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models change and servers stop without a request being lost. */
class ServeReplacedTest {
    private static final String PREDICT = "v2/models/m/predict";
    private static final String ROW = "{\"rows\":[{\"size\":5,\"kind\":\"red\",\"day\":\"1997-05-19\"}]}";

    @TempDir
    private Path folder;

    private Path model(long seed) {
        return ServedModels.write(folder.resolve("m.downhill-model"), seed);
    }

    /** A file is read when two looks in a row find it the same. */
    private static void look(Asking asking) {
        asking.shelf().look();
        asking.shelf().look();
    }

    @Test
    void whoAsksWhileAModelIsReplacedIsAnsweredByOneOfBoth() throws Exception {
        Map<String, String> said = new ConcurrentHashMap<>();
        try (Asking asking = Asking.of(model(1))) {
            AtomicBoolean go = new AtomicBoolean(true);
            ExecutorService askers = Executors.newCachedThreadPool();
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(askers.submit(() -> {
                    int count = 0;
                    while (go.get()) {
                        HttpResponse<String> answer = asking.post(PREDICT, ROW);
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                        String version = (String) Asking.json(answer.body()).get("model_version");
                        assertThat(said.computeIfAbsent(version, first -> answer.body())).isEqualTo(answer.body());
                        count++;
                    }
                    return count;
                }));
            }
            for (int version = 1; version <= 12; version++) {
                if (version > 1) {
                    model(version);
                    look(asking);
                }
                while (!said.containsKey(Integer.toString(version))) {
                    assertThat(all).as("nobody was refused").noneMatch(Future::isDone);
                    Thread.onSpinWait();
                }
            }
            go.set(false);
            for (Future<Integer> each : all) {
                assertThat(each.get()).isPositive();
            }
            askers.shutdown();
            assertThat(said).hasSize(12);
            assertThat(asking.get("v2/models/m/versions/1").statusCode()).isEqualTo(404);
            assertThat(Asking.list(Asking.json(asking.get("v2/models/m").body()), "versions")).isEqualTo(List.of("12"));
            assertThat(asking.get("metrics").body()).contains("downhill_reloads_total{result=\"replaced\"} 11\n");
        }
    }

    @Test
    void aFileThatCannotBeReadLeavesTheVersionBefore() throws IOException {
        Path file = model(1);
        List<Said> told = new ArrayList<>();
        try (ModelShelf shelf = new ModelShelf(List.of(ModelAddress.parse("m=" + file)), Asking.SMALL, told::add)) {
            Files.write(file, new byte[] {1, 2, 3});
            shelf.look();
            assertThat(told).as("it may still be written").isEmpty();
            shelf.look();
            shelf.look();
            assertThat(told).hasSize(1);
            assertThat(told.get(0).toString()).contains("version 1 goes on answering").doesNotContain("\n");
            Files.delete(file);
            shelf.look();
            shelf.look();
            assertThat(shelf.versions("m")).extracting(ServedModel::version).containsExactly(1);
            ServedModels.write(file, 2);
            shelf.look();
            shelf.look();
            assertThat(shelf.versions("m")).extracting(ServedModel::version).containsExactly(2);
            assertThat(shelf.reloads()).containsExactly(1, 1);
        }
    }

    @Test
    void theSameContentWrittenAgainIsNoOtherVersion() throws IOException {
        Path file = model(1);
        try (ModelShelf shelf = new ModelShelf(List.of(ModelAddress.parse("m=" + file)), Asking.SMALL, said -> { })) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
            shelf.look();
            shelf.look();
            assertThat(shelf.versions("m")).extracting(ServedModel::version).containsExactly(1);
        }
    }

    @Test
    void theNewestVersionAnswersWhereNoneIsAskedFor() {
        Path other = ServedModels.write(folder.resolve("other.downhill-model"), 2);
        try (Asking asking = new Asking(Asking.SMALL, Access.ofThisMachine(), "m:3=" + model(1), "m:10=" + other, "" + other)) {
            assertThat(Asking.list(Asking.json(asking.get("v2/models/m").body()), "versions")).isEqualTo(List.of("3", "10"));
            assertThat(asking.post(PREDICT, ROW).body()).contains("\"model_version\":\"10\"");
            assertThat(asking.post("v2/models/m/versions/3/predict", ROW).body()).contains("\"model_version\":\"3\"");
            assertThat(asking.get("v2/models").body()).isEqualTo("{\"models\":[\"m\",\"other\"]}");
        }
        List<ModelAddress> twice = List.of(ModelAddress.parse("m=" + other), ModelAddress.parse("m=" + other));
        assertThatThrownBy(() -> new ModelShelf(twice, Asking.SMALL, said -> { })).isInstanceOf(RefusedException.class)
                .hasMessageContaining("m:1=FILE m:2=FILE");
    }

    @Test
    void namesAreThoseOfAddresses() {
        assertThat(ModelAddress.parse("a/b c (2).downhill-model").name()).isEqualTo("b-c-2-");
        assertThat(ModelAddress.parse("iris:7=a=b.downhill-model")).isEqualTo(new ModelAddress("iris", 7, Path.of("a=b.downhill-model")));
        assertThat(ModelAddress.parse("模型.downhill-model=x").name()).isEqualTo("downhill-model-x");
        assertThatThrownBy(() -> ModelAddress.parse("模型.downhill-model")).isInstanceOf(RefusedException.class)
                .hasMessageContaining("NAME=FILE");
    }

    /** Half of a request has come; then the server is told to stop; then comes the rest. */
    @Test
    void whoHasBegunToAskIsAnsweredBeforeTheEnd() throws Exception {
        Asking asking = Asking.of(model(1));
        try (Socket socket = new Socket("127.0.0.1", asking.at("").getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /" + PREDICT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + ROW.length() + "\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (!asking.get("metrics").body().contains("downhill_requests_in_progress 2\n")) {
                Thread.onSpinWait();
            }
            Thread stop = new Thread(asking::close);
            stop.start();
            while (asking.get("v2/health/ready").statusCode() != 503) {
                Thread.onSpinWait();
            }
            assertThat(asking.post(PREDICT, ROW).body()).contains("stopping");
            assertThat(asking.get("v2/health/live").statusCode()).isEqualTo(200);
            out.write(ROW.substring(1).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] begin = socket.getInputStream().readNBytes(15);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
            stop.join();
        }
        assertThatThrownBy(() -> asking.get("v2")).isInstanceOf(AssertionError.class);
    }

    @Test
    void aModelOfNoFileIsReplacedByItsNextVersionAndWhatWasAskedIsCounted() {
        try (Asking asking = Asking.of(model(1))) {
            TrainedEnsemble fresh = ModelStore.readAny(model(2));
            assertThat(asking.shelf().put("fresh", fresh)).isOne();
            String first = asking.post("v2/models/fresh/predict", ROW).body();
            assertThat(asking.shelf().put("fresh", ModelStore.readAny(model(3)))).isEqualTo(2);
            asking.shelf().look();
            assertThat(asking.post("v2/models/fresh/predict", ROW).body()).contains("\"model_version\":\"2\"").isNotEqualTo(first);
            assertThat(asking.post("v2/models/none/predict", ROW).statusCode()).isEqualTo(404);
            ServeFigures now = asking.server().figures();
            assertThat(now.requests()).isEqualTo(3);
            assertThat(now.failed()).isOne();
            assertThat(now.rows()).isEqualTo(2);
            assertThat(now.columns()).containsOnlyKeys("fresh", "m");
            assertThat(now.columns().get("fresh").get(0).values()).as("of the newest version alone").isOne();
            assertThat(now.within(1)).isPositive().isGreaterThanOrEqualTo(now.within(0.5));
        }
    }

    @Test
    void whileItAsksItselfItAnswersOthersAndIsNotReadyAndNothingIsCounted() {
        Path file = model(1);
        try (Asking asking = Asking.of(file)) {
            List<Integer> seen = new ArrayList<>();
            ModelShelf copies = new ModelShelf(List.of(ModelAddress.parse("m=" + file)), Asking.SMALL, said -> { });
            asking.server().rehearse(copies, 1, () -> seen.addAll(List.of(asking.get("v2/health/ready").statusCode(),
                    asking.get("v2/health/live").statusCode(), asking.post(PREDICT, ROW).statusCode())));
            assertThat(seen).containsExactly(503, 200, 200);
            assertThat(asking.get("v2/health/ready").statusCode()).isEqualTo(200);
            assertThat(asking.server().figures().rows()).as("what others asked alone").isEqualTo(1);
            assertThat(copies.names()).as("closed").isEmpty();
        }
    }

    @Test
    void figuresTellRatesAndTheBoundWithinWhichAnswersCame() {
        double[] bounds = {0.001, 0.01};
        ServeFigures none = new ServeFigures(0, 0, 0, 0, 0, 0, bounds, new long[3], Map.of());
        ServeFigures some = new ServeFigures(2_000_000_000L, 100, 0, 0, 0, 0, bounds, new long[] {60, 39, 1}, Map.of());
        assertThat(some.perSecond(none)).isEqualTo(50);
        assertThat(none.perSecond(none)).isNaN();
        assertThat(some.within(0.5)).isEqualTo(0.001);
        assertThat(some.within(0.99)).isEqualTo(0.01);
        assertThat(some.within(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(none.within(0.5)).isNaN();
    }
}
