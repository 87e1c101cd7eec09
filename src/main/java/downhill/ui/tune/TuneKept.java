package downhill.ui.tune;

import downhill.store.StoreException;
import downhill.store.StudyExport;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Ledger;
import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where the trials of a search are written down. A value.
 *
 * @param store  file of studies; null where they are gone with the program
 * @param space  what is searched
 * @param ledger opens it; asked on a thread that may wait
 */
public record TuneKept(Path store, SearchSpace space, Supplier<Ledger> ledger) {
    /** Whether there is a file of studies, of which there can be a copy. */
    public boolean hasStore() {
        return store != null;
    }

    /**
     * All trials in one file, as {@code tune --export} leaves them; on a thread that may wait.
     *
     * @throws StoreException of one sentence where it cannot be written so; what was there is then as it was
     */
    public void export(Path file) {
        StudyExport.check(file, store);
        if (store != null && !Files.exists(store)) { // opened, it would be there again and empty
            throw new StoreException(Said.of("study.export.gone", store));
        }
        try (Ledger open = ledger.get()) {
            StudyExport.write(file, open, space);
        }
    }
}
