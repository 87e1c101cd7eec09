package downhill.ui.screen.explain;

import downhill.data.Progress;
import downhill.race.history.PathPoint;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.Range;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** What features do together along the history, worked out on the thread of the slow answers. */
final class PairFilms {
    private final Explanations work;
    private final Asked asked;
    private final List<PathPoint> path;

    /** {@code path} is where the contender was, at least two points. */
    PairFilms(Explanations work, Asked asked, List<PathPoint> path) {
        this.work = work;
        this.asked = asked;
        this.path = path;
    }

    /** Of what these pairs do beyond what each does, on one axis. */
    Film pairs(List<List<String>> shown, BiFunction<PairShares, Range, ChartDrawing> picture) {
        return new StepFilm<PairShares>(path, there -> work.join(engines -> PairShares.of(asked.with(there.answer()), engines,
                StepFilm.ANSWERS, Progress.NONE)), some -> {
            Range across = FeatureFilms.range(some.stream().flatMapToDouble(each -> shown.stream().mapToDouble(each::size)));
            return found -> picture.apply(found, across);
        });
    }

    /** Of what is said over two features, in the same colours throughout. */
    Film surface(Question question, BiFunction<PairSurface, Range, ChartDrawing> picture) {
        return new StepFilm<PairSurface>(path, there -> work.join(engines -> PairSurface.of(question.with(there.answer()), engines,
                Progress.NONE)), some -> {
            double[] all = some.stream().flatMap(each -> Arrays.stream(each.said())).flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite).toArray();
            double low = Arrays.stream(all).min().orElse(0);
            double high = Arrays.stream(all).max().orElse(0);
            Range colours = low < high ? new Range(low, high) : null;
            return found -> picture.apply(found, colours);
        });
    }
}
