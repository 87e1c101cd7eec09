package downhill.ui.ask;

import downhill.data.Column;
import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.Scaling;
import downhill.data.csv.TypedCells;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.ui.control.ValueSpan;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is known of the values that a column had in training, written as the training file has them. */
final class TrainedValues {
    private final FeatureStep step;
    private final Preprocessing preprocessing;
    private final Column trained;
    private final int[] rows;
    private final TypedCells cells;
    private final Optional<ValueSpan> span;

    /**
     * Of one column.
     *
     * @param trained the column of the table that was trained on; null where there is none at hand
     * @param rows    those of the table that are trained on
     */
    TrainedValues(FeatureStep step, Preprocessing preprocessing, Column trained, int[] rows, TypedCells cells) {
        this.step = step;
        this.preprocessing = preprocessing;
        this.trained = trained;
        this.rows = rows;
        this.cells = cells;
        this.span = findSpan();
    }

    private Optional<ValueSpan> findSpan() {
        if (step instanceof FeatureStep.OneHot) {
            return Optional.empty();
        }
        return trained != null ? ValueSpan.of(numbers()) : seen().flatMap(one -> ValueSpan.between(one.least(), one.greatest()))
                .or(this::scaledSpan);
    }

    private Optional<ValueSpan> scaledSpan() {
        return scale() && step instanceof FeatureStep.Numeric numeric && numeric.scaling() == Scaling.MIN_MAX
                ? ValueSpan.between(numeric.center(), numeric.center() + numeric.spread()) : Optional.empty();
    }

    /** How far the values reached, where they are numbers or dates, differ, and are known. */
    Optional<ValueSpan> span() {
        return span;
    }

    /** Says of a value that is beyond them, in words; empty where it is not, or nobody knows. */
    String outside(double value) {
        return span.filter(one -> one.isOutside(value)).map(one -> Messages.text(
                trained != null ? "scoring.outside" : "scoring.outside.file", shown(one.least()), shown(one.greatest()))).orElse("");
    }

    /** A value to begin with: the middle of the training rows. */
    String usual() {
        if (step instanceof FeatureStep.OneHot oneHot) {
            return oneHot.fill() != null ? oneHot.fill() : oneHot.categories().get(0);
        }
        if (trained != null && step.type() == ColumnType.DATE) {
            return present().mapToObj(trained::text).findFirst().orElse("");
        }
        if (trained != null) {
            return shown(middle());
        }
        return shown(scale() ? center() : seen().map(one -> (one.least() + one.greatest()) / 2).orElse(0.0));
    }

    /** With as many digits as a person would type. */
    private String shown(double value) {
        boolean number = step.type() == ColumnType.NUMBER && Double.isFinite(value);
        return cells.write(number ? Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)) : value);
    }

    private double middle() {
        double[] sorted = Arrays.stream(numbers()).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private double[] numbers() {
        return present().mapToDouble(trained::number).toArray();
    }

    private IntStream present() {
        return IntStream.of(rows).filter(row -> !trained.isMissing(row));
    }

    private boolean scale() {
        return step instanceof FeatureStep.Numeric numeric && numeric.scaling() != Scaling.NONE;
    }

    private double center() {
        FeatureStep.Numeric numeric = (FeatureStep.Numeric) step;
        return numeric.scaling() == Scaling.MIN_MAX ? numeric.center() + numeric.spread() / 2 : numeric.center();
    }

    /** How far the numbers or dates of training reached, where the model tells. */
    private Optional<ColumnReading> seen() {
        return preprocessing.reading() == null ? Optional.empty()
                : preprocessing.reading().column(step.column()).filter(one -> one.least() != null);
    }

    /** What values the training rows have, in words; empty where that is not known. */
    String range() {
        if (step instanceof FeatureStep.OneHot oneHot) {
            return Messages.text("scoring.categories", Numbers.count(oneHot.categories().size()));
        }
        double[] all = trained == null ? new double[0] : numbers();
        if (all.length > 0) {
            return Messages.text("scoring.range.training", shown(Arrays.stream(all).min().orElseThrow()),
                    shown(Arrays.stream(all).max().orElseThrow()));
        }
        return seen().map(one -> range(one.least(), one.greatest())).orElseGet(this::scaled);
    }

    private String range(double least, double greatest) {
        return Messages.text("scoring.range", shown(least), shown(greatest));
    }

    private String scaled() {
        if (step.type() == ColumnType.DATE || !scale()) {
            return step.type() == ColumnType.DATE ? Messages.text("scoring.date") : "";
        }
        FeatureStep.Numeric numeric = (FeatureStep.Numeric) step;
        return numeric.scaling() == Scaling.MIN_MAX ? range(numeric.center(), numeric.center() + numeric.spread())
                : Messages.text("scoring.mean", shown(numeric.center()), shown(numeric.spread()));
    }

    /** Greatest value in training, for a picture's lightest point; 1 where that is not known. */
    double greatest() {
        if (trained != null) {
            return Arrays.stream(numbers()).max().orElse(1);
        }
        if (!(step instanceof FeatureStep.Numeric numeric) || !scale()) {
            return 1;
        }
        return numeric.center() + (numeric.scaling() == Scaling.MIN_MAX ? 1 : 2) * numeric.spread();
    }
}
