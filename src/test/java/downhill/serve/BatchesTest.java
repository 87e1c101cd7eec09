package downhill.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.store.ModelStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that wait are answered together, each with its own part. */
class BatchesTest {
    @TempDir
    private Path folder;

    private static RequestRows rows(int count, String column) {
        RequestRows.Builder builder = new RequestRows.Builder(count);
        for (int row = 0; row < count; row++) {
            builder.put(row, column, row + 0.5);
        }
        return builder.build();
    }

    @Test
    void whoWaitsIsAnsweredTogetherUpToSoManyRows() throws InterruptedException {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Batches batches = new Batches((requests, fields) -> {
            sizes.add(requests.stream().mapToInt(RequestRows::count).sum());
            first.countDown();
            await(go);
            return requests.stream().map(each -> new Batches.Part(List.of(RowAnswer.none(each.count(), null)), List.of(), List.of()))
                    .toList();
        }, 5);
        List<Thread> threads = new ArrayList<>();
        List<Integer> wrong = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 5; i++) {
            String column = i == 4 ? "other" : "x";
            int count = i == 0 ? 1 : 2;
            threads.add(new Thread(() -> {
                if (batches.answer(rows(count, column), 1).rows().get(0).row() != count) {
                    wrong.add(count);
                }
            }));
            threads.get(i).start();
            first.await();
            while (i > 0 && threads.get(i).getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        go.countDown();
        for (Thread each : threads) {
            each.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(sizes).as("alone; two of the three that wait for the same columns; the third; the one of another column")
                .hasSize(4).startsWith(1).containsExactlyInAnyOrder(1, 4, 2, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatFailsFailsForThoseTogetherAndNobodyElse() {
        boolean[] fails = {true};
        Batches batches = new Batches((requests, fields) -> {
            if (fails[0]) {
                throw RequestException.bad("serve.object");
            }
            return List.of(new Batches.Part(List.of(), List.of(), List.of()));
        }, 5);
        assertThatThrownBy(() -> batches.answer(rows(1, "x"), 1)).isInstanceOf(RequestException.class);
        fails[0] = false;
        assertThat(batches.answer(rows(1, "x"), 1).rows()).isEmpty();
    }

    /** What comes of company is what comes alone, but for the last bits. */
    @Test
    void eachGetsItsOwnAnswer() throws InterruptedException {
        Path file = ServedModels.write(folder.resolve("m.downhill-model"), 1);
        ServeLimits merging = new ServeLimits(1 << 20, 1000, Asking.SMALL.seconds(), 1000, 64, 32);
        try (ServedModelOfFile alone = new ServedModelOfFile(file, Asking.SMALL);
                ServedModelOfFile together = new ServedModelOfFile(file, merging)) {
            List<Thread> threads = new ArrayList<>();
            List<String> wrong = Collections.synchronizedList(new ArrayList<>());
            for (int i = 0; i < 8; i++) {
                int own = i;
                threads.add(new Thread(() -> {
                    for (int k = 0; k < 50; k++) {
                        RequestRows rows = rows(own, k);
                        ServedAnswer a = alone.model.answer(rows);
                        ServedAnswer b = together.model.answer(rows);
                        same(a, b, wrong);
                    }
                }));
                threads.get(i).start();
            }
            for (Thread each : threads) {
                each.join();
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static RequestRows rows(int own, int k) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row <= k % 3; row++) {
            rows.add(Map.of("size", own * 3.0 + k, "kind", k % 2 == 0 ? "red" : "blue", "day", k % 5 == 0 ? "no day" : "1997-05-19"));
        }
        return RequestRows.of(rows, List.of());
    }

    private static void same(ServedAnswer a, ServedAnswer b, List<String> wrong) {
        boolean same = a.rows().size() == b.rows().size() && a.notes().equals(b.notes()) && a.far().equals(b.far());
        for (int row = 0; same && row < a.rows().size(); row++) {
            same = a.rows().get(row).row() == b.rows().get(row).row()
                    && a.rows().get(row).prediction().equals(b.rows().get(row).prediction());
            for (int i = 0; i < a.rows().get(row).probabilities().length; i++) {
                same &= Math.abs(a.rows().get(row).probabilities()[i] - b.rows().get(row).probabilities()[i]) < 1e-12;
            }
        }
        if (!same) {
            wrong.add(a + " " + b);
        }
    }

    private static final class ServedModelOfFile implements AutoCloseable {
        private final ServedModel model;

        ServedModelOfFile(Path file, ServeLimits limits) {
            model = new ServedModel("m", 1, ModelStore.readAny(file), limits);
        }

        @Override
        public void close() {
            model.leave();
        }
    }
}
