package downhill.store;

import downhill.analysis.score.CrossScores;
import downhill.analysis.verdict.Pair;
import downhill.analysis.verdict.Standing;
import downhill.analysis.verdict.Verdict;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a cross-validation found, as {@code cross-validate --json} prints it; what is no number is null. */
public final class VerdictJson {
    private VerdictJson() {
    }

    /**
     * One object.
     *
     * @param sentence the verdict in words
     * @param protocol what was done, in order: texts, numbers, yes or no, or lists of texts
     */
    public static String text(CrossScores scores, Verdict verdict, int folds, int repeats, String sentence, Map<String, ?> protocol) {
        ObjectNode root = Json.object();
        root.put("metric", scores.metric().key()).put("folds", folds).put("repeats", repeats);
        ArrayNode contenders = root.putArray("contenders");
        verdict.standings().forEach(each -> standing(contenders.addObject(), each));
        ArrayNode pairs = root.putArray("pairs");
        verdict.pairs().forEach(each -> pair(pairs.addObject(), each, verdict));
        root.put("sentence", sentence);
        ObjectNode done = root.putObject("protocol");
        protocol.forEach((key, value) -> {
            if (value instanceof Double number) {
                number(done, key, number);
            } else {
                done.set(key, value == null ? done.nullNode() : RecordWriter.tree(value));
            }
        });
        return Json.text(root);
    }

    private static void standing(ObjectNode node, Standing standing) {
        node.put("name", standing.name());
        ArrayNode scores = node.putArray("scores");
        for (double score : standing.scores()) {
            if (Double.isFinite(score)) {
                scores.add(score);
            } else {
                scores.addNull();
            }
        }
        number(node, "mean", standing.mean());
        number(node, "interquartileMean", standing.middle().value());
        number(node, "low", standing.middle().low());
        number(node, "high", standing.middle().high());
        node.put("diverged", standing.diverged());
    }

    private static void pair(ObjectNode node, Pair pair, Verdict verdict) {
        node.put("a", verdict.standings().get(pair.a()).name()).put("b", verdict.standings().get(pair.b()).name());
        number(node, "difference", pair.test().mean());
        number(node, "low", pair.test().low());
        number(node, "high", pair.test().high());
        number(node, "p", pair.test().p());
        number(node, "better", pair.better());
        number(node, "equivalent", pair.equivalent());
        number(node, "worse", pair.worse());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
