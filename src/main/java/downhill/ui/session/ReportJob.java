package downhill.ui.session;

import downhill.race.Checkpoint;
import downhill.report.RaceReport;
import downhill.report.ReportContent;
import downhill.report.ReportFolder;
import downhill.report.ReportLook;
import downhill.report.ReportPage;
import downhill.report.ReportWishes;
import downhill.store.AtomicFiles;
import downhill.store.FileKind;
import downhill.store.Outputs;
import downhill.store.ReportFile;
import downhill.ui.fx.UiTask;
import downhill.words.Words;
import java.nio.file.Path;

/**
 * Writes a report of the race as it stands: off the FX thread, with all that it needs taken from the window before.
 *
 * @param saving of the session
 * @param words  of the page's language
 * @param folder whether a folder is written, with each table beside the page
 */
public record ReportJob(Saving saving, ReportWishes wishes, Words words, ReportLook look, boolean folder) {
    /**
     * Writes it, whole or not at all.
     *
     * @param file the page, or the folder
     * @return the page
     */
    public Path write(UiTask<?> running, Path file) {
        Path page = folder ? file.resolve(ReportFolder.PAGE) : file;
        new Outputs().writing(file.getFileName().toString(), page, FileKind.PAGE).check();
        Checkpoint checkpoint = saving.checkpoint().join();
        RaceReport report = new RaceReport(checkpoint.experiment(), saving.folder(), checkpoint, wishes);
        ReportContent content = report.report(page.getFileName().toString(), new TaskProgress(running));
        ReportFile.Inside inside = ReportFile.inside(checkpoint, saving.folder(), page.toAbsolutePath().getParent());
        if (folder) {
            new ReportFolder(file).write(content, inside, words, look);
        } else {
            AtomicFiles.write(file, ReportPage.of(content, inside, words, look), false);
        }
        return page;
    }
}
