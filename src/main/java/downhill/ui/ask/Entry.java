package downhill.ui.ask;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.LabelColumn;
import downhill.data.csv.TypedCells;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.ui.control.ValueSpan;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What is typed in for one column: a number, a date or a category, or for a time series one of them for each row of the window. It is
 * read as the cells of the training file were, with its marks in numbers, its order in dates and its texts for a missing value.
 */
final class Entry {
    private final FeatureStep step;
    private final Preprocessing preprocessing;
    private final TypedCells cells;
    private final TrainedValues trained;
    private final int rows;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");

    /**
     * @param column  the column of the table that was trained on; null where there is none at hand
     * @param trained rows of it that are trained on
     * @param rows    values to type in
     */
    Entry(FeatureStep step, Preprocessing preprocessing, Column column, int[] trained, int rows) {
        this.step = step;
        this.preprocessing = preprocessing;
        this.cells = new TypedCells(preprocessing.reading(), step.column(), step.type());
        this.trained = new TrainedValues(step, preprocessing, column, trained, cells);
        this.rows = rows;
        text.set(joined(Collections.nCopies(rows, this.trained.usual())));
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

    /** What values the training rows have, in words; empty where that is not known. */
    String range() {
        return trained.range();
    }

    /** How far the values of training reached, for a slider; empty for categories, and where nobody knows. */
    Optional<ValueSpan> span() {
        return trained.span();
    }

    /** Greatest value in training, for a picture's lightest point; 1 where that is not known. */
    double greatest() {
        return trained.greatest();
    }

    /** What is wrong with the text, in a sentence; empty where nothing is. Nothing typed means a missing value. */
    String problem() {
        List<String> parts = parts();
        if (rows > 1 && parts.size() != rows) {
            return Messages.text("scoring.count", Numbers.count(rows), Numbers.count(parts.size()));
        }
        return isCategory() ? "" : first(parts, this::wrong);
    }

    /** What a person should know about a text that can be used; empty where that is nothing. */
    String remark() {
        return first(parts(), this::noted);
    }

    private String wrong(String part) {
        return cells.look(part).isProblem() ? words(part) : "";
    }

    private String noted(String part) {
        if (cells.look(part) == TypedCells.Finding.MISSING) {
            return part.isEmpty() ? "" : words(part);
        }
        if (isCategory()) {
            return meant(part).isPresent() ? "" : Messages.text("scoring.cell.unknown", part);
        }
        String words = words(part);
        return words.isEmpty() ? trained.outside(cells.column(List.of(part)).number(0)) : words;
    }

    /** Whether training has seen no such value: it is beyond all, or a category that did not occur. */
    boolean isOutside() {
        return parts().stream().anyMatch(part -> isCategory() ? isUnknown(part) : isBeyond(part));
    }

    private boolean isUnknown(String part) {
        return cells.look(part) != TypedCells.Finding.MISSING && meant(part).isEmpty();
    }

    private boolean isBeyond(String part) {
        return cells.look(part) == TypedCells.Finding.READ
                && span().filter(span -> span.isOutside(cells.column(List.of(part)).number(0))).isPresent();
    }

    private static String first(List<String> parts, Function<String, String> words) {
        return parts.stream().map(words).filter(said -> !said.isEmpty()).findFirst().orElse("");
    }

    private String words(String part) {
        return switch (cells.look(part)) {
            case READ -> "";
            case MISSING -> Messages.text("scoring.cell.missing", part);
            case DOUBTFUL_MARK -> Messages.text("scoring.cell.doubtfulMark", part);
            case NOT_A_NUMBER -> Messages.text("number.notANumber", part);
            case OTHER_MARKS -> Messages.text("scoring.cell.otherMarks", part, cells.example());
            case UNIT -> Messages.text("scoring.cell.unit", part);
            case NOT_FINITE -> Messages.text("scoring.cell.tooLarge", part);
            case NOT_A_DATE -> Messages.text("scoring.notADate", part);
            case OTHER_ORDER -> Messages.text("scoring.cell.otherOrder", part, cells.example());
            case DOUBTFUL_ORDER -> Messages.text("scoring.cell.doubtfulOrder", part);
        };
    }

    private boolean isCategory() {
        return step instanceof FeatureStep.OneHot;
    }

    private Optional<String> meant(String part) {
        return preprocessing.category((FeatureStep.OneHot) step, part);
    }

    /** Values stand between semicolons, on lines of their own or, where they have none inside, between spaces. */
    private List<String> parts() {
        String typed = text.get() == null ? "" : text.get().strip();
        if (rows == 1) {
            return List.of(typed);
        }
        String between = typed.matches("(?s).*[;\\n\\t].*") ? "[;\\n\\t]" : "\\s+";
        return typed.isEmpty() ? List.of() : Arrays.stream(typed.split(between, -1)).map(String::strip).toList();
    }

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }

    /** What was typed as a column of {@link #rows} rows. */
    Column asColumn() {
        return isCategory() ? labels(parts()) : cells.column(parts());
    }

    private Column labels(List<String> parts) {
        List<String> read = parts.stream().map(part -> cells.look(part) == TypedCells.Finding.MISSING ? "" : part).toList();
        Set<String> different = read.stream().filter(part -> !part.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> labels = List.copyOf(different);
        return new LabelColumn(column(), step.type(), read.stream().mapToInt(labels::indexOf).toArray(), labels);
    }

    /** The number typed; NaN where there is none. */
    double number() {
        return cells.column(parts()).number(0);
    }

    void set(double value) {
        text.set(written(value));
    }

    /** A value as the field has it. */
    String written(double value) {
        return cells.write(value);
    }

    /** Takes the values of these rows. */
    void take(GivenRows given, int first) {
        text.set(joined(IntStream.range(first, first + rows).mapToObj(row -> taken(given, row)).toList()));
    }

    /** What could not be read stands in the field as it is in the file, and why is told there. */
    private String taken(GivenRows given, int row) {
        Column values = given.column(column()).map(column -> column.as(step.type())).orElse(null);
        if (values == null || values.isMissing(row)) {
            return given.raw(column(), row);
        }
        if (isCategory()) {
            return meant(values.text(row)).orElse(values.text(row));
        }
        return step.type() == ColumnType.DATE ? values.text(row) : cells.write(values.number(row));
    }
}
