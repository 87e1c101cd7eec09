package downhill.race;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import java.util.List;

/**
 * A race at one moment with all that it needs to go on as if nothing had happened: the document, where each contender stands, its
 * key-frames and its history. A value; never written to.
 *
 * @param experiment the document as it stood
 * @param clock      the step the race was at
 * @param spacing    steps between key-frames
 * @param echoes     further steps at which key-frames were kept
 * @param watched    parameters whose values were recorded
 * @param courses    of the contenders that had begun
 * @param left       of those who had left by then, for as long as they may come back; in no file
 */
public record Checkpoint(Experiment experiment, long clock, long spacing, List<Long> echoes, List<Integer> watched,
                         List<SavedCourse> courses, List<LeftCourse> left) {
    public Checkpoint {
        echoes = List.copyOf(echoes);
        watched = List.copyOf(watched);
        courses = List.copyOf(courses);
        left = List.copyOf(left);
    }

    /** As it comes from a file. */
    public Checkpoint(Experiment experiment, long clock, long spacing, List<Long> echoes, List<Integer> watched,
                      List<SavedCourse> courses) {
        this(experiment, clock, spacing, echoes, watched, courses, List.of());
    }

    /** Of a race that has not begun. */
    public static Checkpoint notBegun(Experiment experiment) {
        return new Checkpoint(experiment, 0, Spacing.LEAST, List.of(), List.of(), List.of());
    }

    /**
     * The same race under a document whose contenders have changed since: the courses of those that are gone or others now are
     * left out.
     */
    public Checkpoint under(Experiment document) {
        List<SavedCourse> kept = courses.stream().filter(course -> sameCourse(course.id(), experiment, document)).toList();
        return new Checkpoint(document, clock, spacing, echoes, watched, kept, left);
    }

    private static boolean sameCourse(String id, Experiment was, Experiment now) {
        ContenderSpec before = Descent.byId(was, id);
        ContenderSpec after = Descent.byId(now, id);
        return before != null && after != null && Nursery.sameCourse(before, after);
    }

    /**
     * The same race with a longer budget: who had used the shorter one up goes on from there, and contenders that are others now begin
     * anew. Only where validations decide nothing ({@link Experiment#heedsValidation}) is that the course of the longer race.
     */
    public Checkpoint lengthened(Experiment document) {
        Checkpoint same = under(document);
        return new Checkpoint(document, clock, spacing, echoes, watched, same.courses.stream().map(SavedCourse::reopened).toList(),
                left.stream().map(one -> new LeftCourse(one.key(), one.course().reopened(), one.bytes())).toList());
    }

    /** The same race under a document that differs in what training does not see, such as the place of a data file. */
    public Checkpoint withExperiment(Experiment other) {
        return new Checkpoint(other, clock, spacing, echoes, watched, courses, left);
    }
}
