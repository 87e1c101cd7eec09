package downhill.serve;

import downhill.store.Application;
import downhill.words.Said;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is at which address. */
final class Routes {
    /** Asked for at most by so many at once, since answering takes work. */
    private static final Set<String> WORK = Set.of("infer", "predict", "explain");
    private static final Set<String> ABOUT_MODELS = Set.of("metadata", "ready", "infer", "predict", "explain", "columns", "drift");

    /**
     * What a request is about, for the tally.
     *
     * @param model that there is; "" for none
     * @param what  one of few words
     * @param open  whether everybody may ask it
     */
    record Subject(String model, String what, boolean open) {
        boolean isWork() {
            return WORK.contains(what);
        }
    }

    private final ModelShelf shelf;
    private final ServeLimits limits;
    private final Tally tally;
    private final Body bodies;
    private final Page page;

    Routes(ModelShelf shelf, ServeLimits limits, Tally tally) {
        this.shelf = shelf;
        this.limits = limits;
        this.tally = tally;
        this.bodies = new Body(limits.bytes());
        this.page = new Page();
    }

    /** What a request is about; one about nothing is {@code other}. */
    Subject subject(Call call) {
        List<String> path = call.path();
        if (path.equals(List.of(""))) {
            return new Subject("", "page", true);
        }
        if (path.size() == 1) {
            return new Subject("", Set.of("metrics", "openapi.json", "v2").contains(path.get(0)) ? path.get(0) : "other", false);
        }
        if (path.equals(List.of("v2", ""))) {
            return new Subject("", path.get(0), false); // the protocol's schemas have a slash there, its text has none
        }
        if (!path.get(0).equals("v2")) {
            return new Subject("", "other", false);
        }
        boolean health = path.equals(List.of("v2", "health", "live")) || path.equals(List.of("v2", "health", "ready"));
        if (health || path.equals(List.of("v2", "models"))) {
            return new Subject("", path.get(1), health);
        }
        boolean versioned = path.size() >= 5 && path.get(3).equals("versions");
        int length = versioned ? 5 : 3;
        if (path.get(1).equals("models") && path.size() >= 3 && path.size() <= length + 1) {
            String what = path.size() == length ? "metadata" : path.get(length);
            boolean known = !shelf.versions(path.get(2)).isEmpty();
            return new Subject(known ? path.get(2) : "", ABOUT_MODELS.contains(what) ? what : "other", false);
        }
        return new Subject("", "other", false);
    }

    /**
     * The answer.
     *
     * @throws RequestException where there is none
     */
    Reply answer(Call call, Subject subject) throws IOException {
        if (subject.what().equals("other")) {
            throw new RequestException(404, Said.of("serve.address.none"));
        }
        String method = call.method().equals("HEAD") ? "GET" : call.method();
        if (!method.equals(subject.isWork() ? "POST" : "GET")) {
            throw new RequestException(405, Said.of("serve.method", subject.isWork() ? "POST" : "GET"));
        }
        return switch (subject.what()) {
            case "page" -> page.reply();
            case "openapi.json" -> Reply.text("application/json", page.openApi());
            case "metrics" -> Reply.text(Tally.TYPE, tally.text(shelf));
            case "v2" -> Reply.json(server());
            case "health" -> Reply.json(Map.of(call.path().get(2), true));
            case "models" -> Reply.json(Map.of("models", shelf.models().stream().map(ServedModel::name).distinct().toList()));
            default -> aboutModel(call, subject);
        };
    }

    private static Map<String, Object> server() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", "downhill");
        told.put("version", Application.version());
        told.put("extensions", List.of());
        return told;
    }

    private Reply aboutModel(Call call, Subject subject) throws IOException {
        String name = call.path().get(2);
        String version = call.path().size() >= 5 ? call.path().get(4) : null;
        if (subject.isWork()) {
            return call.body(bodies, body -> shelf.ask(name, version, model -> work(model, subject.what(), call, body)));
        }
        return shelf.ask(name, version, model -> Reply.json(switch (subject.what()) {
            case "ready" -> Map.of("name", name, "ready", true);
            case "columns" -> ModelSchema.of(model);
            case "drift" -> Map.of("columns", model.drift().lines().stream().map(Routes::line).toList());
            default -> InferReply.metadata(model, version == null ? shelf.versions(name) : List.of(model));
        }));
    }

    private Reply work(ServedModel model, String what, Call call, byte[] body) {
        AskedRows asked = AskedRows.of(model, what, call, body, limits.rows());
        if (what.equals("explain")) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("model_name", model.name());
            told.put("model_version", Integer.toString(model.version()));
            told.putAll(model.explain(asked.rows()));
            return Reply.json(told);
        }
        ServedAnswer answer = model.answer(asked.rows());
        tally.rows(model.name(), asked.rows().count(), answer.unanswered());
        return what.equals("infer") ? InferReply.of(model, answer, asked.id(), asked.outputs()) : PredictReply.of(model, answer);
    }

    private static Map<String, Object> line(DriftLine line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("column", line.column());
        told.put("values", line.values());
        told.put("missing", line.missing());
        told.put("outside", line.outside());
        told.put("far_outside", line.far());
        told.put("mean", line.mean());
        told.put("training_center", line.center());
        told.put("training_spread", line.spread());
        told.put("training_least", line.least());
        told.put("training_greatest", line.greatest());
        return told;
    }
}
