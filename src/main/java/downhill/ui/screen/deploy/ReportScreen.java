package downhill.ui.screen.deploy;

import downhill.report.ReportLook;
import downhill.report.ReportWishes;
import downhill.store.ReportFile;
import downhill.ui.command.Command;
import downhill.ui.control.Buttons;
import downhill.ui.control.CommandButton;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Fields;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Labels;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.UiTask;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.FramedScreen;
import downhill.ui.session.Failures;
import downhill.ui.session.Obstacles;
import downhill.ui.session.ReportJob;
import downhill.ui.session.Session;
import downhill.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A report of the race as it stands: what it is for, in which language and look; written beside the race, and opened from here. */
final class ReportScreen extends FramedScreen {
    private static final int LINES = 4;
    private static final double WIDTH = 620;

    private final Session session;
    private final FileChoice files;
    private final FxExecutor work = FxExecutor.threads(1, "deploy-report");
    private final TextArea purpose = Fields.area();
    private final Segments<Language> language;
    private final Segments<ReportLook> look;
    private final CheckBox verdict = check("verdict");
    private final CheckBox explained = check("why");
    private final CheckBox folder = check("folder");
    private final ProgressNote progress = new ProgressNote(this::cancel);
    private final Label told = Labels.plain("");
    private final Button open;
    private final ScrollPane node;
    private UiTask<Path> task;
    private Path page;
    private Supplier<String> said = () -> "";
    private boolean failed;

    /**
     * @param save asks where it is written
     * @param show has a page opened by its address
     */
    ReportScreen(Session session, FileChoice files, Command save, Consumer<String> show) {
        super("deploy.tab.report");
        this.session = session;
        this.files = files;
        purpose.setId("deploy-report-purpose");
        purpose.setPrefRowCount(LINES);
        purpose.setWrapText(true);
        purpose.accessibleTextProperty().bind(Messages.binding("report.purpose"));
        language = new Segments<>(List.of(Language.values()), one -> new SimpleStringProperty(one.ownName())).boxed();
        language.setId("deploy-report-language");
        language.valueProperty().set(Messages.languageProperty().get());
        look = new Segments<>(List.of(ReportLook.values()), one -> Messages.binding("deploy.report.look." + one.id())).boxed();
        look.setId("deploy-report-look");
        verdict.setSelected(true);
        explained.setSelected(true);
        Button button = CommandButton.explained(Buttons.primary("report.save", save::run), save);
        button.setId("deploy-report-save");
        open = Buttons.ghost("deploy.report.open", () -> show.accept(page.toUri().toString()));
        open.setId("deploy-report-open");
        open.managedProperty().bind(open.visibleProperty());
        told.setId("deploy-report-told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        WrapRow buttons = new WrapRow(8);
        buttons.getChildren().addAll(button, open);
        VBox form = new VBox(10, Rows.paragraph(Messages.binding("report.about")), Rows.field(Messages.binding("report.purpose"), purpose),
                Rows.field(Messages.binding("deploy.report.language"), language), Rows.field(Messages.binding("deploy.report.look"), look),
                verdict, explained, folder, buttons, progress, told);
        form.setMaxWidth(WIDTH);
        node = Rows.scrolled(form);
        node.setId("deploy-report");
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.add(work::close);
    }

    private static CheckBox check(String part) {
        CheckBox box = Rows.check(Messages.binding("report.part." + part));
        box.setId("deploy-report-" + part);
        return box;
    }

    /** Asks where, and writes it. */
    void save() {
        String title = session.experiment().title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        files.toSaveAs((title.isEmpty() ? "report" : title + "-report") + ReportFile.ENDING).ifPresent(this::begin);
    }

    private void begin(Path file) {
        cancel();
        String why = purpose.getText().strip();
        ReportWishes wishes = new ReportWishes(why.isEmpty() ? null : why, verdict.isSelected(), explained.isSelected(), null);
        ReportJob job = new ReportJob(session.saving(), wishes, Words.of(language.valueProperty().get().locale()),
                look.valueProperty().get(), folder.isSelected());
        Path to = folder.isSelected() ? bare(file) : file;
        page = null;
        say(() -> "", false);
        task = work.submit("report", running -> job.write(running, to), this::written, failure -> {
            progress.clear();
            say(Failures.words(failure), true);
        });
    }

    /** A folder has no ending. */
    private static Path bare(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ReportFile.ENDING) ? file.resolveSibling(name.substring(0, name.length() - ReportFile.ENDING.length())) : file;
    }

    private void written(Path written) {
        progress.clear();
        page = written;
        say(() -> Messages.text("report.done", written), false);
    }

    private void cancel() {
        if (task != null && task.isActive()) {
            task.cancel();
            progress.clear();
            say(() -> Messages.text("deploy.report.cancelled"), false);
        }
    }

    private void say(Supplier<String> words, boolean bad) {
        said = words;
        failed = bad;
        refresh();
    }

    /** Once a frame. */
    void frame() {
        if (task != null && isActive()) {
            progress.show(task);
        }
    }

    @Override
    protected Node shown() {
        if (!Obstacles.noExperiment(session).isEmpty()) {
            return new EmptyState("deploy.report.none", "deploy.report.none.how");
        }
        open.setVisible(page != null);
        told.setText(said.get());
        told.getStyleClass().setAll("label", failed ? "invalid-note" : "secondary");
        return node;
    }
}
