package downhill.store;

import downhill.analysis.profile.AcrossSets;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Contenders over several data sets, as {@code cross-validate --json} prints them; what is no number is null. */
public final class SetsJson {
    private SetsJson() {
    }

    /** One object. */
    public static String text(AcrossSets all, String metric) {
        ObjectNode root = Json.object().put("metric", metric);
        ArrayNode sets = root.putArray("sets");
        for (int set = 0; set < all.sets().size(); set++) {
            ObjectNode one = sets.addObject().put("data", all.sets().get(set));
            ObjectNode scores = one.putObject("scores");
            for (int i = 0; i < all.names().size(); i++) {
                number(scores, all.names().get(i), all.scores()[set][i]);
            }
        }
        profile(root.putObject("profile"), all);
        if (all.friedman() == null) {
            root.putNull("friedman");
        } else {
            friedman(root.putObject("friedman"), all);
        }
        return Json.text(root.put("sentence", all.said().toString()));
    }

    private static void profile(ObjectNode node, AcrossSets all) {
        numbers(node.putArray("tau"), all.profile().taus());
        ObjectNode shares = node.putObject("shares");
        for (int i = 0; i < all.names().size(); i++) {
            numbers(shares.putArray(all.names().get(i)), all.profile().shares()[i]);
        }
    }

    private static void friedman(ObjectNode node, AcrossSets all) {
        ObjectNode ranks = node.putObject("ranks");
        for (int i = 0; i < all.names().size(); i++) {
            ranks.put(all.names().get(i), all.friedman().ranks()[i]);
        }
        number(node, "chiSquare", all.friedman().chiSquare());
        number(node, "p", all.isTested() ? all.friedman().pOfF() : Double.NaN);
        number(node, "criticalDifference", all.isTested() ? all.friedman().difference() : Double.NaN);
    }

    private static void numbers(ArrayNode node, double[] values) {
        for (double value : values) {
            node.add(value);
        }
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
