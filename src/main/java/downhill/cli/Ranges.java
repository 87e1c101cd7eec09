package downhill.cli;

import downhill.data.Column;
import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.Reading;
import downhill.data.csv.Block;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far the numbers of a file reach beside those of training. Numbers that are all a thousand times as large or small as those that
 * the model knows were most likely written with another decimal mark than is thought.
 */
final class Ranges {
    private static final double THOUSAND = 1000;
    private static final double ROUNDING = 1e-9;

    /** Numbers of one column that are not 0. */
    private static final class Range {
        private double least = Double.POSITIVE_INFINITY;
        private double greatest = Double.NEGATIVE_INFINITY;
        private boolean known;

        private void add(double value, ColumnReading training) {
            if (value != 0 && !Double.isNaN(value)) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
                known |= value >= training.least() && value <= training.greatest();
            }
        }

        /** Whether all would be at home in training if they were so many times as large, and none is as it stands. */
        private boolean fits(double times, ColumnReading training) {
            double margin = (training.greatest() - training.least()) / 10;
            return least <= greatest && !known && least * times >= training.least() - margin
                    && greatest * times <= training.greatest() + margin;
        }
    }

    private final Map<String, String> found;
    private final Map<String, ColumnReading> training = new LinkedHashMap<>();
    private final Map<String, Range> ranges = new LinkedHashMap<>();
    /** By column, the only value that it had in training. */
    private final Map<String, Double> constants = new LinkedHashMap<>();
    private final Map<String, Long> others = new LinkedHashMap<>();

    /** @param found what the file calls the columns of training that it has */
    Ranges(Preprocessing preprocessing, Map<String, String> found) {
        this.found = found;
        preprocessing.asked().forEach(step -> {
            if (step instanceof FeatureStep.Numeric numeric && numeric.spread() == 0 && found.containsKey(step.column())) {
                constants.put(step.column(), numeric.center());
            }
        });
        if (preprocessing.reading() != null) {
            preprocessing.asked().stream().map(FeatureStep::column).filter(found::containsKey)
                    .forEach(column -> watch(preprocessing.reading(), column));
        }
    }

    private void watch(Reading reading, String column) {
        reading.column(column).filter(each -> each.type() == ColumnType.NUMBER && each.least() != null).ifPresent(each -> {
            training.put(column, each);
            ranges.put(column, new Range());
        });
    }

    void add(Block block) {
        constants.forEach((name, only) -> {
            Column column = block.table().column(name);
            long differing = IntStream.range(block.first(), block.table().rows())
                    .filter(row -> Math.abs(column.number(row) - only) > ROUNDING * Math.abs(only)).count();
            others.merge(name, differing, Long::sum);
        });
        ranges.forEach((name, range) -> {
            Column column = block.table().column(name);
            for (int row = block.first(); row < block.table().rows(); row++) {
                range.add(column.number(row), training.get(name));
            }
        });
    }

    /** A sentence for each column that seems to be written otherwise. */
    List<Said> doubts() {
        List<Said> doubts = new ArrayList<>();
        others.forEach((name, count) -> {
            if (count > 0) {
                doubts.add(Said.of(count == 1 ? "cli.other.one" : "cli.other", count, found.get(name), text(constants.get(name))));
            }
        });
        ranges.forEach((name, range) -> {
            ColumnReading known = training.get(name);
            boolean large = range.fits(1 / THOUSAND, known);
            if (large || range.fits(THOUSAND, known)) {
                doubts.add(Said.of("cli.factor", found.get(name), text(range.least), text(range.greatest), text(known.least()),
                        text(known.greatest())));
            }
        });
        return doubts;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }
}
