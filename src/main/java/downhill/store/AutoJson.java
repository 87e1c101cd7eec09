package downhill.store;

import downhill.analysis.ensemble.Estimate;
import downhill.model.TrainedEnsemble;
import downhill.study.automl.AutoResult;
import downhill.study.automl.BoardLine;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of AutoML, as {@code automl --json} prints it; what is no number is null. */
public final class AutoJson {
    private AutoJson() {
    }

    /**
     * One object.
     *
     * @param report what it means, in Markdown
     */
    public static String text(AutoResult result, String report) {
        ObjectNode root = Json.object();
        root.put("metric", result.metric().key());
        root.set("baseline", entry(result.baseline()));
        ArrayNode board = root.putArray("leaderboard");
        result.leaderboard().forEach(each -> board.add(entry(each)));
        root.set("ensemble", ensemble(result));
        root.set("outer", outer(result));
        root.set("tried", tried(result.tally()));
        return Json.text(root.put("report", report));
    }

    private static ObjectNode entry(BoardLine entry) {
        ObjectNode node = Json.object();
        node.put("name", entry.name()).put("kind", entry.kind());
        if (entry.trial() >= 0) {
            node.put("trial", entry.trial());
            ObjectNode params = node.putObject("params");
            entry.params().forEach((key, value) -> params.set(key, RecordWriter.tree(value)));
        }
        number(node, "validation", entry.validation());
        number(node, "outer", entry.outer());
        number(node, "fitSeconds", entry.fitSeconds());
        number(node, "predictSeconds", entry.predictSeconds());
        return node.put("parameters", entry.parameters());
    }

    private static ObjectNode ensemble(AutoResult result) {
        ObjectNode node = Json.object();
        node.put("kind", result.chosen().key());
        ArrayNode members = node.putArray("members");
        if (result.ensemble() != null) {
            for (TrainedEnsemble.Member member : result.ensemble().members()) {
                members.addObject().put("name", member.model().name()).put("weight", member.weight());
            }
        }
        number(node, "validation", result.delivered().validation());
        number(node, "outer", result.delivered().outer());
        return node;
    }

    private static ObjectNode outer(AutoResult result) {
        ObjectNode node = Json.object();
        node.put("rows", result.tally().outerRows());
        estimate(node, "score", result.outer());
        estimate(node.putObject("gain"), "value", result.gain());
        node.put("betterThanBaseline", result.beatsBaseline());
        if (result.best() == null) {
            return node.putNull("optimism");
        }
        double validation = result.best().validation();
        double outer = result.best().outer();
        number(node, "optimism", result.metric().higherIsBetter() ? validation - outer : outer - validation);
        return node;
    }

    private static ObjectNode tried(AutoResult.Tally tally) {
        ObjectNode node = Json.object();
        node.put("trials", tally.trials()).put("complete", tally.complete()).put("pruned", tally.pruned()).put("failed", tally.failed())
                .put("underWay", tally.underWay());
        ObjectNode families = node.putObject("families");
        tally.families().forEach(families::put);
        ArrayNode troubles = node.putArray("troubles");
        tally.troubles().forEach(each -> troubles.addObject().put("family", each.family()).put("failed", each.failed())
                .put("why", each.why().toString()));
        ObjectNode importance = node.putObject("importance");
        tally.importance().forEach(importance::put);
        return node.put("innerRows", tally.innerRows()).put("folds", tally.folds()).put("ended", tally.ended())
                .put("seconds", tally.seconds());
    }

    private static void estimate(ObjectNode node, String name, Estimate estimate) {
        number(node, name, estimate.value());
        number(node, "low", estimate.low());
        number(node, "high", estimate.high());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
