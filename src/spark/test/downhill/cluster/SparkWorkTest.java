package downhill.cluster;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Folds, nested folds, maps and AutoML by Spark within this program: what they come to on one machine. */
class SparkWorkTest extends SpreadWorkTest {
    private static Workforce workers;

    @BeforeAll
    static void open() {
        workers = Places.open("local[2]");
    }

    @AfterAll
    static void close() {
        workers.close();
    }

    /** That nothing is lost by a worker's death is tried where workers are processes. */
    @Override
    Workforce unsafe(AtomicInteger lost) {
        lost.incrementAndGet();
        return workers;
    }
}
