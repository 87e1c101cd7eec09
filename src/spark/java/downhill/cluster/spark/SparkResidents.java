package downhill.cluster.spark;

import downhill.cluster.Maker;
import downhill.cluster.Residents;
import downhill.cluster.WorkResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Things that stay on executors. Their numbers are an RDD that is kept: a task goes to the executor that has the number, and so the
 * thing; where that was lost, another makes it again. Answers of neighbours are added up on executors, the groups' sums here.
 */
final class SparkResidents<S extends AutoCloseable> implements Residents<S> {
    /** Below this many all answers come here. */
    private static final int FEW = 5;

    private final JavaSparkContext context;
    private final String id = UUID.randomUUID().toString();
    private final int size;
    private final Broadcast<ArrayList<Maker<S>>> makers;
    private final JavaRDD<Integer> numbers;

    SparkResidents(JavaSparkContext context, List<? extends Maker<S>> makers) {
        this.context = context;
        size = makers.size();
        this.makers = context.broadcast(new ArrayList<>(makers));
        numbers = context.parallelize(IntStream.range(0, size).boxed().toList(), size)
                .map(number -> number).persist(StorageLevel.MEMORY_ONLY());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public <R extends Serializable> List<R> each(Question<S, R> question, BooleanSupplier go) {
        String group = group();
        return Jobs.waited(context, numbers.map(new Ask<>(id, makers, question)).collectAsync(), group, go).stream()
                .map(each -> each.required().result()).toList();
    }

    @Override
    public <R extends Serializable> R sum(Question<S, R> question, Adding<R> adding, BooleanSupplier go) {
        if (size < FEW) {
            return Residents.sum(each(question, go), adding);
        }
        int neighbours = Residents.group(size);
        String group = group();
        Ask<S, R> ask = new Ask<>(id, makers, question);
        List<Tuple2<Integer, WorkResult<R>>> sums = new ArrayList<>(Jobs.waited(context, numbers
                .mapToPair(number -> new Tuple2<>(number / neighbours, new Tuple2<>(number, ask.call(number))))
                .groupByKey((size + neighbours - 1) / neighbours)
                .map(some -> new Tuple2<>(some._1(), Ordered.sum(some._2(), adding))).collectAsync(), group, go));
        sums.sort(Comparator.comparing(Tuple2::_1));
        return sums.stream().map(each -> each._2().required().result()).reduce(adding::plus).orElseThrow();
    }

    private String group() {
        String group = "downhill-" + id;
        context.setJobGroup(group, "rows", true);
        return group;
    }

    @Override
    public void close() {
        if (!context.sc().isStopped()) {
            String own = id;
            numbers.foreach(number -> Shelf.drop(own + "/" + number));
            numbers.unpersist();
            makers.destroy();
        }
    }
}
