package downhill.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What a body asks.
 *
 * @param rows    to answer
 * @param id      of the request; null for none
 * @param outputs that are wanted; empty for all
 */
record AskedRows(RequestRows rows, Object id, List<String> outputs) {
    /** What the body asks of a model; {@code infer} is of the Open Inference Protocol. */
    static AskedRows of(ServedModel model, String what, Call call, byte[] body, int mostRows) {
        return what.equals("infer") ? infer(model, call, body, mostRows) : rows(model, call, body, mostRows);
    }

    private static AskedRows infer(ServedModel model, Call call, byte[] body, int mostRows) {
        if (call.header("Inference-Header-Content-Length") != null) {
            throw RequestException.bad("serve.binary");
        }
        Map<?, ?> request = Call.object(body);
        RequestRows rows = Tensors.rows(request.get("inputs"), model.columns(), mostRows);
        return new AskedRows(rows, request.get("id"), outputs(request.get("outputs")));
    }

    private static List<String> outputs(Object told) {
        if (told == null) {
            return List.of();
        }
        if (!(told instanceof List<?> list)) {
            throw RequestException.bad("serve.outputs");
        }
        return list.stream().map(each -> {
            if (each instanceof Map<?, ?> output && output.get("name") instanceof String name) {
                return name;
            }
            throw RequestException.bad("serve.outputs");
        }).toList();
    }

    /** Rows by the names of their columns: {@code {"rows": [{...}]}}, with {@code "columns"} lists instead, or a CSV. */
    private static AskedRows rows(ServedModel model, Call call, byte[] body, int mostRows) {
        if (call.isCsv()) {
            try {
                return new AskedRows(CsvBody.read(body, model.preprocessing(), mostRows), null, List.of());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
        Map<?, ?> request = Call.object(body);
        if (!(request.get("rows") instanceof List<?> rows) || rows.isEmpty()) {
            throw RequestException.bad("serve.rows.none");
        }
        if (rows.size() > mostRows) {
            throw RequestException.bad("serve.rows", rows.size(), mostRows);
        }
        return new AskedRows(RequestRows.of(rows, columns(request.get("columns"))), null, List.of());
    }

    private static List<String> columns(Object told) {
        if (told == null) {
            return List.of();
        }
        if (told instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            List<String> names = list.stream().map(String.class::cast).toList();
            if (names.stream().distinct().count() == names.size()) {
                return names;
            }
        }
        throw RequestException.bad("serve.columns");
    }
}
