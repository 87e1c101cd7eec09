package downhill.serve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs of a request of the Open Inference Protocol as rows: one tensor a column, or one tensor of all columns. */
final class Tensors {
    /** A tensor with this name and as many numbers a row as there are columns holds all of them, in the order of training. */
    static final String ROWS = "rows";

    private static final Map<String, int[]> WHOLE = Map.of("INT8", new int[] {-1, 7}, "INT16", new int[] {-1, 15},
            "INT32", new int[] {-1, 31}, "INT64", new int[] {-1, 63}, "UINT8", new int[] {0, 8}, "UINT16", new int[] {0, 16},
            "UINT32", new int[] {0, 32},
            "UINT64", new int[] {0, 64});

    private final List<String> columns;
    private final int mostRows;
    private final Map<String, List<Object>> cells = new LinkedHashMap<>();
    private int count = -1;

    /** @param columns of training, in order */
    private Tensors(List<String> columns, int mostRows) {
        this.columns = columns;
        this.mostRows = mostRows;
    }

    /**
     * Rows of the field {@code inputs}.
     *
     * @throws RequestException where they are not as the protocol has them
     */
    static RequestRows rows(Object inputs, List<String> columns, int mostRows) {
        if (!(inputs instanceof List<?> list) || list.isEmpty()) {
            throw RequestException.bad("serve.inputs");
        }
        Tensors tensors = new Tensors(columns, mostRows);
        list.forEach(tensors::add);
        return new RequestRows(tensors.count, tensors.cells);
    }

    private void add(Object one) {
        if (!(one instanceof Map<?, ?> input) || !(input.get("name") instanceof String name)) {
            throw RequestException.bad("serve.input.name");
        }
        int[] shape = shape(name, input.get("shape"));
        List<Object> data = data(name, input, shape);
        int width = data.size() / shape[0];
        if (width == 1) {
            put(name, shape[0], data);
        } else if (name.equals(ROWS) && width == columns.size()) {
            spread(shape[0], data);
        } else {
            throw RequestException.bad("serve.input.wide", name, width, ROWS, columns.size());
        }
    }

    private void put(String name, int rows, List<Object> column) {
        if (count >= 0 && rows != count) {
            throw RequestException.bad("serve.input.rows", name, rows, count);
        }
        count = rows;
        if (cells.put(name, column) != null) {
            throw RequestException.bad("serve.twice", name);
        }
    }

    private void spread(int rows, List<Object> data) {
        int width = columns.size();
        for (int i = 0; i < width; i++) {
            List<Object> column = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                column.add(data.get(row * width + i));
            }
            put(columns.get(i), rows, column);
        }
    }

    private int[] shape(String name, Object told) {
        if (!(told instanceof List<?> list) || list.isEmpty() || list.size() > 8
                || !list.stream().allMatch(each -> each instanceof Long length && length > 0 && length <= Integer.MAX_VALUE)) {
            throw RequestException.bad("serve.input.shape", name);
        }
        int[] shape = list.stream().mapToInt(each -> ((Long) each).intValue()).toArray();
        if (shape[0] > mostRows) {
            throw RequestException.bad("serve.rows", shape[0], mostRows);
        }
        return shape;
    }

    private static List<Object> data(String name, Map<?, ?> input, int[] shape) {
        Object told = input.get("data");
        if (!(told instanceof List<?> list)) {
            throw RequestException.bad("serve.input.data", name);
        }
        long size = 1;
        for (int length : shape) {
            size = size > Integer.MAX_VALUE ? size : size * length;
        }
        String type = String.valueOf(input.get("datatype"));
        List<Object> flat = new ArrayList<>();
        flatten(list, name, type, flat);
        if (flat.size() != size) {
            throw RequestException.bad("serve.input.size", name, flat.size(), size);
        }
        return flat;
    }

    /** Flat or nested, row by row. */
    private static void flatten(List<?> list, String name, String type, List<Object> flat) {
        for (Object each : list) {
            if (each instanceof List<?> inner) {
                flatten(inner, name, type, flat);
            } else {
                flat.add(cell(each, name, type));
            }
        }
    }

    private static Object cell(Object value, String name, String type) {
        boolean fits = switch (type) {
            case "BYTES" -> value instanceof String;
            case "BOOL" -> value instanceof Boolean;
            case "FP16", "FP32", "FP64" -> value instanceof Number;
            default -> fitsWhole(value, type, name);
        };
        if (!fits && value != null) {
            throw RequestException.bad("serve.input.type", name, type);
        }
        return RequestRows.cell(name, value);
    }

    private static boolean fitsWhole(Object value, String type, String name) {
        int[] bounds = WHOLE.get(type);
        if (bounds == null) {
            throw RequestException.bad("serve.datatype", name, type);
        }
        if (!(value instanceof Number number)) {
            return false;
        }
        BigDecimal exact = number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal(number.doubleValue());
        BigDecimal most = new BigDecimal(BigInteger.TWO.pow(bounds[1]));
        return exact.stripTrailingZeros().scale() <= 0 && exact.compareTo(most) < 0
                && exact.compareTo(bounds[0] < 0 ? most.negate() : BigDecimal.ZERO) >= 0;
    }
}
