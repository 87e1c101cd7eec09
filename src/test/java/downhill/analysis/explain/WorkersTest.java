package downhill.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Progress;
import downhill.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    private static final int TASKS = 200;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyTaskIsDoneOnce(int threads) {
        AtomicIntegerArray done = new AtomicIntegerArray(TASKS);
        Workers.each(TASKS, threads, Progress.NONE, done::incrementAndGet);
        for (int task = 0; task < TASKS; task++) {
            assertThat(done.get(task)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatGoesWrongIsThrownAsItIs(int threads) {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> Workers.each(100_000, threads, Progress.NONE, task -> {
            if (begun.incrementAndGet() == 5) {
                throw new IllegalArgumentException("the fifth");
            }
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("the fifth");
        assertThat(begun.get()).isLessThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theRestIsLeftWhereNobodyWantsIt(int threads) {
        AtomicInteger begun = new AtomicInteger();
        Progress progress = Progress.asking(() -> begun.get() < 3);
        assertThatThrownBy(() -> Workers.run(TASKS, threads, progress, (task, asked) -> {
            begun.incrementAndGet();
            while (!asked.cancelled()) {
                Thread.onSpinWait();
                if (begun.get() < 3) {
                    return;
                }
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(begun.get()).isLessThan(TASKS);
    }

    /** The bar of one row that takes long goes forward, and never back. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void progressNeverGoesBack(int threads) {
        List<Double> told = new ArrayList<>();
        Table table = Made.table(Made.houses(40));
        try (Explained model = Explained.of(Made.model(Made.NET, Made.prepared(table, "price").preprocessing(), 1, 1))) {
            ExplainedRows rows = model.rows(table);
            new Shap(model, rows, threads).of(rows.pick(new int[] {1, 2, 3}), told::add);
        }
        assertThat(told).isNotEmpty().isSorted();
        assertThat(told.get(told.size() - 1)).isLessThanOrEqualTo(1);
    }
}
