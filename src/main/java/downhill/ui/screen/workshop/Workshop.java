package downhill.ui.screen.workshop;

import downhill.analysis.sweep.Phase;
import downhill.analysis.sweep.PhasePlot;
import downhill.optim.Rule;
import downhill.optim.RuleText;
import downhill.store.AtomicFiles;
import downhill.store.PlainFile;
import downhill.ui.chart.CategoryDrawing;
import downhill.ui.control.Card;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import downhill.ui.theme.Palette;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The rule workshop; what was written stays until it is opened again. */
public final class Workshop {
    private static final double WIDTH = 1000;
    private static final Duration PAUSE = Duration.millis(350);

    private final Session session;
    private final FxExecutor work;
    private final Sheets sheets;
    private final FileChoice files;
    private final Consumer<Supplier<String>> problem;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private WorkshopModel model;
    private WorkshopView view;
    private PhasePlot plot;
    private final Subscriptions attached = new Subscriptions();

    /** {@code problem} shows one line about a file that cannot be read or written. */
    public Workshop(Session session, FxExecutor work, Sheets sheets, FileChoice files, Consumer<Supplier<String>> problem) {
        this.session = session;
        this.work = work;
        this.sheets = sheets;
        this.files = files;
        this.problem = problem;
        pause.setOnFinished(event -> draw());
    }

    /** Opens it over the window. */
    public void open() {
        if (session.experiment() == null) {
            return;
        }
        show(new WorkshopView(model(), false));
        sheets.open(Messages.binding("workshop.title"), WIDTH, view.node(),
                view.actions(this::openFile, this::saveFile, sheets::close, this::race));
        sheets.onClosed(this::closed);
        view.legend();
        view.focus();
    }

    /** The same in a place of its own, until {@link #dispose()}. */
    public Region embed() {
        show(new WorkshopView(model(), true));
        HBox actions = new HBox(8, view.actions(this::openFile, this::saveFile, null, model::race));
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.setMinHeight(Region.USE_PREF_SIZE); // in a lecture there is less room than all of it takes
        ScrollPane body = Rows.scrolled(view.node());
        VBox.setVgrow(body, Priority.ALWAYS);
        view.legend();
        return new Card(Messages.binding("workshop.title"), body, actions);
    }

    /** Puts the caret into the text. */
    public void focus() {
        view.focus();
    }

    /** Ends what {@link #embed()} began. */
    public void dispose() {
        closed();
    }

    private WorkshopModel model() {
        model = model == null ? new WorkshopModel(session) : model;
        return model;
    }

    private void show(WorkshopView fresh) {
        view = fresh;
        attached.follow(model.ruleProperty(), this::changed);
        attached.listen(model.problemProperty(), now -> view.show(model.ruleProperty().get()));
        attached.listen(Messages.languageProperty(), now -> {
            changed(model.ruleProperty().get());
            show();
        });
    }

    private void closed() {
        attached.dispose();
        pause.stop();
        view.dispose();
        view = null;
    }

    private void changed(Rule rule) {
        view.show(rule);
        if (model.canPlot()) {
            pause.playFromStart();
        } else {
            view.noPlot();
        }
    }

    private void race() {
        if (model.race().isPresent()) {
            sheets.close();
        }
    }

    private void draw() {
        if (view != null && model.canPlot()) {
            work.<PhasePlot>submit("workshop.phase", model.plotting(), drawn -> {
                plot = drawn;
                show();
            }, failure -> problem.accept(Failures.words(failure)));
        }
    }

    private void show() {
        if (view != null && plot != null) {
            view.show(drawing(plot));
        }
    }

    private static CategoryDrawing drawing(PhasePlot plot) {
        int[][] kinds = Arrays.stream(plot.phases()).map(row -> Arrays.stream(row).mapToInt(Phase::ordinal).toArray())
                .toArray(int[][]::new);
        List<String> names = Arrays.stream(Phase.values()).map(phase -> Messages.text(key(phase))).toList();
        return new CategoryDrawing(plot.learningRates(), plot.curvatures(), kinds, names, Workshop::colour,
                Messages.text("workshop.rate"), Messages.text("workshop.curvature"));
    }

    static String key(Phase phase) {
        return "workshop.phase." + phase.name().toLowerCase(Locale.ROOT);
    }

    /** Apart for the colour-blind, too: blue, orange, vermilion, grey. */
    static Color colour(Palette palette, int phase) {
        return switch (Phase.values()[phase]) {
            case CONVERGES -> palette.contender(0).line().awt();
            case OSCILLATES -> palette.contender(4).line().awt();
            case DIVERGES -> palette.contender(1).line().awt();
            case SLOW -> palette.line().awt();
        };
    }

    private void openFile() {
        files.toOpen("rule").ifPresent(file -> work.<String>submit("workshop.file", task -> text(file), model.textProperty()::set,
                failure -> problem.accept(() -> Messages.text("workshop.unreadable", file.getFileName(), Failures.sentence(failure)))));
    }

    private static String text(Path file) throws IOException {
        PlainFile.require(file);
        return RuleText.read(file);
    }

    private void saveFile() {
        String name = model.ruleProperty().get() == null ? "rule" : model.ruleProperty().get().id();
        String text = model.textProperty().get();
        files.toSaveAs(name + ".rule").ifPresent(file -> work.<Path>submit("workshop.file", task -> {
            AtomicFiles.write(file, text, false);
            return file;
        }, saved -> view.saved(saved), failure -> problem.accept(Failures.words(failure))));
    }
}
