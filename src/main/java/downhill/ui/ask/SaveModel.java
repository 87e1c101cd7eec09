package downhill.ui.ask;

import downhill.data.prepare.Prepared;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.ModelStore;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.fit.ContenderModel;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Retold;
import downhill.ui.session.Desk;
import downhill.ui.session.Session;
import downhill.ui.session.Failures;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Snapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Saves the model of a contender as it stands, or as it was where its validation loss was least. */
final class SaveModel {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 146;
    private static final long PATIENCE_SECONDS = 600;

    /** Whose parameters. */
    enum Which { NOW, BEST }

    private final Desk desk;
    private final Session session;
    private final Racing race;
    private final Choice<ContenderSpec> who;
    private final Segments<Which> which = new Segments<>(List.of(Which.values()),
            one -> Messages.binding("scoring.save." + one.name().toLowerCase(Locale.ROOT))).boxed();
    private final Retold said = new Retold(this, "said");
    private final Label about = Rows.paragraph(said.textProperty());
    private final Button save = Buttons.primary("scoring.save.file", this::save);

    private SaveModel(Desk desk) {
        this.desk = desk;
        session = desk.session();
        this.race = session.race().racing();
        List<ContenderSpec> all = session.experiment().contenders();
        String selected = session.selection().contenderProperty().get();
        ContenderSpec first = all.stream().filter(one -> one.id().equals(selected)).findFirst().orElse(all.get(0));
        who = new Choice<ContenderSpec>(Messages.binding("scoring.save.who"), all, ContenderSpec::name).start(first, one -> describe());
        who.setId("scoring-save-who");
        which.setId("scoring-save-which");
        save.setId("scoring-save-file");
    }

    static void open(Desk desk) {
        Session session = desk.session();
        boolean learning = session.experiment() != null && session.experiment().problem() instanceof Problem.Learning;
        LoadedData data = session.dataProperty().get();
        if (!learning || data == null || !data.isUsable() || !session.race().isOpen() || session.experiment().contenders().isEmpty()) {
            String why = session.experiment() != null && !learning ? "metrics.none.surface" : "metrics.soon.how";
            desk.problem().accept(() -> Messages.text(why));
            return;
        }
        new SaveModel(desk).show();
    }

    private void show() {
        which.valueProperty().addListener((source, old, now) -> describe());
        about.setMinHeight(Label.USE_PREF_SIZE);
        VBox form = new VBox(8, Rows.field(Messages.binding("scoring.save.who"), who),
                Rows.field(Messages.binding("scoring.save.which"), which), about);
        form.setPrefHeight(HEIGHT); // the paragraph wraps, which a scrolled form cannot foresee
        desk.sheets().open(Messages.binding("scoring.save.title"), WIDTH, form, Buttons.ghost("sheet.cancel", desk.sheets()::close), save);
        describe();
    }

    private void describe() {
        ContenderModel.Moment moment = moment();
        Outcome outcome = standing() == null ? null : standing().outcome();
        boolean now = which.valueProperty().get() == Which.NOW;
        boolean unborn = now && outcome == Outcome.UNBORN;
        boolean lost = now && outcome == Outcome.DIVERGED;
        save.setDisable(moment == null || lost || unborn);
        said.say(() -> about(moment, lost, unborn));
    }

    private static String about(ContenderModel.Moment moment, boolean lost, boolean unborn) {
        if (unborn) {
            return Messages.text("fit.unborn", Numbers.count(moment.step()));
        }
        if (lost) {
            return Messages.text("scoring.save.diverged");
        }
        if (moment == null) {
            return Messages.text("scoring.save.noBest");
        }
        return Double.isNaN(moment.validationLoss()) ? Messages.text("scoring.save.about", Numbers.count(moment.step()))
                : Messages.text("scoring.save.about.loss", Numbers.count(moment.step()), Numbers.format(moment.validationLoss()));
    }

    private RaceSnapshot.Standing standing() {
        return Snapshots.of(session.snapshotProperty().get(), who.getValue().id()).orElse(null);
    }

    /** The step to save; null where there is none. */
    private ContenderModel.Moment moment() {
        return which.valueProperty().get() == Which.BEST ? ContenderModel.best(race, who.getValue())
                : ContenderModel.now(race, who.getValue(), standing());
    }

    private void save() {
        ContenderModel.Moment moment = moment();
        ContenderSpec one = who.getValue();
        if (moment == null) {
            return;
        }
        Experiment experiment = session.experiment();
        Prepared prepared = session.dataProperty().get().prepared();
        String outcome = standing() == null || !standing().outcome().ended() ? Outcome.RUNNING.name() : standing().outcome().name();
        CompletableFuture<double[]> parameters = race.answerAt(one.id(), moment.step());
        String name = one.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        desk.files().toSaveAs((name.isEmpty() ? "model" : name) + ModelStore.ENDING)
                .ifPresent(file -> desk.work().<Path>submit("scoring.file", task -> {
                    double[] row = parameters.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    ModelStore.write(file, ContenderModel.of(experiment, prepared, one, moment.step(), outcome, row));
                    return file;
                }, written -> {
                    desk.sheets().close();
                    desk.tell().accept(() -> Messages.text("scoring.saved", written.getFileName()));
                }, failure -> desk.problem().accept(Failures.words(failure))));
    }
}
