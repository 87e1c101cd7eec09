package downhill.ui.screen.scoring;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.FeatureStep;
import downhill.data.LabelColumn;
import downhill.data.NumberColumn;
import downhill.data.Scaling;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed in for one column: a number, a date or a category, or for a time series one of them for each row of the window. */
final class Entry {
    private final FeatureStep step;
    private final Column trained;
    private final int rows;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    /**
     * @param trained the column of the table that was trained on; null where there is none at hand
     * @param rows    values to type in
     */
    Entry(FeatureStep step, Column trained, int rows) {
        this.step = step;
        this.trained = trained;
        this.rows = rows;
        text.set(String.join(" ", java.util.Collections.nCopies(rows, usual())));
    }

    String column() {
        return step.column();
    }

    int rows() {
        return rows;
    }

    StringProperty textProperty() {
        return text;
    }

    /** What may be chosen; empty where numbers or dates are typed. */
    List<String> categories() {
        return step instanceof FeatureStep.OneHot oneHot ? oneHot.categories() : List.of();
    }

    /** A value to begin with: the middle of the training rows. */
    private String usual() {
        if (step instanceof FeatureStep.OneHot oneHot) {
            return oneHot.fill() != null ? oneHot.fill() : oneHot.categories().get(0);
        }
        if (trained != null && type() == ColumnType.DATE) {
            return IntStream.range(0, trained.size()).filter(row -> !trained.isMissing(row)).mapToObj(trained::text).findFirst().orElse("");
        }
        return shown(trained != null ? middle() : scale() ? center() : 0);
    }

    /** With as many digits as a person would type. */
    private static String shown(double value) {
        return Double.isFinite(value) ? Numbers.plain(Double.parseDouble(String.format(java.util.Locale.ROOT, "%.4g", value))) : "";
    }

    private double middle() {
        double[] sorted = Arrays.stream(numbers()).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private double[] numbers() {
        return IntStream.range(0, trained.size()).filter(row -> !trained.isMissing(row)).mapToDouble(trained::number).toArray();
    }

    private boolean scale() {
        return step instanceof FeatureStep.Numeric numeric && numeric.scaling() != Scaling.NONE;
    }

    private double center() {
        FeatureStep.Numeric numeric = (FeatureStep.Numeric) step;
        return numeric.scaling() == Scaling.MIN_MAX ? numeric.center() + numeric.scale() / 2 : numeric.center();
    }

    /** What values the training rows have, in words; empty where that is not known. */
    String range() {
        if (step instanceof FeatureStep.OneHot oneHot) {
            return Messages.text("scoring.categories", Numbers.count(oneHot.categories().size()));
        }
        if (type() == ColumnType.DATE) {
            return Messages.text("scoring.date");
        }
        if (trained != null && trained.size() > trained.missing()) {
            double[] all = numbers();
            return Messages.text("scoring.range", shown(Arrays.stream(all).min().orElseThrow()), shown(Arrays.stream(all).max().orElseThrow()));
        }
        if (!scale()) {
            return "";
        }
        FeatureStep.Numeric numeric = (FeatureStep.Numeric) step;
        return numeric.scaling() == Scaling.MIN_MAX
                ? Messages.text("scoring.range", shown(numeric.center()), shown(numeric.center() + numeric.scale()))
                : Messages.text("scoring.mean", shown(numeric.center()), shown(numeric.scale()));
    }

    /** Greatest value in training, for a picture's lightest point; 1 where that is not known. */
    double greatest() {
        if (trained != null) {
            return Arrays.stream(numbers()).max().orElse(1);
        }
        return step instanceof FeatureStep.Numeric numeric && scale()
                ? numeric.scaling() == Scaling.MIN_MAX ? numeric.center() + numeric.scale() : numeric.center() + 2 * numeric.scale() : 1;
    }

    private ColumnType type() {
        return step.type();
    }

    /** What is wrong with the text, in a sentence; empty where nothing is. Nothing typed means a missing value. */
    String problem() {
        String[] parts = parts();
        if (rows > 1 && parts.length != rows) {
            return Messages.text("scoring.count", Numbers.count(rows), Numbers.count(parts.length));
        }
        if (step instanceof FeatureStep.OneHot) {
            return "";
        }
        return Arrays.stream(parts).filter(part -> !part.isEmpty() && Double.isNaN(number(part))).findFirst()
                .map(part -> Messages.text(type() == ColumnType.DATE ? "scoring.notADate" : "number.notANumber", part)).orElse("");
    }

    private String[] parts() {
        String typed = text.get() == null ? "" : text.get().strip();
        return rows == 1 ? new String[] {typed} : typed.isEmpty() ? new String[0] : typed.split("[\\s;]+");
    }

    private double number(String part) {
        return type() == ColumnType.DATE ? downhill.data.Dates.days(part) : Numbers.parse(part);
    }

    /** What was typed as a column of {@link #rows} rows. */
    Column asColumn() {
        String[] parts = parts();
        if (type() == ColumnType.NUMBER) {
            return new NumberColumn(column(), Arrays.stream(parts).mapToDouble(part -> part.isEmpty() ? Double.NaN : Numbers.parse(part)).toArray());
        }
        Set<String> different = Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> labels = List.copyOf(different);
        return new LabelColumn(column(), type(), Arrays.stream(parts).mapToInt(labels::indexOf).toArray(), labels);
    }

    /** Takes the values of these rows of the table trained on. */
    void take(int first) {
        text.set(IntStream.range(first, first + rows).mapToObj(row -> trained.isMissing(row) ? ""
                : type() == ColumnType.NUMBER ? Numbers.plain(trained.number(row)) : trained.text(row)).collect(Collectors.joining(" ")));
    }
}
