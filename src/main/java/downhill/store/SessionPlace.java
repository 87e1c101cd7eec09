package downhill.store;

import downhill.lesson.LessonWork;
import downhill.race.history.EarlierRace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a window shows of a session besides its race.
 *
 * @param file      the file it was opened from or saved to, or null for none
 * @param folder    folder that the paths of its data files are relative to, or null for the working folder
 * @param unsaved   whether the document had changes that were in no file
 * @param contender id of the contender chosen, or null
 * @param earlier   races kept to be laid behind this one; none in files where it is absent
 * @param lesson    what was done of the lesson that opened this; null for none
 */
public record SessionPlace(String file, String folder, boolean unsaved, String contender, List<EarlierRace> earlier, LessonWork lesson) {
    public SessionPlace {
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    /** Without earlier races or a lesson. */
    public SessionPlace(String file, String folder, boolean unsaved, String contender) {
        this(file, folder, unsaved, contender, List.of(), null);
    }

    /** Whether a file of this name holds a session, or is to. */
    public static boolean isSession(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(SessionStore.ENDING);
    }

    /** Of a session without a window. */
    public static final SessionPlace NOWHERE = new SessionPlace(null, null, false, null);
}
