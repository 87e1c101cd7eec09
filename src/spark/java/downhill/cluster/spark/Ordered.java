package downhill.cluster.spark;

import downhill.cluster.Residents;
import downhill.cluster.WorkResult;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import scala.Tuple2;

/** Answers in the order of who gave them, in whatever order they came. */
final class Ordered {
    private Ordered() {
    }

    /** Their sum; the first that was refused, where one was. */
    static <R extends Serializable> WorkResult<R> sum(Iterable<Tuple2<Integer, WorkResult<R>>> answers, Residents.Adding<R> adding) {
        List<Tuple2<Integer, WorkResult<R>>> all = new ArrayList<>();
        answers.forEach(all::add);
        all.sort(Comparator.comparing(Tuple2::_1));
        R sum = null;
        for (Tuple2<Integer, WorkResult<R>> each : all) {
            if (each._2().refused() != null) {
                return each._2();
            }
            sum = sum == null ? each._2().result() : adding.plus(sum, each._2().result());
        }
        return new WorkResult<>(sum, null, null);
    }
}
