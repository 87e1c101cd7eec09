package downhill.cli.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A size of data and race.
 *
 * @param axis       which of the others grows
 * @param rows       of the table
 * @param columns    of numbers
 * @param levels     of a category beside them; 0 for none
 * @param classes    of the target
 * @param contenders in the race
 */
public record ScaleSize(Axis axis, int rows, int columns, int levels, int classes, int contenders) {
    /** What grows. */
    public enum Axis {
        ROWS, COLUMNS, LEVELS, CLASSES, CONTENDERS
    }

    private static final int[] ROWS = {1000, 10_000, 100_000, 1_000_000};
    private static final int[] COLUMNS = {10, 100, 1000};
    private static final int[] LEVELS = {10, 100, 1000};
    private static final int[] CLASSES = {10, 100, 1000};
    private static final int[] CONTENDERS = {1, 16, 256};

    /** Each axis by itself, from sizes that people have. */
    static List<ScaleSize> all() {
        List<ScaleSize> sizes = new ArrayList<>();
        for (int rows : ROWS) {
            sizes.add(new ScaleSize(Axis.ROWS, rows, 10, 0, 2, 2));
        }
        for (int columns : COLUMNS) {
            sizes.add(new ScaleSize(Axis.COLUMNS, 10_000, columns, 0, 2, 2));
        }
        for (int levels : LEVELS) {
            sizes.add(new ScaleSize(Axis.LEVELS, 100_000, 10, levels, 2, 2));
        }
        for (int classes : CLASSES) {
            sizes.add(new ScaleSize(Axis.CLASSES, 100_000, 10, 0, classes, 2));
        }
        for (int contenders : CONTENDERS) {
            sizes.add(new ScaleSize(Axis.CONTENDERS, 10_000, 10, 0, 2, contenders));
        }
        return sizes;
    }

    /** How far along its axis it is. */
    double along() {
        return switch (axis) {
            case ROWS -> rows;
            case COLUMNS -> columns;
            case LEVELS -> levels;
            case CLASSES -> classes;
            case CONTENDERS -> contenders;
        };
    }

    /** As one word of a command. */
    String word() {
        return String.join(",", axis.name(), String.valueOf(rows), String.valueOf(columns), String.valueOf(levels), String.valueOf(classes),
                String.valueOf(contenders));
    }

    static ScaleSize read(String word) {
        String[] parts = word.split(",");
        return new ScaleSize(Axis.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]), Integer.parseInt(parts[5]));
    }
}
