package downhill.ui.screen.takeaway;

import downhill.race.Racing;
import downhill.store.AtomicFiles;
import downhill.ui.chart.ChartPane;
import downhill.ui.fx.Images;
import downhill.ui.fx.UiTask;
import downhill.ui.i18n.Messages;
import downhill.ui.session.AllCurves;
import downhill.ui.session.Desk;
import downhill.ui.session.Failures;
import downhill.ui.theme.Theme;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Takes charts out of the window: as a file, onto the clipboard, as a film; and all curves as one table. */
public final class Takeaway {
    private static final String SLOT = "takeaway";

    private final Desk desk;
    private UiTask<?> task;
    private TakeawaySheet sheet;

    /** Of charts and curves of the session of {@code desk}. */
    public Takeaway(Desk desk) {
        this.desk = desk;
    }

    /** Asks how {@code chart}, as it is shown now, shall be taken away; says so where it is empty. */
    public void open(ChartPane chart) {
        boolean moved = chart != null && chart.drawing() != null && chart.film().isPresent(); // what is empty now may have been seen before
        if (!moved && isEmpty(chart)) {
            return;
        }
        sheet = new TakeawaySheet(model(chart), this);
        sheet.open(desk.sheets(), chart.titleProperty().get());
        desk.sheets().onClosed(() -> {
            cancel();
            sheet = null;
        });
    }

    /** Copies a chart's picture, as it is shown now. */
    public void copyPicture(ChartPane chart) {
        if (!isEmpty(chart)) {
            TakeawayModel model = model(chart);
            model.widthProperty().set(chart.getWidth());
            model.heightProperty().set(chart.getHeight());
            copyPicture(model);
        }
    }

    /** Copies a chart's numbers. */
    public void copyData(ChartPane chart) {
        if (!isEmpty(chart)) {
            copyData(model(chart));
        }
    }

    /** Puts a table of the window onto the clipboard. */
    public void copyTable(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        desk.tell().accept(() -> Messages.text("takeaway.copied.data"));
    }

    /** Asks where a table of the window shall be saved, and saves it; {@code suggestion} is a name with its ending. */
    public void saveTable(String suggestion, String text) {
        desk.files().toSaveAs(suggestion).ifPresent(file -> run(file, running -> {
            AtomicFiles.write(file, text, false);
            return file;
        }));
    }

    /** All curves of all contenders as one CSV. */
    public void saveAllCurves() {
        Racing race = desk.session().race().racing();
        if (race == null || race.recordedSteps() == 0) {
            desk.problem().accept(() -> Messages.text("takeaway.nothing"));
            return;
        }
        AllCurves curves = new AllCurves(desk.session().experiment().contenders(), race);
        desk.files().toSaveAs("curves.csv").ifPresent(file -> run(file, running -> {
            curves.write(file, running);
            return file;
        }));
    }

    /** Ends what is being written; its file does not appear. */
    public void cancel() {
        if (task != null) {
            task.cancel();
        }
    }

    /** Once a frame: shows how far the writing is. */
    public void frame() {
        if (sheet != null && task != null) {
            sheet.progress().show(task);
        }
    }

    void save(TakeawayModel model) {
        desk.files().toSaveAs(model.suggestion()).ifPresent(file -> run(file, model.writing(file)));
    }

    void copyPicture(TakeawayModel model) {
        var picture = model.picture();
        double pixels = model.scaleProperty().get();
        desk.work().<java.awt.image.BufferedImage>submit(SLOT, running -> picture.image(pixels), image -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(Images.toFx(image));
            Clipboard.getSystemClipboard().setContent(content);
            desk.tell().accept(() -> Messages.text("takeaway.copied.picture"));
        }, this::failed);
    }

    void copyData(TakeawayModel model) {
        desk.work().<String>submit(SLOT, running -> model.drawing().table().csv(), text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            desk.tell().accept(() -> Messages.text("takeaway.copied.data"));
        }, this::failed);
    }

    private void run(Path file, UiTask.Work<Path> writing) {
        task = desk.work().submit(SLOT, writing, written -> {
            if (sheet != null) {
                desk.sheets().close();
            }
            desk.tell().accept(() -> Messages.text("takeaway.saved", written.getFileName()));
        }, this::failed);
    }

    private void failed(Exception failure) {
        if (sheet != null) {
            sheet.progress().clear();
        }
        desk.problem().accept(Failures.words(failure));
    }

    private boolean isEmpty(ChartPane chart) {
        boolean empty = chart == null || chart.drawing() == null || chart.drawing().isEmpty();
        if (empty) {
            desk.problem().accept(() -> Messages.text("takeaway.nothing"));
        }
        return empty;
    }

    private static TakeawayModel model(ChartPane chart) {
        return new TakeawayModel(chart.titleProperty().get(), chart.drawing().apart(), Theme.of(chart).palette(),
                chart.viewProperty().get(), chart.film());
    }
}
