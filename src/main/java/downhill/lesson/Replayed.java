package downhill.lesson;

import downhill.race.SavedCourse;
import downhill.race.history.PathPoint;
import downhill.race.history.SavedPoints;
import downhill.race.history.SavedTrack;
import downhill.words.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the recorded losses, scores and ways of a session against those that its document gives when it is raced again, bit for bit. */
final class Replayed {
    private final List<SavedCourse> again;
    private final long to;

    /**
     * @param again what the document gave
     * @param to    step that it was raced to
     */
    Replayed(List<SavedCourse> again, long to) {
        this.again = again;
        this.to = to;
    }

    /** The first thing that is otherwise; empty where all is the same. */
    Optional<Said> difference(List<SavedCourse> recorded) {
        return recorded.stream().flatMap(course -> difference(course).stream()).findFirst();
    }

    private Optional<Said> difference(SavedCourse course) {
        SavedCourse other = again.stream().filter(one -> one.id().equals(course.id())).findFirst().orElse(null);
        if (other == null || other.history().start() != course.history().start()) {
            return Optional.of(Said.of("grade.altered.course", course.id()));
        }
        long start = course.history().start();
        SavedTrack was = course.history().loss().raw();
        SavedTrack now = other.history().loss().raw();
        long end = Math.min(was.length(), to - start);
        for (long i = Math.max(was.first(), now.first()); i < end; i++) {
            if (i >= now.length() || differ(at(was, i), at(now, i))) {
                return Optional.of(Said.of("grade.altered.loss", course.id(), start + i));
            }
        }
        return points(course.id(), "grade.altered.validation", course.history().validation(), other.history().validation())
                .or(() -> points(course.id(), "grade.altered.metric", course.history().metric(), other.history().metric()))
                .or(() -> way(course, other.history().trail()));
    }

    /** Where it was; again only what both know. */
    private static Optional<Said> way(SavedCourse course, List<PathPoint> now) {
        Map<Long, double[]> again = new HashMap<>();
        now.forEach(point -> again.put(point.step(), point.parameters()));
        return course.history().trail().stream()
                .filter(was -> again.containsKey(was.step()) && !Arrays.equals(was.parameters(), again.get(was.step()))).findFirst()
                .map(was -> Said.of("grade.altered.way", course.id(), was.step()));
    }

    /** A window validates at other moments too, where it rests; only those that both know are compared. */
    private static Optional<Said> points(String id, String altered, SavedPoints was, SavedPoints now) {
        int j = 0;
        for (int i = 0; i < was.steps().length; i++) {
            while (j < now.steps().length && now.steps()[j] < was.steps()[i]) {
                j++;
            }
            if (j < now.steps().length && now.steps()[j] == was.steps()[i] && differ(was.values()[i], now.values()[j])) {
                return Optional.of(Said.of(altered, id, (long) was.steps()[i]));
            }
        }
        return Optional.empty();
    }

    private static double at(SavedTrack track, long index) {
        return track.chunks()[(int) (index / SavedTrack.CHUNK - track.firstChunk())][(int) (index % SavedTrack.CHUNK)];
    }

    private static boolean differ(double one, double other) {
        return Double.doubleToLongBits(one) != Double.doubleToLongBits(other);
    }
}
