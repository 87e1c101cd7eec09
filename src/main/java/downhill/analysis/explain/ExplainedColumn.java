package downhill.analysis.explain;

import downhill.data.ColumnType;
import downhill.data.Columns;
import downhill.data.Dates;
import downhill.data.prepare.FeatureStep;
import java.util.List;
import java.util.stream.IntStream;

/** A column of the file, which is one feature however many numbers of a row are made of it. Never written to. */
public final class ExplainedColumn {
    private final String name;
    private final List<InputPlace> places;
    private final int[] numbers;

    /** @param levels further places that change with it: what targets are relative to */
    ExplainedColumn(String name, List<InputPlace> places, int[] levels) {
        this.name = name;
        this.places = List.copyOf(places);
        this.numbers = IntStream.concat(places.stream().flatMapToInt(ExplainedColumn::numbers), IntStream.of(levels)).sorted().toArray();
    }

    private static IntStream numbers(InputPlace place) {
        return IntStream.range(0, place.times()).flatMap(time ->
                IntStream.range(0, place.step().width()).map(i -> place.at() + time * place.stride() + i));
    }

    /** As training called it. */
    public String name() {
        return name;
    }

    /** Places in a row of all numbers that are made of it, the smallest first. Do not write to it. */
    public int[] numbers() {
        return numbers;
    }

    /** The same of the last row of a window, or of the only row; what a target is relative to is not among them. */
    int[] latest() {
        InputPlace place = places.get(0);
        int first = place.at() + (place.times() - 1) * place.stride();
        return IntStream.range(first, first + place.step().width()).toArray();
    }

    /** What its cells are read as. */
    public ColumnType type() {
        return first().type();
    }

    /** Whether it holds labels, not numbers or dates. */
    public boolean isLabels() {
        return first() instanceof FeatureStep.OneHot;
    }

    /** The labels that occurred in training; empty for numbers. */
    public List<String> categories() {
        return first() instanceof FeatureStep.OneHot labels ? labels.categories() : List.of();
    }

    private FeatureStep first() {
        return places.get(0).step();
    }

    /** Values of it in one row: 1, or the rows of a window. */
    public int times() {
        return places.get(0).times();
    }

    /** Puts what {@code source} has of it in place of what {@code target} has; places count from where each row begins. */
    public void copy(double[] source, int from, double[] target, int to) {
        for (int number : numbers) {
            target[to + number] = source[from + number];
        }
    }

    /**
     * Its last value in a row.
     *
     * @param from place of the row's first number
     * @return in the unit of the file, dates in days since 1970-01-01; of a column told relative to its window, relative to it; of
     *         labels the index of the category, −1 for one that did not occur in training
     */
    public double value(double[] rows, int from) {
        return value(rows, from, times() - 1);
    }

    /** The same at one time of a window, from 0. */
    public double value(double[] rows, int from, int time) {
        return places.get(0).value(rows, from, time);
    }

    /** Writes such a value, at every time of a window. */
    public void write(double value, double[] rows, int from) {
        for (int time = 0; time < times(); time++) {
            write(value, rows, from, time);
        }
    }

    /** The same at one time of a window, from 0. */
    public void write(double value, double[] rows, int from, int time) {
        String category = isLabels() && value >= 0 ? categories().get((int) value) : null;
        places.forEach(place -> place.write(value, category, rows, from, time));
    }

    /**
     * Of numbers told of each number of a row, the sum of those of this column by time of the window.
     *
     * @param told [size]
     * @return [times]; what targets are relative to is at no time, and not in it
     */
    public double[] byTime(double[] told) {
        double[] sums = new double[times()];
        for (InputPlace place : places) {
            for (int i = 0; i < place.times() * place.step().width(); i++) {
                int time = i / place.step().width();
                sums[time] += told[place.at() + time * place.stride() + i % place.step().width()];
            }
        }
        return sums;
    }

    /** Such a value as a person writes it; null for a label that did not occur in training. */
    public String text(double value) {
        if (isLabels()) {
            return value < 0 ? null : categories().get((int) value);
        }
        return type() == ColumnType.DATE ? Dates.text(value, value != Math.rint(value)) : Columns.text(value);
    }
}
