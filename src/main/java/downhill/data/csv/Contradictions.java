package downhill.data.csv;

import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dates.Order;
import downhill.data.ImportOptions;
import downhill.data.Wanted;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a file is written otherwise than that of training. What a person said about its writing is never doubted. A file that shows
 * throughout that it has its own decimal mark, or a column its own order in dates, is read by that, and it is told; a column that can
 * be read in neither way is refused, with the option that reads it.
 */
final class Contradictions {
    /** Fewer cells that do not fit are rather mistaken than written otherwise. */
    private static final double FEW = 0.05;
    private static final int SHOWN = 4;

    private final String file;
    private final StreamPlan plan;
    private final List<ColumnFacts> facts;
    private final ImportOptions options;
    private final List<Said> found = new ArrayList<>();
    private final List<Said> remarks = new ArrayList<>();
    private final Set<Said> advice = new LinkedHashSet<>();

    Contradictions(String file, StreamPlan plan, List<ColumnFacts> facts, ImportOptions options) {
        this.file = file;
        this.plan = plan;
        this.facts = facts;
        this.options = options;
    }

    /** @throws DataException that names the columns, how many of their cells do not fit, and what to say */
    void check(BlockListener listener) {
        if (plan.wanted().reading() == null) {
            return;
        }
        for (int i = 0; i < plan.places().length; i++) {
            Wanted.One one = plan.wanted().columns().get(i);
            int place = plan.places()[i];
            if (place >= 0 && one.needed()) {
                check(one, plan.layout().names().get(place), facts.get(place), plan.guesses().get(place).order());
            }
        }
        if (!found.isEmpty()) {
            int more = found.size() - SHOWN;
            Said shown = Said.reasons(found.subList(0, Math.min(SHOWN, found.size())));
            throw new DataException(Said.of("written.otherwise", file, more > 0 ? Said.of("written.more", shown, more) : shown,
                    Said.sentences(advice.toArray(Said[]::new))));
        }
        marks();
        doubts();
        remarks.forEach(listener::remark);
    }

    private void check(Wanted.One one, String name, ColumnFacts column, Order order) {
        if (one.type() == ColumnType.NUMBER) {
            number(name, column);
        } else if (one.type() == ColumnType.DATE && options.said().dates() == null) {
            date(name, column, order, plan.wanted().reading().column(one.name()).map(ColumnReading::dates).orElse(null));
        }
    }

    private void number(String name, ColumnFacts column) {
        long filled = column.filled() - column.count(Shape.DASH);
        long other = options.units() ? 0 : column.count(Shape.UNIT);
        long supporting = 0;
        Shape example = other > 0 ? Shape.UNIT : null;
        for (Shape shape : Shape.values()) {
            boolean marks = shape.isNumeric() && shape != Shape.UNIT && shape != Shape.UNICODE_NUMBER;
            boolean fits = plan.style().accepts(shape);
            supporting += marks && fits && shape.tells() ? column.count(shape) : 0;
            other += marks && !fits ? column.count(shape) : 0;
            long most = example == null ? 0 : column.count(example);
            example = marks && !fits && column.count(shape) > most ? shape : example;
        }
        if (other > 0 && !isSaid(example) && (supporting == 0 || other > FEW * filled)) {
            found.add(Said.of("written.numbers", other, filled, name, Texts.clip(column.example(example))));
            advice.add(advice(example));
        }
    }

    private boolean isSaid(Shape shape) {
        return shape != Shape.UNIT && (options.said().decimal() != null || options.said().thousands() != null);
    }

    private static Said advice(Shape shape) {
        return switch (shape) {
            case UNIT -> Said.of("written.units");
            case COMMA -> Said.of("written.comma");
            case POINT -> Said.of("written.point");
            case COMMA_OR_GROUPS -> Said.of("written.commaOrGroups");
            case POINT_OR_GROUPS -> Said.of("written.pointOrGroups");
            case COMMA_GROUPS, COMMA_GROUPS_POINT -> Said.of("written.commaGroups");
            case POINT_GROUPS, POINT_GROUPS_COMMA -> Said.of("written.pointGroups");
            case SPACE_GROUPS_COMMA -> Said.of("written.spaceGroupsComma");
            case APOSTROPHE_GROUPS -> Said.of("written.apostrophes");
            default -> Said.of("written.spaces");
        };
    }

    /** @param known the order of training */
    private void date(String name, ColumnFacts column, Order order, String known) {
        long filled = column.filled();
        long numeric = column.count(Shape.NUMERIC_DATE);
        if (known != null && order == Readings.opposite(known)) {
            String key = order == Order.DAY_FIRST ? "written.day" : "written.month";
            remarks.add(Said.of(key, numeric, filled, name, column.dateExample(), known));
        } else if (order != Order.DAY_FIRST && order != Order.MONTH_FIRST && numeric * 2 > filled) {
            found.add(Said.of("written.dates", numeric, filled, name, column.dateExample()));
            advice.add(Said.of("written.dates.do"));
        } else if (column.shortYears() > 0 && column.shortYears() * 2L > column.distinctTexts()) {
            found.add(Said.of("written.years", name));
            advice.add(Said.of("written.years.do"));
        }
    }

    /** Columns read by another decimal mark than that of training. */
    private void marks() {
        String known = plan.wanted().reading().decimal();
        String mark = String.valueOf(plan.style().decimal());
        if (known == null || mark.equals(known) || options.said().decimal() != null || options.said().thousands() != null) {
            return;
        }
        List<Said> counts = new ArrayList<>();
        for (int i = 0; i < plan.places().length; i++) {
            if (plan.places()[i] >= 0 && plan.wanted().columns().get(i).type() == ColumnType.NUMBER) {
                long marked = marked(facts.get(plan.places()[i]));
                if (marked > 0) {
                    counts.add(Said.of("written.count", marked, plan.layout().names().get(plan.places()[i])));
                }
            }
        }
        Said some = Said.list(counts.subList(0, Math.min(SHOWN, counts.size())));
        Said shown = counts.size() > SHOWN ? Said.of("written.etc", some) : some;
        remarks.add(Said.of(mark.equals(",") ? "written.marks.comma" : "written.marks.point", shown));
    }

    private static long marked(ColumnFacts column) {
        long marked = 0;
        for (Shape shape : Shape.values()) {
            boolean neutral = shape == Shape.INTEGER || shape == Shape.BIG_INTEGER || shape == Shape.INFINITE
                    || shape == Shape.UNICODE_NUMBER;
            marked += shape.isNumeric() && !neutral ? column.count(shape) : 0;
        }
        return marked;
    }

    /** What fits, but may mean something else. */
    private void doubts() {
        boolean known = plan.wanted().reading().decimal() != null || options.said().decimal() != null;
        for (int i = 0; i < plan.places().length; i++) {
            int place = plan.places()[i];
            if (!known && place >= 0 && plan.wanted().columns().get(i).type() == ColumnType.NUMBER
                    && plan.wanted().columns().get(i).needed()) {
                doubt(plan.layout().names().get(place), facts.get(place));
            }
        }
    }

    private void doubt(String name, ColumnFacts column) {
        Shape shape = plan.style().decimal() == '.' ? Shape.POINT_OR_GROUPS : Shape.COMMA_OR_GROUPS;
        if (column.count(shape) > 0 && plan.style().grouping() != plan.style().decimal()) {
            String text = column.example(shape);
            String mark = plan.style().decimal() == '.' ? "point" : "comma";
            remarks.add(Said.of("written.doubt", column.count(shape), name, Texts.clip(text), mark));
        }
    }
}
