package downhill.data;

import java.util.List;

/** Guesses from the values of a target whether it is a number or a class. */
final class TaskGuess {
    private static final int MAX_CLASSES = 20;
    private static final int ROWS_IN_A_CLASS = 5;

    private final Column target;
    private final List<Notice> notices;

    TaskGuess(Column target, List<Notice> notices) {
        this.target = target;
        this.notices = notices;
    }

    TaskKind task() {
        if (target.type() == ColumnType.DATE) {
            return TaskKind.REGRESSION;
        }
        if (target.type() != ColumnType.NUMBER) {
            return byClasses();
        }
        if (!looksLikeClasses()) {
            return TaskKind.REGRESSION;
        }
        notices.add(new Notice(target.name(), "The target holds " + target.distinct()
                + " different whole numbers and was taken as a class; choose regression if it is a quantity.", Notice.About.CLASSES));
        return byClasses();
    }

    private TaskKind byClasses() {
        return target.distinct() <= 2 ? TaskKind.BINARY : TaskKind.MULTICLASS;
    }

    private boolean looksLikeClasses() {
        int distinct = target.distinct();
        if (distinct < 2 || distinct > MAX_CLASSES) {
            return false;
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < target.size(); row++) {
            double value = target.number(row);
            if (Double.isNaN(value)) {
                continue;
            }
            if (value != Math.rint(value)) {
                return false;
            }
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return distinct == 2 || max - min + 1 == distinct && target.size() >= ROWS_IN_A_CLASS * distinct;
    }
}
