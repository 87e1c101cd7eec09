package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.LabelColumn;
import downhill.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the inputs of single rows of a table; any number of threads may. */
final class RowWriter {
    private static final int UNKNOWN = -1;
    private static final int ABSENT = -2;

    private final List<FeatureStep> steps;
    private final List<Column> sources = new ArrayList<>();
    /** By feature, for each label of its column the place of its category; null for those that are no labels. */
    private final List<int[]> places = new ArrayList<>();
    private final int[] fills;
    private final RowLayout layout;

    RowWriter(Preprocessing steps, Table table) {
        this.steps = steps.features();
        this.layout = new RowLayout(this.steps);
        this.fills = new int[this.steps.size()];
        for (FeatureStep step : this.steps) {
            Column typed = table.column(step.column()).as(step.type());
            sources.add(typed);
            places.add(step instanceof FeatureStep.OneHot oneHot ? places(steps, (LabelColumn) typed, oneHot) : null);
        }
    }

    private int[] places(Preprocessing all, LabelColumn column, FeatureStep.OneHot step) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < step.categories().size(); i++) {
            place.putIfAbsent(step.categories().get(i), i);
        }
        fills[places.size()] = step.fill() == null ? ABSENT : place.getOrDefault(step.fill(), UNKNOWN);
        LabelColumn known = new Categories(step.categories(), all.typeRead(column.name()) == ColumnType.BOOLEAN).known(column);
        return known.labels().stream().mapToInt(label -> place.getOrDefault(label, UNKNOWN)).toArray();
    }

    RowLayout layout() {
        return layout;
    }

    /**
     * Writes what is kept of a row.
     *
     * @param numbers its plain inputs go here, from {@code at} on
     * @param codes   the indexes of its broad categories, from {@code code} on
     * @param found   takes categories that training did not have; null where nobody asks
     * @return name of the first column without a value, or null if all have one
     */
    String write(int row, double[] numbers, int at, int[] codes, int code, UnknownCategories found) {
        int number = at;
        int index = code;
        for (int i = 0; i < sources.size(); i++) {
            FeatureStep step = steps.get(i);
            if (places.get(i) == null) {
                if (!step.write(sources.get(i), row, numbers, number)) {
                    return step.column();
                }
                number += step.width();
                continue;
            }
            int place = place(i, row, found);
            if (place == ABSENT) {
                return step.column();
            }
            if (RowLayout.isCoded(step)) {
                codes[index++] = place;
            } else {
                hot(numbers, number, step.width(), place);
                number += step.width();
            }
        }
        return null;
    }

    private static void hot(double[] numbers, int at, int width, int place) {
        Arrays.fill(numbers, at, at + width, 0);
        if (place >= 0) {
            numbers[at + place] = 1;
        }
    }

    private int place(int feature, int row, UnknownCategories found) {
        LabelColumn source = (LabelColumn) sources.get(feature);
        int label = source.code(row);
        int place = label < 0 ? fills[feature] : places.get(feature)[label];
        if (label >= 0 && place == UNKNOWN && found != null) {
            found.add(source.name(), source.text(row), 1);
        }
        return place;
    }
}
