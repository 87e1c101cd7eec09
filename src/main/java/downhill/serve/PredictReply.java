package downhill.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers to rows that came by the names of their columns. */
final class PredictReply {
    private PredictReply() {
    }

    /** Each row has its prediction, or the reason why there is none. */
    static Reply of(ServedModel model, ServedAnswer answer) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("model_name", model.name());
        reply.put("model_version", Integer.toString(model.version()));
        reply.put("predictions", answer.rows().stream().map(row -> row(model, row)).toList());
        flags(answer).ifPresent(reply::putAll);
        if (!answer.notes().isEmpty()) {
            reply.put("not_read", answer.notes().stream().map(PredictReply::note).toList());
        }
        if (!answer.ignored().isEmpty()) {
            reply.put("ignored", answer.ignored());
        }
        return Reply.json(reply);
    }

    static Map<String, Object> row(ServedModel model, RowAnswer answer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("row", answer.row());
        boolean number = answer.answered() && !Double.isNaN(answer.number()) && !model.preprocessing().predictsDates();
        row.put("prediction", number ? (Object) answer.number() : answer.prediction());
        if (!answer.answered()) {
            row.put("reason", answer.reason().toString());
        } else if (answer.probabilities().length > 0) {
            Map<String, Object> each = new LinkedHashMap<>();
            List<String> classes = model.preprocessing().classNames();
            for (int i = 0; i < classes.size(); i++) {
                each.put(classes.get(i), answer.probabilities()[i]);
            }
            row.put("probabilities", each);
        }
        return row;
    }

    private static Map<String, Object> note(CellReader.Note note) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("row", note.row());
        told.put("column", note.column());
        told.put("why", note.what());
        told.put("text", note.text());
        return told;
    }

    /** What is far outside training; empty where nothing is. */
    static Optional<Map<String, Object>> flags(ServedAnswer answer) {
        if (answer.far().isEmpty()) {
            return Optional.empty();
        }
        List<Map<String, Object>> far = new ArrayList<>();
        for (Drift.Far one : answer.far()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("row", one.row());
            told.put("column", one.column());
            told.put("value", one.value());
            if (!Double.isNaN(one.least())) {
                told.put("least", one.least());
                told.put("greatest", one.greatest());
            }
            far.add(told);
        }
        return Optional.of(Map.of("far_outside", far));
    }
}
