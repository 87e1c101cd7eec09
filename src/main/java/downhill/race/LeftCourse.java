package downhill.race;

import downhill.race.document.CourseKey;

/**
 * The course of a contender that is no longer in the race, as it stood when it left.
 *
 * @param key   what it depends on
 * @param bytes of memory held, roughly
 */
public record LeftCourse(CourseKey key, SavedCourse course, long bytes) {
    /** Without the moments in between, which going back in time would be quicker with. */
    LeftCourse lean() {
        long frames = course.frames().stream().skip(1).mapToLong(KeyFrame::bytes).sum();
        SavedCourse lean = new SavedCourse(course.id(), course.ruleStart(), course.now(), course.frames().subList(0, 1), course.standing(),
                course.history());
        return new LeftCourse(key, lean, bytes - frames);
    }
}
