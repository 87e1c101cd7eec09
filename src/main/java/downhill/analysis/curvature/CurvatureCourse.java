package downhill.analysis.curvature;

import java.util.List;

/**
 * How the curvature under a contender went.
 *
 * @param name    of the contender
 * @param moments in the order of its steps
 */
public record CurvatureCourse(String name, List<Stability> moments) {
    /** Copies the list. */
    public CurvatureCourse {
        moments = List.copyOf(moments);
    }
}
