package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.Progress;
import downhill.race.history.PathPoint;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What the model does near one row along the history, worked out on the thread of the slow answers. */
final class RowFilms {
    private final Explanations work;
    private final Question question;
    private final List<PathPoint> path;
    private final String feature;

    /**
     * @param question which row
     * @param path     where the contender was, at least two points
     * @param feature  name of the one chosen
     */
    RowFilms(Explanations work, Question question, List<PathPoint> path, String feature) {
        this.work = work;
        this.question = question;
        this.path = path;
        this.feature = feature;
    }

    /** Of a linear model near it: weights of these fields, on one axis. */
    Film line(List<Integer> order) {
        return new StepFilm<NearRow>(path, there -> work.join(engines -> NearRow.of(question.with(there.answer()), engines,
                Progress.NONE)), some -> {
            Range across = FeatureFilms.range(some.stream().filter(each -> each.lime() != null)
                    .flatMapToDouble(each -> order.stream().flatMapToDouble(field -> LimePicture.ends(each, field))));
            return found -> LimePicture.bars(found, order, feature, across);
        });
    }

    /** Of a region around it, by these fields. */
    Film region(List<Integer> fields) {
        return new StepFilm<NearRegion>(path, there -> work.join(engines -> NearRegion.of(question.with(there.answer()), engines,
                Progress.NONE)), some -> found -> RegionPicture.bands(found, fields, feature));
    }

    private Function<PathPoint, RowSlopes> slopes() {
        return there -> work.join(engines -> engines.slopes().of(question.with(there.answer()), engines, Progress.NONE));
    }

    /** Of slopes told so: sums of these columns, on one axis. */
    Film bars(SlopeKind kind, List<Integer> order) {
        return new StepFilm<>(path, slopes(), some -> {
            Range across = FeatureFilms.range(some.stream().map(each -> each.byColumn(kind))
                    .flatMapToDouble(each -> order.stream().mapToDouble(i -> each[i])));
            return found -> SlopePicture.bars(found, kind, order, feature, across);
        });
    }

    /** Of slopes behind a window of a series. */
    Film window(SlopeKind kind) {
        return new StepFilm<>(path, slopes(), some -> {
            ExplainedColumn column = SlopePicture.column(some.get(0), feature);
            double most = largest(some.stream().map(each -> column.byTime(each.numbers(kind))));
            return found -> SlopePicture.window(found, column, kind, most);
        });
    }

    /** Of slopes over an image, each way of telling them in colours of its own throughout. */
    Film image() {
        return new StepFilm<>(path, slopes(), some -> {
            Map<SlopeKind, Double> most = Stream.of(SlopeKind.values()).collect(Collectors.toMap(kind -> kind,
                    kind -> largest(some.stream().map(each -> each.numbers(kind)))));
            return found -> SlopePicture.image(found, most::get);
        });
    }

    /** What has the full colour; 1 where nothing counts at all. */
    private static double largest(Stream<double[]> numbers) {
        DoubleStream sizes = numbers.flatMapToDouble(Arrays::stream).map(Math::abs).filter(Double::isFinite);
        double largest = sizes.max().orElse(0);
        return largest > 0 ? largest : 1;
    }
}
