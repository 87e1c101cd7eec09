package downhill.ui.screen.explain;

import downhill.race.history.PathPoint;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A picture of an explanation at each step of the history, on axes that stay where they are. Each is worked out anew, so it takes its time;
 * off the FX thread.
 *
 * @param <T> what is worked out of one step
 */
final class StepFilm<T> implements Film {
    /** Answers of the model for one picture, about. */
    static final long ANSWERS = 1_000_000;
    /** Steps that the axis is made for, besides which others may reach a little farther. */
    private static final int TRIED = 6;

    private final List<PathPoint> path;
    private final Function<PathPoint, T> work;
    private final Function<List<T>, Function<T, ChartDrawing>> onAxes;
    private Function<T, ChartDrawing> drawn;

    /**
     * @param path   where the contender was, at least two points
     * @param work   works it out; it may wait
     * @param onAxes how all are drawn, on axes that these of them fit on
     */
    StepFilm(List<PathPoint> path, Function<PathPoint, T> work, Function<List<T>, Function<T, ChartDrawing>> onAxes) {
        this.path = path;
        this.work = work;
        this.onAxes = onAxes;
    }

    @Override
    public Range steps() {
        return new Range(path.get(0).step(), path.get(path.size() - 1).step());
    }

    @Override
    public ChartDrawing at(double step) {
        if (drawn == null) {
            drawn = onAxes.apply(IntStream.rangeClosed(0, TRIED).mapToObj(i -> path.get(i * (path.size() - 1) / TRIED)).map(work)
                    .toList());
        }
        PathPoint there = path.get(0);
        for (PathPoint point : path) {
            there = point.step() <= step ? point : there;
        }
        return drawn.apply(work.apply(there));
    }
}
