package downhill.ui.screen.explain;

import downhill.analysis.explain.ColumnImportance;
import downhill.data.Progress;
import downhill.race.history.PathPoint;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.Range;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** What is told of features along the history, worked out on the thread of the slow answers. */
final class FeatureFilms {
    private static final double ROOM = 0.04;

    private final Explanations work;
    private final List<PathPoint> path;

    /** {@code path} is where the contender was, at least two points. */
    FeatureFilms(Explanations work, List<PathPoint> path) {
        this.work = work;
        this.path = path;
    }

    private static Function<PathPoint, MovedRows> moved(Explanations work, Asked asked) {
        return there -> work.join(engines -> ShareWork.of(asked.with(there.answer()), engines, StepFilm.ANSWERS, Progress.NONE));
    }

    /** Of the swarm, the bars and where in images a model looks. */
    Film shares(Asked asked, FeaturePicture picture) {
        return new StepFilm<>(path, moved(work, asked), some -> {
            FeaturePicture fixed = picture.within(some);
            return found -> found.way() == null ? GazePicture.of(found) : fixed.of(found);
        });
    }

    /** Of one feature over its values; {@code row} of those told about is marked. */
    Film dependence(Asked asked, int feature, int row) {
        return new StepFilm<>(path, moved(work, asked), some -> {
            Range upwards = range(some.stream().flatMapToDouble(each -> Arrays.stream(each.of(feature))));
            return found -> DependencePicture.of(found, feature, row, upwards);
        });
    }

    /** Of what is lost where a column is shuffled. */
    Film lost(Asked asked, Function<Weights, Function<Range, ChartDrawing>> picture) {
        Function<PathPoint, Weights> lost = there -> work.join(engines -> Weights.of(asked.with(there.answer()), engines, Progress.NONE));
        return new StepFilm<>(path, lost, some -> {
            Range across = range(some.stream().flatMap(each -> each.each().stream()).flatMapToDouble(FeatureFilms::ends));
            return found -> picture.apply(found).apply(across);
        });
    }

    private static DoubleStream ends(ColumnImportance each) {
        return DoubleStream.of(each.low(), each.mean(), each.high());
    }

    /** Of one of several contenders beside each other, all on one axis; {@code paths} are theirs, in their order. */
    static Film compared(Explanations work, List<Asked> all, List<List<PathPoint>> paths, int which, List<Integer> shown,
                         Function<MovedRows, Function<Range, ChartDrawing>> picture) {
        return new StepFilm<>(paths.get(which), moved(work, all.get(which)), some -> {
            DoubleStream own = some.stream().flatMapToDouble(each -> shown.stream().mapToDouble(each::mean));
            DoubleStream others = all.stream().filter(each -> each != all.get(which)).map(each -> last(work, each, paths, all))
                    .flatMapToDouble(each -> shown.stream().mapToDouble(each::mean));
            Range across = range(DoubleStream.concat(own, others));
            return found -> picture.apply(found).apply(across);
        });
    }

    private static MovedRows last(Explanations work, Asked one, List<List<PathPoint>> paths, List<Asked> all) {
        List<PathPoint> path = paths.get(all.indexOf(one));
        return moved(work, one).apply(path.get(path.size() - 1));
    }

    /** With 0, and a little room; null where there is nothing to see. */
    static Range range(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = Math.min(0, Arrays.stream(finite).min().orElse(0));
        double high = Math.max(0, Arrays.stream(finite).max().orElse(0));
        return low < high ? Range.around(low, high, ROOM) : null;
    }
}
