package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import java.util.List;

/**
 * A decision tree over raw values.
 *
 * @param fields what its questions are about
 * @param root   the first question
 */
public record RuleTree(List<RawField> fields, TreeNode root) {
    public RuleTree {
        fields = List.copyOf(fields);
    }

    /** The leaf that a row comes to. */
    public TreeNode leaf(Cells cells, int row) {
        TreeNode node = root;
        while (!node.isLeaf()) {
            node = node.split().holds(cells.of(row, node.split().field())) ? node.yes() : node.no();
        }
        return node;
    }

    /** How many leaves it has. */
    public int leaves() {
        return root.leaves();
    }

    /** The tree of that many leaves, or fewer where it has no more: the one that growing had come to then. */
    public RuleTree cut(int leaves) {
        return new RuleTree(fields, root.before(leaves - 1));
    }
}
