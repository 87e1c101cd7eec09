package downhill.store;

import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose text is not what it should be: the message names file, line and what is wrong there. */
final class MalformedException extends StoreException {
    private static final long serialVersionUID = 1L;

    MalformedException(Said said) {
        super(said);
    }

    MalformedException(Said said, Throwable cause) {
        super(said, cause);
    }

    /** The same with what to do: the save before is named where there is one. */
    MalformedException advising(Path file, Said otherwise) {
        Path previous = AtomicFiles.previous(file);
        return new MalformedException(Said.sentences(said(), Files.exists(previous) ? Said.of("store.previous", previous) : otherwise),
                this);
    }
}
