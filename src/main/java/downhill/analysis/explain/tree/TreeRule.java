package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.RawField;
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
public record TreeRule(List<TreeCondition> conditions, TreeNode leaf) {
    public TreeRule {
        conditions = List.copyOf(conditions);
    }

    /** One for each leaf; exactly one of them fits any row. */
    public static List<TreeRule> of(RuleTree tree) {
        List<TreeRule> rules = new ArrayList<>();
        collect(tree, tree.root(), new TreeMap<>(), rules);
        return List.copyOf(rules);
    }

    private static void collect(RuleTree tree, TreeNode node, Map<Integer, TreeCondition> known, List<TreeRule> rules) {
        if (node.isLeaf()) {
            rules.add(new TreeRule(List.copyOf(known.values()), node));
            return;
        }
        collect(tree, node.yes(), with(known, tree, node.split(), true), rules);
        collect(tree, node.no(), with(known, tree, node.split(), false), rules);
    }

    private static Map<Integer, TreeCondition> with(Map<Integer, TreeCondition> known, RuleTree tree, Split split, boolean yes) {
        Map<Integer, TreeCondition> more = new TreeMap<>(known);
        RawField field = tree.fields().get(split.field());
        TreeCondition before = known.get(split.field());
        more.put(split.field(), split.isLabels() ? labels(field, before, split, yes) : bounds(field, before, split.threshold(), yes));
        return more;
    }

    private static TreeCondition bounds(RawField field, TreeCondition before, double threshold, boolean yes) {
        double above = before == null ? Double.NEGATIVE_INFINITY : before.above();
        double atMost = before == null ? Double.POSITIVE_INFINITY : before.atMost();
        return TreeCondition.within(field, yes ? above : Math.max(above, threshold), yes ? Math.min(atMost, threshold) : atMost);
    }

    private static TreeCondition labels(RawField field, TreeCondition before, Split split, boolean yes) {
        TreeSet<Integer> named = new TreeSet<>(split.labels());
        boolean others = !yes;
        if (before == null) {
            return TreeCondition.among(field, List.copyOf(named), others);
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
        return TreeCondition.among(field, List.copyOf(earlier), others && before.others());
    }
}
