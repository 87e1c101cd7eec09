package downhill.ui.screen.report;

import downhill.report.ReportLook;
import downhill.report.ReportWishes;
import downhill.store.ReportFile;
import downhill.ui.control.Buttons;
import downhill.ui.control.Fields;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Rows;
import downhill.ui.fx.UiTask;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Desk;
import downhill.ui.session.Failures;
import downhill.ui.session.ReportJob;
import downhill.ui.session.Session;
import downhill.words.Words;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** Writes a report of the race as it stands, from a sheet that tells how far it is; closing the sheet gives it up. */
public final class Reporting {
    private static final double WIDTH = 480;
    private static final int LINES = 3;

    private final Desk desk;
    private final Session session;
    private final ProgressNote progress = new ProgressNote();
    private UiTask<Path> task;
    private String purpose = "";

    /** Tells of the session of {@code desk}. */
    public Reporting(Desk desk) {
        this.desk = desk;
        session = desk.session();
    }

    /** Asks what it is for and what is to be in it. */
    public void open() {
        TextArea why = Fields.area();
        why.setId("report-purpose");
        why.setPrefRowCount(LINES);
        why.setWrapText(true);
        why.setText(purpose);
        why.accessibleTextProperty().bind(Messages.binding("report.purpose"));
        CheckBox verdict = check("verdict");
        CheckBox explained = check("why");
        Button save = Buttons.primary("report.save", () -> {
            purpose = why.getText().strip();
            save(new ReportWishes(purpose.isEmpty() ? null : purpose, verdict.isSelected(), explained.isSelected(), null));
        });
        save.setId("report-save");
        VBox form = new VBox(8, Rows.paragraph(Messages.binding("report.about")), Rows.field(Messages.binding("report.purpose"), why),
                verdict, explained, progress);
        desk.sheets().open(Messages.binding("report.title"), WIDTH, form, Buttons.ghost("sheet.cancel", desk.sheets()::close), save);
        desk.sheets().onClosed(this::cancel);
    }

    private static CheckBox check(String part) {
        CheckBox box = Rows.check(Messages.binding("report.part." + part));
        box.setId("report-" + part);
        box.setSelected(true);
        return box;
    }

    /** Shows how far it is; once a frame. */
    public void frame() {
        if (task != null) {
            progress.show(task);
        }
    }

    private void cancel() {
        if (task != null) {
            task.cancel();
            progress.clear();
        }
    }

    private void save(ReportWishes wishes) {
        String title = session.experiment().title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        desk.files().toSaveAs((title.isEmpty() ? "report" : title + "-report") + ReportFile.ENDING).ifPresent(file -> begin(file, wishes));
    }

    private void begin(Path file, ReportWishes wishes) {
        cancel();
        ReportJob job = new ReportJob(session.saving(), wishes, Words.of(Messages.languageProperty().get().locale()), ReportLook.READER,
                false);
        task = desk.work().submit("window.report", running -> job.write(running, file), written -> {
            desk.sheets().close();
            desk.tell().accept(() -> Messages.text("report.done", written.getFileName()));
        }, failure -> {
            progress.clear();
            desk.problem().accept(Failures.words(failure));
        });
    }
}
