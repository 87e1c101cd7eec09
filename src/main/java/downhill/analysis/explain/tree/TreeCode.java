package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.RawField;
import java.util.List;
import java.util.stream.IntStream;

/** What the writers of code have in common. */
final class TreeCode {
    private TreeCode() {
    }

    /** Indexes of the fields that are asked for, in order. */
    static int[] asked(RuleTree tree) {
        return IntStream.range(0, tree.fields().size()).filter(field -> asks(tree.root(), field)).toArray();
    }

    private static boolean asks(TreeNode node, int field) {
        return !node.isLeaf() && (node.split().field() == field || asks(node.yes(), field) || asks(node.no(), field));
    }

    /** Those of {@code asked} for which the model has nothing to put in an empty cell. */
    static List<Integer> withoutFill(RuleTree tree, int[] asked) {
        return IntStream.of(asked).filter(field -> tree.fields().get(field).fill() == null).boxed().toList();
    }

    static RawField field(RuleTree tree, Split split) {
        return tree.fields().get(split.field());
    }
}
