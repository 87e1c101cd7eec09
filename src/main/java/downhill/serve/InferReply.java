package downhill.serve;

import downhill.data.prepare.Preprocessing;
import downhill.store.PlainJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Metadata and answers as the Open Inference Protocol has them (kserve/open-inference-protocol, {@code inference_rest.md}). */
final class InferReply {
    static final String LABEL = "label";
    static final String PROBABILITIES = "probabilities";
    static final String PREDICTION = "prediction";
    private static final String ROW = "row";

    private InferReply() {
    }

    /** {@code GET v2/models/M}. */
    static Map<String, Object> metadata(ServedModel model, List<ServedModel> versions) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", model.name());
        told.put("versions", versions.stream().map(each -> Integer.toString(each.version())).toList());
        told.put("platform", "downhill");
        told.put("inputs", model.columns().stream().map(column -> tensor(column,
                ModelSchema.isNumber(model.preprocessing(), column) ? "FP64" : "BYTES", -1, 1)).toList());
        told.put("outputs", model.outputs());
        return told;
    }

    static List<Map<String, Object>> outputs(Preprocessing preprocessing) {
        List<Map<String, Object>> outputs = new ArrayList<>();
        if (preprocessing.task().isClassification()) {
            outputs.add(tensor(LABEL, "BYTES", -1, 1));
            outputs.add(tensor(PROBABILITIES, "FP64", -1, preprocessing.classNames().size()));
        } else {
            outputs.add(tensor(PREDICTION, preprocessing.predictsDates() ? "BYTES" : "FP64", -1, 1));
        }
        if (preprocessing.sequence() != null) {
            outputs.add(tensor(ROW, "INT64", -1, 1));
        }
        return outputs;
    }

    private static Map<String, Object> tensor(String name, String type, int rows, int width) {
        Map<String, Object> tensor = new LinkedHashMap<>();
        tensor.put("name", name);
        tensor.put("datatype", type);
        tensor.put("shape", List.of(rows, width));
        return tensor;
    }

    /**
     * {@code POST v2/models/M/infer}. A tensor has no place for a row without an answer, so all rows have one.
     *
     * @param wanted names of outputs; empty for all
     * @throws RequestException where a row has none, or there is no such output
     */
    static Reply of(ServedModel model, ServedAnswer answer, Object id, List<String> wanted) {
        List<RowAnswer> rows = answer.rows();
        for (RowAnswer each : rows) {
            if (!each.answered()) {
                throw RequestException.bad("serve.unanswered", each.row(), each.reason());
            }
        }
        if (rows.isEmpty()) {
            throw RequestException.bad("serve.window", ModelSchema.window(model.preprocessing()));
        }
        List<Map<String, Object>> outputs = new ArrayList<>();
        for (Map<String, Object> output : chosen(model.outputs(), wanted)) {
            int width = (Integer) ((List<?>) output.get("shape")).get(1);
            Map<String, Object> told = tensor((String) output.get("name"), (String) output.get("datatype"), rows.size(), width);
            told.put("data", data((String) output.get("name"), model.preprocessing(), rows));
            outputs.add(told);
        }
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("model_name", model.name());
        reply.put("model_version", Integer.toString(model.version()));
        if (id instanceof String) {
            reply.put("id", id);
        }
        PredictReply.flags(answer).ifPresent(flags -> reply.put("parameters", parameters(flags)));
        reply.put("outputs", outputs);
        return Reply.json(reply);
    }

    /** Parameters of the protocol are texts, numbers and truth values, so that a list is the text of one. */
    private static Map<String, Object> parameters(Map<String, Object> flags) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        flags.forEach((name, list) -> {
            parameters.put(name, ((List<?>) list).size());
            parameters.put(name + "_rows", new String(PlainJson.write(list), StandardCharsets.UTF_8));
        });
        return parameters;
    }

    private static List<Map<String, Object>> chosen(List<Map<String, Object>> outputs, List<String> wanted) {
        if (wanted.isEmpty()) {
            return outputs;
        }
        for (String name : wanted) {
            if (outputs.stream().noneMatch(each -> each.get("name").equals(name))) {
                throw RequestException.bad("serve.output", name,
                        String.join(", ", outputs.stream().map(each -> (String) each.get("name")).toList()));
            }
        }
        return outputs.stream().filter(each -> wanted.contains(each.get("name"))).toList();
    }

    private static Object data(String name, Preprocessing preprocessing, List<RowAnswer> rows) {
        return switch (name) {
            case ROW -> each(rows, RowAnswer::row);
            case LABEL -> each(rows, RowAnswer::prediction);
            case PROBABILITIES -> probabilities(rows);
            default -> preprocessing.predictsDates() ? each(rows, RowAnswer::prediction) : each(rows, RowAnswer::number);
        };
    }

    private static List<Object> each(List<RowAnswer> rows, Function<RowAnswer, Object> what) {
        List<Object> each = new ArrayList<>(rows.size());
        rows.forEach(row -> each.add(what.apply(row)));
        return each;
    }

    private static double[] probabilities(List<RowAnswer> rows) {
        int width = rows.get(0).probabilities().length;
        double[] all = new double[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).probabilities(), 0, all, i * width, width);
        }
        return all;
    }
}
