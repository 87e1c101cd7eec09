package downhill.ui.screen.compare;

import downhill.race.ContenderSpec;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Curve;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Racing.Quantity;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is compared, on axes that all panels share. */
final class CompareModel {
    /** A value this many times the common start does not stretch the axes: it belongs to one that diverges. */
    private static final double WILD = 5;
    private static final double SMOOTHING = 0.97;

    private final Session session;
    private final CurveFeed curves;
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(this, "quantity", Quantity.TRAINING_LOSS);

    CompareModel(Session session, CurveFeed curves) {
        this.session = session;
        this.curves = curves;
    }

    Session session() {
        return session;
    }

    ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    List<ContenderSpec> shown() {
        return session.experiment() == null ? List.of() : session.experiment().contenders().stream().filter(session.selection()::isShown).toList();
    }

    Curve curve(String contender) {
        return curves.of(contender, quantity.get());
    }

    /** The validation loss behind the training loss; nothing behind anything else. */
    Curve second(String contender) {
        return quantity.get() == Quantity.TRAINING_LOSS ? curves.of(contender, Quantity.VALIDATION_LOSS) : null;
    }

    LineOptions look() {
        boolean loss = quantity.get() == Quantity.TRAINING_LOSS || quantity.get() == Quantity.VALIDATION_LOSS;
        return LineOptions.PLAIN.titled(Messages.text("race.step"), words(quantity.get())).log(loss || quantity.get() == Quantity.LEARNING_RATE)
                .smoothed(quantity.get() == Quantity.TRAINING_LOSS ? SMOOTHING : 0);
    }

    static String words(Quantity quantity) {
        return Messages.text("compare.quantity." + quantity.name().toLowerCase(Locale.ROOT));
    }

    Range x() {
        return new Range(0, Math.max(1, session.snapshotProperty().get().step()));
    }

    /** The same for all; null where nothing was measured. */
    Range y() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean log = look().log();
        for (ContenderSpec one : shown()) {
            Curve curve = curve(one.id());
            double most = curve.size() == 0 ? 0 : WILD * Math.abs(curve.values()[0]) + 1e-12;
            for (double value : curve.values()) {
                boolean counts = Double.isFinite(value) && (!log || value > 0) && (quantity.get() == Quantity.METRIC || value <= most);
                low = counts ? Math.min(low, value) : low;
                high = counts ? Math.max(high, value) : high;
            }
        }
        return low < high ? log ? new Range(low / 1.1, high * 1.1) : Range.around(low, high, 0.05) : null;
    }
}
