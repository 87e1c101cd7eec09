package downhill.store;

import downhill.lesson.Picture;
import java.util.List;
import java.util.stream.Stream;

/** The lessons that come with the program: the course in its order, then the phenomena. */
public final class LessonLibrary {
    private static final List<String> COURSE = List.of("gradient-descent", "mini-batch", "momentum", "find-the-bug", "adaptive-rates",
            "learning-rate", "conditioning", "overfitting", "cross-entropy", "cnn-sizes", "sequences", "really-better", "overtuning",
            "explaining", "pruning", "fine-tuning", "workers", "sharpness", "muon", "own-optimizer");
    private static final List<String> PHENOMENA = List.of("catapult", "edge-of-stability", "zigzag", "stages",
            "saddle", "spectral-bias", "dead-relu", "adam-fails", "critical-batch", "double-descent", "grokking", "lottery-ticket",
            "mode-connectivity", "rate-transfer", "ntk-drift", "plasticity", "listings");
    private static final List<String> IDS = Stream.concat(COURSE.stream(), PHENOMENA.stream()).toList();

    private LessonLibrary() {
    }

    /** Their ids. */
    public static List<String> ids() {
        return IDS;
    }

    /** Those of them that make up the course, in its order. */
    public static List<String> course() {
        return COURSE;
    }

    /** Those of them that show one phenomenon of a paper each. */
    public static List<String> phenomena() {
        return PHENOMENA;
    }

    /** What one of these shows, recorded of its own races; every phenomenon has one. */
    public static Picture picture(String id) {
        return LessonPictures.of(id);
    }

    /** Its title in a language, which is all that is read of it. */
    public static String title(String id, String language) {
        return LessonFiles.bundled(id).text(language + ".md").lines().filter(line -> line.startsWith("# ")).findFirst().orElse("# " + id)
                .substring(2).strip();
    }

    /** The lesson of an id of these. */
    public static LessonStore.Opened read(String id) {
        return LessonStore.bundled(id);
    }
}
