package downhill.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of several shards by several threads: each once, in order, and none waits for another without need. */
@Timeout(60)
class ParallelTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 100", "5, 2, 1000", "5, 2, 1", "5, 4, 33", "7, 3, 64", "3, 2, 31"})
    void eachStepOfEachShardIsDoneOnceAndInOrder(int shards, int workers, int steps) {
        Map<Integer, List<Integer>> done = new ConcurrentHashMap<>();
        Map<Integer, AtomicBoolean> held = new ConcurrentHashMap<>();
        List<Integer> all = IntStream.range(0, shards).boxed().toList();
        all.forEach(shard -> {
            done.put(shard, new ArrayList<>());
            held.put(shard, new AtomicBoolean());
        });
        Parallel.run(threads, workers, all, steps, (shard, from, to) -> {
            assertThat(held.get(shard).compareAndSet(false, true)).as("by one thread at a time").isTrue();
            IntStream.range(from, to).forEach(done.get(shard)::add);
            held.get(shard).set(false);
        });
        assertThat(done.values()).hasSize(shards)
                .allSatisfy(each -> assertThat(each).isEqualTo(IntStream.range(0, steps).boxed().toList()));
    }

    /** Five shards on two threads: while one thread is held up in the first, the other does all of the other four. */
    @Test
    void aThreadThatIsHeldUpHoldsUpOnlyItsOwnShard() {
        CountDownLatch others = new CountDownLatch(4 * 64);
        AtomicInteger first = new AtomicInteger();
        Parallel.run(threads, 2, List.of(0, 1, 2, 3, 4), 64, (shard, from, to) -> {
            if (shard == 0) {
                await(others);
                first.addAndGet(to - from);
            } else {
                IntStream.range(from, to).forEach(step -> others.countDown());
            }
        });
        assertThat(first).hasValue(64);
    }

    /** Of two shards neither is left before the other is an eighth of what is still to do behind, which is some twenty times in all. */
    @Test
    void aThreadStaysWithItsShardUntilAnotherIsFarBehind() {
        List<Integer> turns = new ArrayList<>();
        Parallel.run(threads, 1, List.of(0, 1), 1280, (shard, from, to) -> {
            if (turns.isEmpty() || !shard.equals(turns.get(turns.size() - 1))) {
                turns.add(shard);
            }
        });
        assertThat(turns).hasSizeBetween(4, 40);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).as("the other shards were done meanwhile").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whose memory is freed then must not be worked on any more. */
    @Test
    void whoeverFailsItEndsOnlyWhenNobodyWorksAnyMore() {
        AtomicInteger working = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(2);
        for (int failing : new int[] {0, 1}) {
            assertThatThrownBy(() -> Parallel.run(threads, 2, List.of(0, 1), 10, (shard, from, to) -> {
                working.incrementAndGet();
                begun.countDown();
                await(begun);
                try {
                    if (shard == failing) {
                        throw new IllegalStateException("failed");
                    }
                    TimeUnit.MILLISECONDS.sleep(20);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                } finally {
                    working.decrementAndGet();
                }
            })).isInstanceOf(IllegalStateException.class).hasMessageContaining("failed");
            assertThat(working).hasValue(0);
        }
    }
}
