package downhill.cli;

import downhill.race.document.Experiment;
import downhill.store.AtomicFiles;
import downhill.store.FileKind;
import downhill.store.LeaderboardCsv;
import downhill.store.Looks;
import downhill.store.ModelStore;
import downhill.store.Outputs;
import downhill.store.ResultsStore;
import downhill.study.automl.AutoResult;
import java.nio.file.Path;

/** What AutoML leaves in its folder, written when all is done, each file whole or not at all. */
final class AutomlFiles {
    static final String MODEL = "model" + ModelStore.ENDING;
    private static final String BEST = "best" + ModelStore.ENDING;
    private static final String BOARD = "leaderboard.csv";
    private static final String REPORT = "report.md";

    private final Path folder;

    AutomlFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Whether nothing would be lost.
     *
     * @param input null where nothing is read from a file
     * @throws downhill.store.StoreException where something would be
     */
    void check(Path input) {
        String option = "--out " + folder;
        new Outputs().reading(input).writing(option, folder.resolve(MODEL), FileKind.ZIP)
                .writing(option, folder.resolve(BEST), FileKind.ZIP)
                .writing(option, folder.resolve(ResultNames.EXPERIMENT), FileKind.DOCUMENT)
                .writing(option, folder.resolve(BOARD), FileKind.LEADERBOARD)
                .writing(option, folder.resolve(REPORT), FileKind.REPORT).check();
    }

    /** Where it is. */
    Path folder() {
        return folder;
    }

    /** The document tells that its sealed rows were looked at: the leaderboard shows what came of it there. */
    void write(AutoResult result, String report) {
        ResultsStore store = new ResultsStore(folder);
        if (result.ensemble() != null) {
            ModelStore.write(store.file(MODEL), result.ensemble());
        }
        if (result.single() != null) {
            ModelStore.write(store.file(BEST), result.single());
            Experiment document = result.experiment();
            store.experiment(document.looked(Looks.now(document, Path.of(""))), Path.of(""));
        }
        LeaderboardCsv.write(store.file(BOARD), result.leaderboard());
        AtomicFiles.write(store.file(REPORT), report, false);
    }
}
