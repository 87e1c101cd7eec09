package downhill.ui.screen.tune;

import downhill.race.RaceOptions;
import downhill.store.ModelStore;
import downhill.study.automl.AutoResult;
import downhill.ui.control.Buttons;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Labels;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Failures;
import downhill.ui.session.Session;
import downhill.ui.tune.AutoRun;
import downhill.ui.tune.TunePlace;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Finds a model by itself, in a sheet: for how long, how far it is, what came of it, and what can be done with it. */
final class AutoSheet {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 300;
    private static final String FILE = "automl" + ModelStore.ENDING;

    private final Session session;
    private final TunePlace place;
    private final FileChoice files;
    private final Consumer<Supplier<String>> tell;
    private final Consumer<AutoResult> race;
    private final AutoBudget budget = new AutoBudget();
    private final ProgressNote progress = new ProgressNote();
    private final Retold said = new Retold(this, "said");
    private final VBox lines = Rows.column();
    private final Button start = Buttons.primary("tune.automl.start", this::toggle);
    private final Button save = Buttons.ghost("tune.automl.save", this::save);
    private final Button enter = Buttons.ghost("tune.automl.race", this::enter);
    private AutoRun run;
    private AutoRun.Stand shown;

    /** {@code race} puts what was found into the race. */
    AutoSheet(Session session, TunePlace place, FileChoice files, Consumer<Supplier<String>> tell, Consumer<AutoResult> race) {
        this.session = session;
        this.place = place;
        this.files = files;
        this.tell = tell;
        this.race = race;
        start.setId("automl-start");
        progress.setId("automl-progress");
        save.setId("automl-save");
        enter.setId("automl-race");
    }

    void open(Sheets sheets) {
        Label told = Labels.bound(said.textProperty());
        told.setId("automl-told");
        told.setWrapText(true);
        ScrollPane scrolled = Rows.scrolled(lines);
        scrolled.setPrefHeight(HEIGHT);
        scrolled.visibleProperty().bind(Bindings.isNotEmpty(lines.getChildren())); // no void before there is something to tell
        scrolled.managedProperty().bind(scrolled.visibleProperty());
        VBox form = new VBox(8, Rows.paragraph(Messages.binding("tune.automl.how")), budget.node(), progress, told, scrolled);
        said.say(() -> "");
        ready(null);
        sheets.open(Messages.binding("tune.automl"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close), save, enter, start);
        sheets.onClosed(this::stop);
    }

    /** Ends what is under way; nobody waits for it. */
    void stop() {
        if (run != null) {
            run.stop();
        }
    }

    private void toggle() {
        if (run != null && !run.stand().over()) {
            run.stop();
            start.setDisable(true);
            return;
        }
        lines.getChildren().clear();
        ready(null);
        budget.node().setDisable(true);
        said.say(() -> "");
        run = new AutoRun(session.experiment(), session.dataProperty().get(), session.rules(), RaceOptions.besideWindow().threads(),
                budget.minutes(), budget.most()).at(place, session.folder() == null ? Path.of("") : session.folder());
        shown = null;
        start.textProperty().bind(Messages.binding("tune.automl.stop"));
        run.start();
    }

    /** Once a frame. */
    void frame() {
        AutoRun.Stand now = run == null ? null : run.stand();
        if (now == null || now == shown) {
            return;
        }
        shown = now;
        if (!now.over()) {
            progress.show(now.share(), now.finals() ? Messages.text("tune.automl.finals")
                    : Messages.text("tune.automl.so", Numbers.count(now.trials())));
            return;
        }
        progress.clear();
        budget.node().setDisable(false);
        start.setDisable(false);
        start.textProperty().bind(Messages.binding("tune.automl.start"));
        said.say(() -> now.problem().isEmpty() ? Messages.text("tune.automl.done", Numbers.count(now.trials()))
                : Spoken.text(now.problem()));
        if (now.report() != null) {
            lines.getChildren().add(AutoBoard.of(now.report()));
            now.report().sentences().forEach(line -> lines.getChildren().add(Rows.paragraph(Spoken.binding(line))));
        }
        ready(now.result());
    }

    private void ready(AutoResult result) {
        save.setDisable(result == null || result.ensemble() == null);
        enter.setDisable(result == null || result.experiment() == null);
    }

    private void save() {
        AutoResult result = shown.result();
        files.toSaveAs(FILE).ifPresent(file -> save(file, result));
    }

    private void save(Path file, AutoResult result) {
        try {
            ModelStore.write(file, result.ensemble());
            tell.accept(() -> Messages.text("scoring.saved", file.getFileName()));
        } catch (RuntimeException failure) {
            Supplier<String> words = Failures.words(failure);
            said.say(words);
        }
    }

    private void enter() {
        race.accept(shown.result());
    }
}
