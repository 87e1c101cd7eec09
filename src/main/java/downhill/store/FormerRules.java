package downhill.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules that came with the program and are other rules now: a document from before keeps them, so that it repeats bit for bit. */
final class FormerRules {
    /** By the id of then, the id that the former rule has now: the name of its file, too. */
    private static final Map<String, String> CHANGED = Map.of("adopt", "adopt-unclipped", "schedule-free-sgd", "schedule-free-sgd-at-y");

    private FormerRules() {
    }

    /** Gives all contenders of a document, and all ancestors kept in it, the text of the rule that their id meant. */
    static ObjectNode keep(ObjectNode document) {
        document.path("experiment").path("contenders").forEach(FormerRules::keep);
        return document;
    }

    private static void keep(JsonNode contender) {
        JsonNode own = contender.path("ruleText");
        String former = CHANGED.get(contender.path("ruleId").stringValue(""));
        if (contender instanceof ObjectNode spec && former != null && (own.isMissingNode() || own.isNull())) {
            spec.put("ruleId", former).put("ruleText", text(former));
        }
        contender.path("fork").path("lineage").forEach(FormerRules::keep);
    }

    private static String text(String id) {
        try (InputStream in = FormerRules.class.getResourceAsStream("/optimizers/former/" + id + ".rule")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The rule " + id + " cannot be read", e);
        }
    }
}
