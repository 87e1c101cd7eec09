package downhill.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tables of the same columns one below the other. */
public final class JoinedTables {
    private JoinedTables() {
    }

    /**
     * Joins some.
     *
     * @param tables  at least one; columns are those of the first, in its order
     * @param reading how all of them were read
     */
    public static Table of(List<Table> tables, Reading reading) {
        List<Column> columns = new ArrayList<>();
        for (Column column : tables.get(0).columns()) {
            List<Column> parts = tables.stream().map(table -> table.column(column.name())).toList();
            columns.add(column instanceof LabelColumn ? labels(column, parts) : new NumberColumn(column.name(),
                    parts.stream().flatMapToDouble(part -> IntStream.range(0, part.size()).mapToDouble(part::number)).toArray()));
        }
        return new Table(columns, null, reading);
    }

    private static LabelColumn labels(Column first, List<Column> parts) {
        Map<String, Integer> labels = new LinkedHashMap<>();
        int[] codes = new int[parts.stream().mapToInt(Column::size).sum()];
        int at = 0;
        for (Column part : parts) {
            int[] own = ((LabelColumn) part).labels().stream().mapToInt(label -> {
                labels.putIfAbsent(label, labels.size());
                return labels.get(label);
            }).toArray();
            for (int row = 0; row < part.size(); row++) {
                int code = ((LabelColumn) part).code(row);
                codes[at++] = code < 0 ? code : own[code];
            }
        }
        return new LabelColumn(first.name(), first.type(), codes, List.copyOf(labels.keySet()));
    }
}
