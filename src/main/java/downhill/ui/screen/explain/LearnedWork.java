package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.Progress;
import downhill.race.history.PathPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Works out how much each column moved what was said, at steps of the history: those far apart first, then those between. After a while it
 * gives what it has, and goes on when it is asked again; what was worked out of a step is kept. For the one thread of a feed.
 */
final class LearnedWork {
    private static final int STEPS = 50;
    private static final long PATIENCE_NANOS = 400_000_000L;
    private static final long RUNNING_NANOS = 50_000_000L;

    private final Map<double[], double[]> kept = new IdentityHashMap<>();
    private Asked of;

    Learned of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        if (!asked.isLike(of)) {
            kept.clear();
            of = asked;
        }
        List<PathPoint> path = question.path();
        List<PathPoint> some = IntStream.of(Evenly.of(path.size(), STEPS)).mapToObj(path::get).toList();
        boolean complete = fill(some, question, engines, progress);
        List<String> names = engines.of(asked).columns().stream().map(ExplainedColumn::name).toList();
        List<PathPoint> known = some.stream().filter(point -> kept.containsKey(point.answer())).toList();
        double[][] means = new double[names.size()][known.size()];
        for (int step = 0; step < known.size(); step++) {
            for (int column = 0; column < means.length; column++) {
                means[column][step] = kept.get(known.get(step).answer())[column];
            }
        }
        return new Learned(asked, names, known.stream().mapToDouble(PathPoint::step).toArray(), means, complete);
    }

    /** Whether all is known. */
    private boolean fill(List<PathPoint> some, Question question, Engines engines, Progress progress) {
        long end = System.nanoTime() + (question.running() ? RUNNING_NANOS : PATIENCE_NANOS);
        for (int place : farApart(some.size())) {
            double[] parameters = some.get(place).answer();
            if (!kept.containsKey(parameters)) {
                if (System.nanoTime() > end) {
                    return false;
                }
                progress.done((double) some.stream().filter(point -> kept.containsKey(point.answer())).count() / some.size());
                kept.put(parameters, ShareWork.means(question.asked().with(parameters), engines,
                        Progress.asking(() -> !progress.cancelled())));
            }
        }
        return true;
    }

    /** The ends, then the middle, then the middles of the halves. */
    private static List<Integer> farApart(int count) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        order.sort(Comparator.comparingInt(i -> -Integer.lowestOneBit(i == 0 || i == count - 1 ? 1 << 30 : i)));
        return order;
    }
}
