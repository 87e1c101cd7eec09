package downhill.ui.screen.data;

import downhill.data.DataException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.csv.CsvImport;
import downhill.data.csv.Imported;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.sample.SampleTiles;
import downhill.ui.screen.LiveScreen;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The table of the experiment, or the preview of another before it is taken. */
public final class DataController extends LiveScreen {
    private final DataModel model;
    private final FxExecutor work;
    private final Sheets sheets;
    private final FileChoice picker;
    private final DataView view;
    private final Gallery gallery;
    private final HBox options = new HBox();
    private final SampleTiles tiles;
    private final Card samples;
    private Imported asked;

    /**
     * The screen of {@code session}; {@code show} puts it into view, {@code openFile} asks for a file, {@code ask} asks the models about a
     * row, from 0.
     */
    public DataController(Session session, FxExecutor work, Sheets sheets, FileChoice picker, Runnable show, Runnable openFile,
            IntConsumer ask) {
        this.work = work;
        this.sheets = sheets;
        this.picker = picker;
        model = new DataModel(session, work);
        gallery = new Gallery(sheets, spec -> {
            show.run();
            preview(spec);
        });
        view = new DataView(model, openFile, gallery::open, this::reading, this::saveProblems, ask);
        tiles = new SampleTiles("data", work, sample -> preview(sample.spec()));
        samples = new Card(Messages.binding("data.gallery.samples"), tiles.into(new VBox()))
                .actions(Buttons.link("data.samples.more", gallery::open));
        samples.setId("samples-card");
        attached.follow(session.dataProperty(), now -> model.sessionChanged());
        attached.listen(model.shownProperty(), now -> {
            refresh();
            askIfUnsure(now);
        });
        attached.listen(model.problem().saidProperty(), now -> {
            view.showProblem(now);
            refresh(); // what was chosen in vain is set back
        });
        attached.listen(session.selection().rowProperty(), now -> view.markRow());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** Reads a file and shows it; the experiment stays as it is until a person takes it. */
    public void preview(Path file) {
        if (isTooLarge(file)) {
            LargeFile.ask(file, file.toFile().length(), sheets, options -> model.preview(file, options));
        } else {
            model.preview(file);
        }
    }

    /** What cannot be looked at is told when it is read. */
    private static boolean isTooLarge(Path file) {
        try {
            return CsvImport.isTooLarge(file, ImportOptions.DEFAULT);
        } catch (DataException e) {
            return false;
        }
    }

    /** How the file shown is read, and why; each part can be overruled. */
    public void reading() {
        model.file().ifPresent(file -> ImportSheet.open(new ImportModel(model.shownProperty().get().spec(), file, work), sheets,
                model::reread));
    }

    /** A file about which something had to be guessed is shown with the guesses, unless a person spoke about it already. */
    private void askIfUnsure(LoadedData data) {
        boolean guessed = isActive() && data != null && model.draftProperty().get()
                && data.spec().source() instanceof DataSource.CsvFile file
                && file.options().dialect() == null && data.imported().report().needsALook();
        if (guessed && data.imported() != asked) {
            asked = data.imported();
            reading();
        }
    }

    private void saveProblems() {
        String name = DataWords.source(shown().spec().source()).replaceFirst("\\.[^.]*$", "");
        picker.toSaveAs(name + "-problems.csv")
                .ifPresent(target -> model.saveProblems(target, () -> view.tell(() -> Messages.text("data.problems.saved", target))));
    }

    /** The same for any source. */
    public void preview(DataSpec spec) {
        model.preview(spec);
    }

    /** The bundled data, to be chosen at the side. */
    public Node samples() {
        return samples;
    }

    /** Bundled data and generators. */
    public void gallery() {
        gallery.open();
    }

    /** Learns the target of what is shown as classes, or as a number. */
    public void learnClasses(boolean classes) {
        model.setTask(classes);
    }

    /** The experiment learns from what is shown. */
    public void use() {
        model.use();
    }

    /** What is shown; null for nothing. */
    public LoadedData shown() {
        return model.shownProperty().get();
    }

    /** Why nothing new is shown; empty where all is well. */
    public String problem() {
        return model.problem().get();
    }

    /** Once a frame: shows how far reading is. */
    public void frame() {
        if (isActive()) {
            view.frame();
        }
    }

    @Override
    public String titleKey() {
        return "tab.data";
    }

    @Override
    public Node content() {
        return view.node();
    }

    @Override
    public Node options() {
        return options;
    }

    @Override
    protected void refresh() {
        if (isActive()) {
            tiles.draw();
            view.show(model.shownProperty().get());
        }
    }
}
