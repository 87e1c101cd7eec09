package downhill.cluster.spark;

import downhill.cluster.Maker;
import downhill.cluster.Residents;
import downhill.cluster.Shift;
import downhill.cluster.WorkResult;
import java.io.Serializable;
import java.util.ArrayList;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Asks one of those that stay where they are. */
record Ask<S extends AutoCloseable, R extends Serializable>(String id, Broadcast<ArrayList<Maker<S>>> makers,
        Residents.Question<S, R> question)
        implements Function<Integer, WorkResult<R>> {
    @Override
    public WorkResult<R> call(Integer number) {
        TaskContext task = TaskContext.get();
        return WorkResult.of(place -> {
            S kept = Shelf.get(id + "/" + number, makers.value().get(number), place);
            synchronized (kept) { // a task that was given up may still be at it
                return question.of(kept, number, place::wanted);
            }
        }, new ExecutorPlace(0, 0, task), new Shift());
    }
}
