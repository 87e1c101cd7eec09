package downhill.store;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose text is not what it should be: the message names file, line and what is wrong there. */
final class MalformedException extends StoreException {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }

    MalformedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The same with what to do: the save before is named where there is one. */
    MalformedException advising(Path file, String otherwise) {
        Path previous = AtomicFiles.previous(file);
        return new MalformedException(getMessage() + " " + (Files.exists(previous) ? "The save before it is in " + previous + "." : otherwise), this);
    }
}
