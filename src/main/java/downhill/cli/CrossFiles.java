package downhill.cli;

import downhill.analysis.curve.CurveRow;
import downhill.race.document.Experiment;
import downhill.store.AtomicFiles;
import downhill.store.CurvesCsv;
import downhill.store.FileKind;
import downhill.store.Outputs;
import downhill.store.ResultsStore;
import downhill.store.ScoresCsv;
import downhill.words.Words;
import java.nio.file.Path;
import java.util.List;

/** What a cross-validation leaves in its folder, written when all is done, each file whole or not at all. */
public final class CrossFiles {
    private static final String SCORES = "scores.csv";
    private static final String CURVES = "curves.csv";
    private static final String VERDICT = "verdict.json";
    private static final String PICTURE = "verdict.png";

    private final Path folder;
    private final VerdictChartWriter charts;
    private final Words words;

    /** Into {@code folder}, which is made where it is not there; {@code charts} draws the picture, which speaks in {@code words}. */
    public CrossFiles(Path folder, VerdictChartWriter charts, Words words) {
        this.words = words;
        this.folder = folder;
        this.charts = charts;
    }

    /**
     * Looks whether all of it can be written.
     *
     * @param inputs files that are read, and so must not be written to
     * @throws downhill.store.StoreException where something would be lost
     */
    public void check(List<Path> inputs) {
        Outputs outputs = new Outputs();
        inputs.forEach(outputs::reading);
        String option = "--out " + folder;
        outputs.writing(option, folder.resolve(ResultNames.EXPERIMENT), FileKind.DOCUMENT)
                .writing(option, folder.resolve(SCORES), FileKind.SCORES)
                .writing(option, folder.resolve(CURVES), FileKind.CURVES)
                .writing(option, folder.resolve(VERDICT), FileKind.SUMMARY)
                .writing(option, folder.resolve(PICTURE), FileKind.PICTURE).check();
    }

    /** Writes all; {@code dataFolder} is where paths of the experiment start. Where there are no curves, there is no file of them. */
    public void write(Experiment experiment, Path dataFolder, CrossReport report, List<CurveRow> curves) {
        ResultsStore store = new ResultsStore(folder);
        store.experiment(experiment, dataFolder);
        ScoresCsv.write(store.file(SCORES), report.scores());
        if (!curves.isEmpty()) {
            CurvesCsv.write(store.file(CURVES), curves);
        }
        AtomicFiles.write(store.file(VERDICT), report.json(), false);
        String metric = words.say(report.scores().metric().said());
        AtomicFiles.write(store.file(PICTURE), file -> charts.write(file, metric, report.verdict(), words), false);
    }
}
