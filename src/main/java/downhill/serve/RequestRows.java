package downhill.serve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a request as they came.
 *
 * @param count number of rows, at least 1
 * @param cells by the name that the request uses, one cell a row: null, a text, or a Double
 */
record RequestRows(int count, Map<String, List<Object>> cells) {
    /** A column at a time, from rows that may each lack some. */
    static final class Builder {
        private final Map<String, Object[]> columns = new LinkedHashMap<>();
        private final int count;

        Builder(int count) {
            this.count = count;
        }

        void put(int row, String column, Object value) {
            columns.computeIfAbsent(column, name -> new Object[count])[row] = cell(column, value);
        }

        RequestRows build() {
            Map<String, List<Object>> cells = new LinkedHashMap<>();
            columns.forEach((name, values) -> cells.put(name, Arrays.asList(values)));
            return new RequestRows(count, cells);
        }
    }

    /** A value of JSON as a cell. */
    static Object cell(String column, Object value) {
        if (value == null || value instanceof String) {
            return value;
        }
        if (value instanceof Boolean flag) {
            return flag.toString();
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw RequestException.bad("serve.cell", column);
    }

    /**
     * Objects by the name of the column, or lists in the order of {@code columns}.
     *
     * @param rows    the list, as JSON has it
     * @param columns of lists; empty where there are none
     */
    static RequestRows of(List<?> rows, List<String> columns) {
        Builder builder = new Builder(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            for (Map.Entry<?, ?> cell : named(row, rows.get(row), columns).entrySet()) {
                builder.put(row, (String) cell.getKey(), cell.getValue());
            }
        }
        return builder.build();
    }

    private static Map<?, ?> named(int row, Object value, List<String> columns) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        if (value instanceof List<?> list && list.size() == columns.size()) {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < list.size(); i++) {
                named.put(columns.get(i), list.get(i));
            }
            return named;
        }
        throw RequestException.bad("serve.row", row, columns.size());
    }

    /** Several one after the other; a column that one lacks has no values there. */
    static RequestRows joined(List<RequestRows> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int count = parts.stream().mapToInt(RequestRows::count).sum();
        Map<String, List<Object>> cells = new LinkedHashMap<>();
        parts.get(0).cells.keySet().forEach(name -> {
            List<Object> all = new ArrayList<>(count);
            parts.forEach(part -> all.addAll(part.cells.get(name)));
            cells.put(name, all);
        });
        return new RequestRows(count, cells);
    }
}
