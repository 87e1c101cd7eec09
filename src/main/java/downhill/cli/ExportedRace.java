package downhill.cli;

import downhill.data.Progress;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.export.notebook.RaceNotebook;
import downhill.export.notebook.RecordedLosses;
import downhill.race.Race;
import downhill.store.NotebookStore;
import downhill.store.PlainFile;
import downhill.words.Said;
import downhill.words.Words;
import java.nio.file.Path;
import java.util.List;

/** A whole race in the form of another program. */
final class ExportedRace {
    private ExportedRace() {
    }

    /**
     * The content of a notebook that repeats the race of an experiment, which is run, or of a session as far as it has come.
     *
     * @param told takes in what must be known of the file
     */
    static byte[] notebook(Path file, Words words, List<Said> told, Progress progress) {
        PlainFile.require(file);
        if (!ExplainDocument.isOne(file)) {
            throw new InputException(Said.of("data.named", file, Said.of("notebook.model")));
        }
        ExplainDocument document = ExplainDocument.open(file, told);
        Progress asked = Progress.asking(() -> !progress.cancelled());
        LoadedRows rows = DataSources.rows(document.learning().data(), document.folder(), asked);
        try (Race race = document.race(rows.prepared(), asked, progress)) {
            return NotebookStore.content(RaceNotebook.of(document.experiment(), rows.prepared(), rows.imported().table(),
                    new RecordedLosses(race), words));
        }
    }
}
