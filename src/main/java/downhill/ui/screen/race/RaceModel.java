package downhill.ui.screen.race;

import downhill.analysis.diagnosis.BestValidation;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import downhill.race.history.EarlierRace;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.Note;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.Points;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.panel.LossTold;
import downhill.ui.panel.WeightedLoss;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Edits;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the loss chart shows and how. */
final class RaceModel {
    /** What runs along x. */
    enum Axis { STEP, EPOCH, GRADIENTS }

    private static final int FEW_STEPS = 100;

    private final Session session;
    private final CurveFeed curves;
    private final BooleanProperty log = new SimpleBooleanProperty(this, "log", true);
    private final BooleanProperty validation = new SimpleBooleanProperty(this, "validation", true);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", 0.97);
    private final ObjectProperty<Axis> axis = new SimpleObjectProperty<>(this, "axis", Axis.STEP);

    RaceModel(Session session, CurveFeed curves) {
        this.session = session;
        this.curves = curves;
    }

    BooleanProperty logProperty() {
        return log;
    }

    BooleanProperty validationProperty() {
        return validation;
    }

    DoubleProperty smoothingProperty() {
        return smoothing;
    }

    ObjectProperty<Axis> axisProperty() {
        return axis;
    }

    Session session() {
        return session;
    }

    /** Validation curves first, so that the training curves lie above them. */
    List<SeriesData> series() {
        List<SeriesData> series = new ArrayList<>(earlier());
        RaceSnapshot now = session.snapshotProperty().get();
        if (now.step() == 0 && curves.of(session.experiment().contenders().isEmpty() ? "" : session.experiment().contenders().get(0).id(),
                Quantity.TRAINING_LOSS).size() == 0) {
            return series;
        }
        for (ContenderSpec one : session.experiment().contenders()) {
            double unit = stepsPerX(one);
            boolean shown = session.selection().isShown(one);
            if (validation.get() && shown) {
                SeriesData second = banded(SeriesData.second("", points(curves.of(one.id(), Quantity.VALIDATION_LOSS), unit),
                        one.style()), one,
                        Quantity.VALIDATION_LOW, Quantity.VALIDATION_HIGH).marked(best(one, unit));
                series.add(Snapshots.isUnborn(now, one.id()) ? second.asMuted() : second);
            }
        }
        for (ContenderSpec one : session.experiment().contenders()) {
            double unit = stepsPerX(one);
            SeriesData main = SeriesData.main(one.name(), points(curves.of(one.id(), Quantity.TRAINING_LOSS), unit), one.style());
            main = banded(main, one, Quantity.BAND_LOW, Quantity.BAND_HIGH);
            main = main.telling(LossTold.of(session.race().racing(), one.id(), curves.of(one.id(), Quantity.TRAINING_LOSS), unit));
            main = validation.get() ? main : main.marked(best(one, unit));
            main = diverged(now, one) ? main.asDiverged() : main;
            boolean there = session.selection().isShown(one) && !Snapshots.isUnborn(now, one.id());
            series.add(there ? main : main.asMuted());
        }
        return series;
    }

    /** Those of races kept before, behind all others. */
    private List<SeriesData> earlier() {
        List<SeriesData> lines = new ArrayList<>();
        for (EarlierRace race : session.earlier().shown()) {
            double unit = axis.get() == Axis.EPOCH && race.stepsPerEpoch() > 0 ? race.stepsPerEpoch() : 1;
            race.curves().forEach(line -> lines.add(SeriesData.earlier(Messages.text("earlier.line", line.name(), race.name()),
                    points(line.curve(), unit), line.style())));
        }
        return lines;
    }

    /** With the range of its seeds behind it, where it has several. */
    private SeriesData banded(SeriesData line, ContenderSpec one, Quantity low, Quantity high) {
        double unit = stepsPerX(one);
        return one.seeds() < 2 ? line
                : line.within(new Band(points(curves.of(one.id(), low), unit), points(curves.of(one.id(), high), unit)));
    }

    /** Where on the axis the lowest point of its validation curve is. */
    private double best(ContenderSpec one, double unit) {
        return BestValidation.of(curves.of(one.id(), Quantity.VALIDATION_LOSS)).map(found -> found.step() / unit).orElse(Double.NaN);
    }

    LineOptions options() {
        boolean epochs = stepsPerX() != 1;
        boolean gradients = axis.get() == Axis.GRADIENTS;
        RaceSnapshot now = session.snapshotProperty().get();
        // at the same step contenders stand at different places of an axis of gradients
        double at = now.step() > 0 && !gradients ? now.step() / stepsPerX() : Double.NaN;
        return LineOptions.PLAIN.titled(Messages.text(key(epochs || gradients ? axis.get() : Axis.STEP)),
                WeightedLoss.titled(Messages.text("race.loss"), session.experiment().problem()))
                .log(log.get()).smoothed(smoothing.get()).at(at).noted(notes()).wholeX(!epochs)
                .ranges(now.step() < FEW_STEPS ? wholeRange(now) : null, smoothing.get() > 0
                        ? LossRange.of(session, curves, log.get(), validation.get()) : null);
    }

    /** The first steps are not drawn over the whole width: the axis begins with a hundred. */
    private downhill.ui.chart.shape.Range wholeRange(RaceSnapshot now) {
        long reached = session.race().racing() == null ? 0 : session.race().racing().recordedSteps();
        long before = session.earlier().shown().stream().mapToLong(EarlierRace::end).max().orElse(0);
        double most = Math.max(Math.max(now.step(), Math.max(reached, before)),
                Math.min(FEW_STEPS, session.experiment().training().steps()));
        double unit = session.experiment().contenders().stream().mapToDouble(this::stepsPerX).min().orElse(1);
        return new downhill.ui.chart.shape.Range(0, Math.max(1, most) / unit);
    }

    /** Remarks where a hyperparameter was changed by hand. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        for (ContenderSpec one : session.experiment().contenders()) {
            List<ContenderSpec.Change> earlier = new ArrayList<>();
            for (ContenderSpec.Change change : one.changes()) {
                double before = Edits.inForce(one.withChanges(earlier)).getOrDefault(change.key(), defaultOf(one, change.key()));
                String words = Messages.text("race.change", symbol(one, change.key()), Numbers.plain(before), Numbers.plain(change.value()),
                        Numbers.count(change.step()));
                notes.add(new Note(change.step() / stepsPerX(one), words, one.style()));
                earlier.add(change);
            }
        }
        return notes;
    }

    /** What the axis is called. */
    static String key(Axis axis) {
        return switch (axis) {
            case STEP -> "race.step";
            case EPOCH -> "race.epoch";
            case GRADIENTS -> "race.gradients";
        };
    }

    /** The step at a place of the axis; of gradients, that of a contender which takes one a step. */
    double step(double x) {
        return x * stepsPerX();
    }

    /** Where a step is on the axis. */
    double x(double step) {
        return step / stepsPerX();
    }

    private double stepsPerX() {
        double perEpoch = session.race().racing() == null ? 0 : session.race().racing().stepsPerEpoch();
        return axis.get() == Axis.EPOCH && perEpoch > 0 ? perEpoch : 1;
    }

    /** A contender that asks the model more than once a step needs fewer steps for a gradient. */
    private double stepsPerX(ContenderSpec one) {
        return axis.get() == Axis.GRADIENTS ? 1 / session.ruleOf(one).map(rule -> rule.gradients(Edits.inForce(one))).orElse(1.0)
                : stepsPerX();
    }

    private String symbol(ContenderSpec one, String key) {
        return session.ruleOf(one).flatMap(rule -> rule.hyperparameter(key)).map(h -> h.symbol()).orElse(key);
    }

    private double defaultOf(ContenderSpec one, String key) {
        return session.ruleOf(one).flatMap(rule -> rule.hyperparameter(key)).map(h -> h.defaultValue()).orElse(Double.NaN);
    }

    private static boolean diverged(RaceSnapshot now, ContenderSpec one) {
        return Snapshots.of(now, one.id()).map(standing -> standing.outcome() == Outcome.DIVERGED).orElse(false);
    }

    private static Points points(Curve curve, double unit) {
        if (unit == 1) {
            return Points.of(curve.x(), curve.y());
        }
        double[] x = new double[curve.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = curve.x()[i] / unit;
        }
        return Points.of(x, curve.y());
    }
}
