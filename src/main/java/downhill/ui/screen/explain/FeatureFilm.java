package downhill.ui.screen.explain;

import downhill.data.Progress;
import downhill.race.history.PathPoint;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * How features move what is said at each step of the history, on axes that stay where they are. Each picture is worked out anew, so it
 * takes its time; off the FX thread.
 */
final class FeatureFilm implements Film {
    /** Answers of the model for one picture, about. */
    private static final long ANSWERS = 1_000_000;
    /** Steps that the axis is made for, besides which others may reach a little farther. */
    private static final int TRIED = 6;

    private final BiFunction<Asked, Long, MovedRows> work;
    private final Asked asked;
    private final List<PathPoint> path;
    private final FeaturePicture picture;
    private FeaturePicture fixed;

    /**
     * @param work tells how features move what a model says, with so many answers of it, about; it may wait
     * @param path where the contender was, at least two points
     */
    FeatureFilm(BiFunction<Asked, Long, MovedRows> work, Asked asked, List<PathPoint> path, FeaturePicture picture) {
        this.work = work;
        this.asked = asked;
        this.path = path;
        this.picture = picture;
    }

    /** On the thread of the slow answers, where nobody ends it before it is done. */
    static BiFunction<Asked, Long, MovedRows> on(Explanations work) {
        return (asked, answers) -> work.join(engines -> ShareWork.of(asked, engines, answers, Progress.NONE));
    }

    @Override
    public Range steps() {
        return new Range(path.get(0).step(), path.get(path.size() - 1).step());
    }

    @Override
    public ChartDrawing at(double step) {
        if (fixed == null) {
            List<MovedRows> some = IntStream.rangeClosed(0, TRIED).mapToObj(i -> found(path.get(i * (path.size() - 1) / TRIED))).toList();
            fixed = picture.within(some);
        }
        PathPoint there = path.get(0);
        for (PathPoint point : path) {
            there = point.step() <= step ? point : there;
        }
        MovedRows found = found(there);
        return found.way() == null ? GazePicture.of(found) : fixed.of(found);
    }

    private MovedRows found(PathPoint there) {
        return work.apply(asked.with(there.answer()), ANSWERS);
    }
}
