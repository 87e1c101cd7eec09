package downhill.data.csv;

import downhill.data.ColumnReading;
import downhill.data.Dates.Order;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import downhill.data.Reading;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts on record how a file was read. */
final class Readings {
    private Readings() {
    }

    static Reading of(Layout layout, List<ColumnFacts> facts, Types types, ImportOptions options) {
        boolean marked = options.said().decimal() != null || new StyleGuess(facts).hasMarks();
        NumberStyle style = types.style();
        String thousands = options.said().thousands() != null || style.grouping() == 0 ? options.said().thousands()
                : String.valueOf(style.grouping());
        return new Reading(layout.header() != null, marked ? String.valueOf(style.decimal()) : null, thousands, options.missing(),
                options.units(),
                columns(layout, types), null);
    }

    private static Map<String, ColumnReading> columns(Layout layout, Types types) {
        Map<String, ColumnReading> columns = new LinkedHashMap<>();
        Map<String, Integer> occurrences = new HashMap<>();
        for (int j = 0; j < layout.fields(); j++) {
            String original = layout.originals().get(j);
            TypeGuess guess = types.guesses().get(j);
            columns.put(layout.names().get(j), new ColumnReading(original, occurrences.merge(original.strip(), 1, Integer::sum),
                    guess.type(),
                    order(guess.order()), false, null, null));
        }
        return columns;
    }

    /** The word for an order; null where day and month have none. */
    static String order(Order order) {
        return switch (order) {
            case DAY_FIRST -> DialectChoice.DAY_FIRST;
            case MONTH_FIRST -> DialectChoice.MONTH_FIRST;
            default -> null;
        };
    }

    /** The order in the dates of a column. */
    static Order order(String dates) {
        return dates.equals(DialectChoice.DAY_FIRST) ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    /** The other order. */
    static Order opposite(String dates) {
        return dates.equals(DialectChoice.DAY_FIRST) ? Order.MONTH_FIRST : Order.DAY_FIRST;
    }
}
