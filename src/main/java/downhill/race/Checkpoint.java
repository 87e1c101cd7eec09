package downhill.race;

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
 */
public record Checkpoint(Experiment experiment, long clock, long spacing, List<Long> echoes, List<Integer> watched,
                         List<SavedCourse> courses) {
    public Checkpoint {
        echoes = List.copyOf(echoes);
        watched = List.copyOf(watched);
        courses = List.copyOf(courses);
    }

    /** The same race under a document that differs in what training does not see, such as the place of a data file. */
    public Checkpoint withExperiment(Experiment other) {
        return new Checkpoint(other, clock, spacing, echoes, watched, courses);
    }
}
