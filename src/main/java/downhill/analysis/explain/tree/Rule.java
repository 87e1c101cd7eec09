package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A way from the root to a leaf: what must hold for a row to come there, once for each field.
 *
 * @param conditions all of which hold; empty where the tree is one leaf
 * @param leaf       what is said of such rows
 */
public record Rule(List<Condition> conditions, TreeNode leaf) {
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** One for each leaf; exactly one of them fits any row. */
    public static List<Rule> of(Tree tree) {
        List<Rule> rules = new ArrayList<>();
        collect(tree, tree.root(), new TreeMap<>(), rules);
        return List.copyOf(rules);
    }

    private static void collect(Tree tree, TreeNode node, Map<Integer, Condition> known, List<Rule> rules) {
        if (node.isLeaf()) {
            rules.add(new Rule(List.copyOf(known.values()), node));
            return;
        }
        collect(tree, node.yes(), with(known, tree, node.split(), true), rules);
        collect(tree, node.no(), with(known, tree, node.split(), false), rules);
    }

    private static Map<Integer, Condition> with(Map<Integer, Condition> known, Tree tree, Split split, boolean yes) {
        Map<Integer, Condition> more = new TreeMap<>(known);
        Field field = tree.fields().get(split.field());
        Condition before = known.get(split.field());
        more.put(split.field(), split.isLabels() ? labels(field, before, split, yes) : bounds(field, before, split.threshold(), yes));
        return more;
    }

    private static Condition bounds(Field field, Condition before, double threshold, boolean yes) {
        double above = before == null ? Double.NEGATIVE_INFINITY : before.above();
        double atMost = before == null ? Double.POSITIVE_INFINITY : before.atMost();
        return Condition.within(field, yes ? above : Math.max(above, threshold), yes ? Math.min(atMost, threshold) : atMost);
    }

    private static Condition labels(Field field, Condition before, Split split, boolean yes) {
        TreeSet<Integer> named = new TreeSet<>(split.labels());
        boolean others = !yes;
        if (before == null) {
            return Condition.among(field, List.copyOf(named), others);
        }
        TreeSet<Integer> earlier = new TreeSet<>(before.labels());
        if (others && before.others()) {
            earlier.addAll(named);
        } else if (others) {
            earlier.removeAll(named);
        } else if (before.others()) {
            named.removeAll(earlier);
            earlier = named;
        } else {
            earlier.retainAll(named);
        }
        return Condition.among(field, List.copyOf(earlier), others && before.others());
    }
}
