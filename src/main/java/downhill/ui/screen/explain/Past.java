package downhill.ui.screen.explain;

import downhill.analysis.explain.past.LabelCourse;
import downhill.race.history.PathPoint;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** Moments of the history up to the step that is explained. */
final class Past {
    private Past() {
    }

    /** Those kept that are nearest to moments evenly over the training, increasing; none where nothing is kept of it. */
    static List<PathPoint> of(Question question) {
        long until = question.asked().step();
        List<PathPoint> kept = question.path().stream().filter(point -> point.step() > 0 && point.step() <= until).toList();
        return kept.isEmpty() ? List.of() : LongStream.of(LabelCourse.moments(until, LabelCourse.MOMENTS)).mapToObj(at -> kept.stream()
                .min(Comparator.comparingLong(point -> Math.abs(point.step() - at))).orElseThrow()).distinct().toList();
    }
}
