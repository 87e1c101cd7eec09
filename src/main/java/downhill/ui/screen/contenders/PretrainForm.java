package downhill.ui.screen.contenders;

import downhill.data.Progress;
import downhill.data.Visible;
import downhill.data.prepare.Prepared;
import downhill.race.Pretext;
import downhill.race.Pretraining;
import downhill.race.PretrainingRows;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.StartPoint;
import downhill.race.history.Curve;
import downhill.ui.ask.RowsFile;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.ProgressNote;
import downhill.ui.control.Rows;
import downhill.ui.control.Whole;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import downhill.ui.tune.Sweep;
import downhill.words.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A body that learns from inputs alone before the race: by which question, how long, on which rows; its losses while they fall. */
final class PretrainForm {
    private static final double MOST_STEPS = 1e7;
    private static final double HEIGHT = 120;
    private static final int DIGITS = 4;

    /** How it stands: the losses so far, and what came of it once it is done. */
    private record Stand(Curve course, PretrainingRows rows, Pretraining.Outcome outcome) {
    }

    private final Session session;
    private final Supplier<ContenderSpec> contender;
    private final Consumer<StartPoint> learned;
    private final Choice<Pretext> question;
    private final NumberField steps = Whole.of(Messages.binding("weights.pretrain.steps"), 1, MOST_STEPS, Pretraining.USUAL_STEPS);
    private final Label file = Labels.plain("", "secondary");
    private final Button begin = Buttons.ghost("weights.pretrain.learn", this::begin);
    private final ProgressNote progress = new ProgressNote(this::stop);
    private final LineChart chart = new LineChart();
    private final Label told = Labels.plain("", "secondary", "small");
    private final VBox node;
    private final Subscriptions attached = new Subscriptions();
    private Path more;
    private Sweep<Stand> sweep;
    private Curve drawn;

    /**
     * @param contender as its form has it
     * @param source    where rows of another file come from; null for none
     * @param learned   takes what came of it
     */
    PretrainForm(Session session, Supplier<ContenderSpec> contender, StartSource source, Consumer<StartPoint> learned) {
        this.session = session;
        this.contender = contender;
        this.learned = learned;
        LoadedData data = session.dataProperty().get();
        boolean usable = data != null && data.isUsable();
        question = new Choice<>(Messages.binding("weights.pretrain.question"), suiting(usable ? data.prepared() : null),
                PretrainForm::words);
        question.setValue(Pretext.DENOISE);
        question.setId("pretrain-question");
        steps.setId("pretrain-steps");
        begin.setId("pretrain-learn");
        begin.setDisable(!usable);
        told.setId("pretrain-told");
        chart.setId("pretrain-curve");
        Button choose = Buttons.link("weights.pretrain.file", () -> source.rows().ifPresent(this::take));
        choose.setDisable(source == null);
        Button none = Buttons.link("weights.pretrain.file.none", () -> take(null));
        none.visibleProperty().bind(file.textProperty().isNotEmpty());
        none.managedProperty().bind(none.visibleProperty());
        file.managedProperty().bind(file.textProperty().isNotEmpty());
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        chart.setMinHeight(HEIGHT);
        chart.setPrefHeight(HEIGHT);
        chart.managedProperty().bind(chart.visibleProperty());
        chart.setVisible(false);
        attached.bind(chart.titleProperty(), Messages.binding("weights.pretrain.curve"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("weights.pretrain.curve.empty"));
        WrapRow files = new WrapRow(8);
        files.getChildren().addAll(file, choose, none);
        node = new VBox(8, Rows.field(Messages.binding("weights.pretrain.question"), question),
                Rows.field(Messages.binding("weights.pretrain.steps"), steps), files,
                Rows.paragraph(Messages.binding("weights.pretrain.how")), begin, progress, chart, told);
    }

    private static List<Pretext> suiting(Prepared prepared) {
        return Arrays.stream(Pretext.values()).filter(each -> prepared == null || each.suits(prepared.preprocessing())).toList();
    }

    private static String words(Pretext pretext) {
        return Messages.text("weights.pretrain." + pretext.name().toLowerCase(Locale.ROOT));
    }

    VBox node() {
        return node;
    }

    private void take(Path rows) {
        more = rows;
        file.setText(rows == null ? "" : Visible.line(rows.getFileName().toString()));
    }

    private void begin() {
        stop();
        steps.take();
        Experiment experiment = session.experiment();
        LoadedData data = session.dataProperty().get();
        ContenderSpec one = contender.get();
        Pretext pretext = question.getValue();
        int count = (int) steps.valueProperty().get();
        Path beside = more;
        told.setText("");
        chart.setVisible(true);
        sweep = Sweep.start("pretrain", (into, running) -> {
            PretrainingRows rows = rows(data, beside, running);
            Pretraining.Outcome outcome = new Pretraining(pretext, experiment, data.prepared().preprocessing(), rows)
                    .watched(course -> into.put(new Stand(course, rows, null))).run(one, count, running);
            into.put(new Stand(outcome.course(), rows, outcome));
        });
        draw(Curve.EMPTY);
    }

    private static PretrainingRows rows(LoadedData data, Path beside, Progress running) {
        Prepared prepared = data.prepared();
        PretrainingRows own = PretrainingRows.of(prepared, data.imported().table());
        try {
            return beside == null ? own : own.with(RowsFile.table(beside, prepared.preprocessing(), running),
                    Visible.line(beside.getFileName().toString()), prepared.preprocessing());
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /** Once a frame. */
    void frame() {
        if (sweep == null) {
            return;
        }
        Stand stand = sweep.newest();
        if (stand != null && stand.course() != drawn) {
            draw(stand.course());
        }
        if (!sweep.isOver()) {
            progress.show(sweep.share(), Messages.text("weights.pretrain.learning"));
            return;
        }
        Said problem = sweep.problem();
        sweep = null;
        progress.clear();
        if (!problem.equals(Said.NOTHING)) {
            told.setText(Spoken.text(problem));
        } else if (stand != null && stand.outcome() != null) {
            done(stand);
        }
    }

    private void done(Stand stand) {
        Pretraining.Outcome outcome = stand.outcome();
        PretrainingRows rows = stand.rows();
        learned.accept(outcome.start());
        told.setText(Spoken.text(Said.of("pretrain.told", contender.get().name(), words(question.getValue()),
                Said.count(outcome.start().step()), Said.count(rows.labelled()), Said.count(rows.count() - rows.labelled()),
                Numbers.significant(outcome.first(), DIGITS), Numbers.significant(outcome.last(), DIGITS))));
    }

    private void draw(Curve course) {
        drawn = course;
        chart.show(LineOptions.PLAIN.titled(Messages.text("race.step"), Messages.text("race.loss")), course.size() == 0 ? List.of()
                : List.of(SeriesData.main("", Points.of(course.x(), course.y()), contender.get().style())));
    }

    private void stop() {
        if (sweep != null) {
            sweep.stop();
            sweep = null;
            progress.clear();
            told.setText(Messages.text("weights.pretrain.stopped"));
        }
    }

    /** Ends what is on its way. */
    void dispose() {
        stop();
        attached.dispose();
        chart.dispose();
    }
}
