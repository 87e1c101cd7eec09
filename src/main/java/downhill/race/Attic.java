package downhill.race;

import downhill.race.document.CourseKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Courses of contenders that left the race or took another course, in case they come back. As many as have room: first the moments
 * between birth and now are given up, then whole courses, those that left first at first. For the race's thread, but for {@link #has}.
 */
final class Attic {
    private final long limit;
    private final Map<CourseKey, LeftCourse> courses = new LinkedHashMap<>();
    private long bytes;
    private volatile Set<CourseKey> kept = Set.of();

    /** @param limit bytes for all of them together */
    Attic(long limit) {
        this.limit = limit;
    }

    /** Whether a course is kept; from any thread. */
    boolean has(CourseKey key) {
        return kept.contains(key);
    }

    /** Keeps the course of a lane that has left its team. */
    void put(Lane lane) {
        SavedCourse course = lane.save(lane.states);
        long own = lane.frames.bytes() + lane.history.bytes() + lane.history.trail().bytes();
        put(new LeftCourse(lane.key(), course, lane.states == null ? own : own + course.now().bytes()));
    }

    private void put(LeftCourse left) {
        drop(left.key());
        LeftCourse fitting = left.bytes() > limit ? left.lean() : left;
        courses.put(left.key(), fitting);
        bytes += fitting.bytes();
        while (bytes > limit) {
            drop(courses.keySet().iterator().next());
        }
        kept = Set.copyOf(courses.keySet());
    }

    private void drop(CourseKey key) {
        LeftCourse gone = courses.remove(key);
        bytes -= gone == null ? 0 : gone.bytes();
        kept = Set.copyOf(courses.keySet());
    }

    /** The course, which is kept here no longer; null where it is not kept. */
    SavedCourse take(CourseKey key) {
        LeftCourse left = courses.get(key);
        drop(key);
        return left == null ? null : left.course();
    }

    /** All, those that left first at first. */
    List<LeftCourse> list() {
        return List.copyOf(courses.values());
    }

    /** These and no others. */
    void restore(Collection<LeftCourse> saved) {
        courses.clear();
        bytes = 0;
        kept = Set.of();
        saved.forEach(this::put);
    }
}
