package downhill.data.csv;

import downhill.data.Dates.Order;
import downhill.data.DialectChoice;
import downhill.words.Said;
import java.util.List;
import java.util.Optional;

/**
 * The order of day and month in dates that are written as numbers. A column that shows its own order keeps it; one that does not follows
 * what was said, else the other columns, else the custom that dates with points have the day first; else it stays in doubt.
 *
 * @param said     what a person said, or null
 * @param custom   the order of columns that do not show one; {@link Order#AMBIGUOUS} if nothing tells
 * @param decision what to show, empty where there are no such dates
 */
record DateStyle(Order said, Order custom, Optional<Decision> decision) {
    /** What its decision is about. */
    static final String WHAT = "dates";

    static DateStyle of(List<ColumnFacts> columns, DialectChoice choice) {
        List<ColumnFacts> dated = columns.stream().filter(DateStyle::isDated).toList();
        if (choice.dates() != null) {
            Order said = choice.dates().equals(DialectChoice.DAY_FIRST) ? Order.DAY_FIRST : Order.MONTH_FIRST;
            return new DateStyle(said, said, Optional.of(Decision.chosen(WHAT, choice.dates())));
        }
        List<ColumnFacts> doubtful = dated.stream().filter(column -> column.dateOrder() == Order.AMBIGUOUS).toList();
        return dated.isEmpty() ? new DateStyle(null, Order.AMBIGUOUS, Optional.empty()) : found(dated, doubtful);
    }

    private static boolean isDated(ColumnFacts column) {
        return column.count(Shape.NUMERIC_DATE) * 2 > column.filled() && column.count(Shape.CLEAR_DATE) == 0;
    }

    private static DateStyle found(List<ColumnFacts> dated, List<ColumnFacts> doubtful) {
        List<ColumnFacts> telling = dated.stream().filter(column -> isOrder(column.dateOrder())).toList();
        List<Order> orders = telling.stream().map(ColumnFacts::dateOrder).distinct().toList();
        if (orders.size() > 1) {
            return style(Order.AMBIGUOUS, Said.of("csv.dates.differ"), false);
        }
        if (orders.size() == 1) {
            Said example = Said.of("csv.dates.shows", telling.get(0).dateExample());
            Said reason = doubtful.isEmpty() ? example : Said.reasons(List.of(example, Said.of("csv.dates.alike")));
            return style(orders.get(0), reason, doubtful.isEmpty());
        }
        if (doubtful.isEmpty()) {
            return style(Order.AMBIGUOUS, Said.of("csv.dates.none"), false);
        }
        String example = doubtful.get(0).dateExample();
        return doubtful.stream().allMatch(ColumnFacts::hasDatesWithPoints)
                ? style(Order.DAY_FIRST, Said.of("csv.dates.points", example), false)
                : style(Order.AMBIGUOUS, Said.reasons(List.of(Said.of("csv.dates.open", example), Said.of("csv.dates.text"))), false);
    }

    private static boolean isOrder(Order order) {
        return order == Order.DAY_FIRST || order == Order.MONTH_FIRST;
    }

    private static DateStyle style(Order order, Said reason, boolean sure) {
        String value = Readings.order(order);
        return new DateStyle(null, order, Optional.of(new Decision(WHAT, value == null ? "" : value, reason, sure)));
    }

    /** The order of a column's dates; AMBIGUOUS or NONE if it is not known. */
    Order order(ColumnFacts column) {
        if (said != null) {
            return said;
        }
        Order own = column.count(Shape.CLEAR_DATE) > 0 ? Order.NONE : column.dateOrder();
        return own == Order.AMBIGUOUS ? custom : own;
    }
}
