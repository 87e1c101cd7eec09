package downhill.store;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.ScoreMetric;
import downhill.race.document.Look;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a look at sealed rows found, as {@code evaluate --open-seal --json} prints it; what is no number is null. */
public final class SealJson {
    private SealJson() {
    }

    /**
     * One object.
     *
     * @param looks    with this one
     * @param since    what was changed since the look before; empty for the first
     * @param sentence what that means
     */
    public static String text(List<ContenderAnswers> answers, List<ScoreMetric> metrics, int looks, Map<String, Look.Difference> since,
                              String sentence) {
        ObjectNode root = Json.object();
        root.put("rows", answers.get(0).runs().get(0).rows().length).put("looks", looks);
        root.set("changedSince", changes(since));
        ArrayNode contenders = root.putArray("contenders");
        for (ContenderAnswers each : answers) {
            ArrayNode runs = contenders.addObject().put("name", each.name()).putArray("runs");
            each.runs().forEach(run -> run(runs.addObject(), run, metrics));
        }
        return Json.text(root.put("sentence", sentence));
    }

    /** Each difference with what it was and what it is. */
    static ObjectNode changes(Map<String, Look.Difference> since) {
        ObjectNode changes = Json.object();
        since.forEach((place, difference) -> changes.putObject(place).put("was", difference.was()).put("now", difference.now()));
        return changes;
    }

    private static void run(ObjectNode node, HeldOut run, List<ScoreMetric> metrics) {
        node.put("seed", run.seed());
        ObjectNode scores = node.putObject("scores");
        for (ScoreMetric metric : metrics) {
            double value = run.score(metric).value();
            if (Double.isFinite(value)) {
                scores.put(metric.key(), value);
            } else {
                scores.putNull(metric.key());
            }
        }
    }
}
