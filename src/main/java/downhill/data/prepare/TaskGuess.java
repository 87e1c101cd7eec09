package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnNames;
import downhill.data.ColumnType;
import downhill.data.Edition;
import downhill.data.Notice;
import downhill.data.TaskKind;
import downhill.words.Said;
import java.util.List;
import java.util.stream.IntStream;

/** Guesses from the values of a target whether it is a number or a class. */
final class TaskGuess {
    private static final int MAX_CLASSES = 20;
    private static final int ROWS_IN_A_CLASS = 5;

    private final Column target;
    private final Edition edition;
    private final List<Notice> notices;

    TaskGuess(Column target, Edition edition, List<Notice> notices) {
        this.target = target;
        this.edition = edition;
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
            return edition.isSecond() && isWhole() && isFew() ? withGaps() : TaskKind.REGRESSION;
        }
        notices.add(new Notice(target.name(), Said.of("notice.class", target.distinct()), Notice.About.CLASSES));
        return byClasses();
    }

    private TaskKind byClasses() {
        return target.distinct() <= 2 ? TaskKind.BINARY : TaskKind.MULTICLASS;
    }

    /** Whole numbers such as 1, 2, 3, 5, 6, 7 are classes where the name says so; else it is said that they might be. */
    private TaskKind withGaps() {
        boolean named = ColumnNames.isClass(target.name()) || ColumnNames.isTarget(target.name());
        notices.add(new Notice(target.name(), Said.of(named ? "notice.class.gaps" : "notice.quantity.gaps", target.distinct()),
                Notice.About.CLASSES));
        return named ? byClasses() : TaskKind.REGRESSION;
    }

    private boolean isFew() {
        int distinct = target.distinct();
        return distinct >= 2 && distinct <= MAX_CLASSES && target.size() >= ROWS_IN_A_CLASS * distinct;
    }

    private boolean isWhole() {
        return IntStream.range(0, target.size()).mapToDouble(target::number)
                .allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
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
