package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.Columns;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.Describe;
import downhill.data.Examples;
import downhill.data.NaturalOrder;
import downhill.data.Room;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.Where;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;

/** What data must have before they can be learned from, each with its message. */
public final class Checks {
    private static final int SHOWN = 3;

    private Checks() {
    }

    /** The classes of a target in natural order. */
    static List<String> classes(Column target, TaskKind task, int rows) {
        if (target.size() == 1) {
            throw new DataException(Said.of("rows.one"));
        }
        List<String> classes = java.util.stream.IntStream.range(0, target.size()).filter(row -> !target.isMissing(row))
                .mapToObj(target::text).distinct().sorted(NaturalOrder.INSTANCE).toList();
        if (classes.isEmpty()) {
            throw new DataException(Said.of("target.empty", target.name()));
        }
        if (classes.size() == 1) {
            throw new DataException(Said.of("target.one", target.name(), classes.get(0)));
        }
        if (task == TaskKind.BINARY && classes.size() > 2) {
            throw new DataException(Said.of("target.two", target.name(), classes.size(), Describe.some(classes)));
        }
        if (classes.size() > 2 && classes.size() * 2 > rows) {
            throw new DataException(Said.of("target.many", target.name(), classes.size(), rows));
        }
        return classes;
    }

    static void features(List<Column> features, DataSpec spec) {
        if (features.isEmpty()) {
            throw new DataException(Said.of("column.features.none"));
        }
        if (features.size() > Preparation.MAX_INPUTS) {
            throw new DataException(Said.of("column.features.many", features.size()));
        }
        List<String> empty = features.stream().filter(column -> column.missing() == column.size()).map(Column::name).toList();
        if (!empty.isEmpty()) {
            throw new DataException(Said.of(features.size() == 1 ? "column.feature.only" : "column.feature.empty", empty.get(0)));
        }
        if (spec.image() != null && features.size() != spec.image().pixels()) {
            throw new DataException(Said.of("image.pixels", spec.image().channels(), spec.image().height(), spec.image().width(),
                    spec.image().pixels(), features.size()));
        }
    }

    /** Differences of numbers up to half of the largest that there is are numbers, too. */
    static void sizes(Column column, Table table) {
        for (int row = 0; row < column.size(); row++) {
            double value = column.number(row);
            if (Math.abs(value) > Double.MAX_VALUE / 2) {
                throw new DataException(Where.of(table.line(row), column.name(), Said.of("column.tooLarge", Columns.text(value))));
            }
        }
    }

    static void rows(int usable, int all) {
        if (usable == 0) {
            throw new DataException(Said.of("rows.unusable", all));
        }
        if (usable == 1) {
            throw new DataException(Said.of("rows.one.usable"));
        }
    }

    static void windows(int count, int rows, SequenceSpec sequence) {
        if (count < 2) {
            throw new DataException(Said.of("series.short", rows, sequence.window(), sequence.horizon()));
        }
    }

    static void width(Preprocessing steps, DataSpec spec) {
        int width = steps.width();
        if (width > Preparation.MAX_INPUTS) {
            throw new DataException(Said.of("column.onehot", width));
        }
        if (spec.image() != null && width != spec.image().pixels()) {
            List<String> labels = steps.features().stream().filter(step -> step.width() != 1)
                    .map(FeatureStep::column).limit(SHOWN).toList();
            throw new DataException(Said.of("image.labels", String.join(", ", labels)));
        }
    }

    /**
     * Refuses rows whose inputs have no room, before they are made.
     *
     * @param width inputs of a row
     * @param cost  numbers that are kept of a row, fewer where categories are kept as their indexes
     */
    static void room(int rows, int width, double cost, Room room) {
        double numbers = rows * cost;
        if (!room.hasArray(numbers)) {
            throw new DataException(Said.of("room.rows", width, rows, Room.text(Double.BYTES * numbers), room.text(), Room.MORE));
        }
    }

    static void trainingClasses(Examples training, List<String> classes, String target) {
        if (!classes.isEmpty() && Arrays.stream(training.targets()).distinct().count() < 2) {
            throw new DataException(Said.of("target.training", target, classes.get((int) training.targets()[0])));
        }
    }
}
