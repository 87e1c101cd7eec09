package downhill.ui.app;

import downhill.race.Checkpoint;
import downhill.store.ExperimentStore;
import downhill.store.OpenedSession;
import downhill.store.SessionPlace;
import downhill.store.SessionStore;
import downhill.store.StoreException;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The walk that was left in the lab, as a session in a file of its own; earlier versions left its document alone. */
final class LabFile {
    private final Path file;
    private final Path document;

    /** In a folder that the program keeps things in. */
    LabFile(Path folder) {
        file = folder.resolve("lab.downhill");
        document = folder.resolve("lab.json");
    }

    /**
     * What was left; empty where nothing was.
     *
     * @throws StoreException where it cannot be read; it is put aside, so that the lab can begin anew
     */
    Optional<OpenedSession> read() {
        boolean whole = Files.isRegularFile(file);
        if (!whole && !Files.isRegularFile(document)) {
            return Optional.empty();
        }
        try {
            return Optional.of(whole ? SessionStore.read(file) : begun());
        } catch (StoreException unreadable) {
            throw new StoreException(Said.of("lab.unreadable", unreadable.said(), aside(whole ? file : document)), unreadable);
        }
    }

    private OpenedSession begun() {
        return new OpenedSession(Checkpoint.notBegun(ExperimentStore.read(document).experiment()), null, SessionPlace.NOWHERE,
                Instant.EPOCH, List.of(), null);
    }

    /** Where it cannot even be moved it stays where it is. */
    private static Path aside(Path unreadable) {
        Path aside = unreadable.resolveSibling(unreadable.getFileName() + ".damaged");
        try {
            return Files.move(unreadable, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stays) {
            return unreadable;
        }
    }

    /** @throws StoreException where it cannot be written; what was there before is there still */
    void write(Checkpoint left, Path folder, SessionPlace place) {
        SessionStore.write(file, left, folder, place);
    }
}
