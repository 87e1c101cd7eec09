package downhill.store;

import java.util.List;

/** The lessons that come with the program, in the order of the course. */
public final class LessonLibrary {
    private static final List<String> IDS = List.of("gradient-descent", "mini-batch", "momentum", "find-the-bug", "adaptive-rates");

    private LessonLibrary() {
    }

    /** Their ids. */
    public static List<String> ids() {
        return IDS;
    }

    /** The lesson of an id of these. */
    public static LessonStore.Opened read(String id) {
        return LessonStore.bundled(id);
    }
}
