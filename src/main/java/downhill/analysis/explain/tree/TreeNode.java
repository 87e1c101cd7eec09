package downhill.analysis.explain.tree;

/**
 * A part of a tree.
 *
 * @param mean  [outputs] of the rows it was grown on that come here
 * @param rows  how many those are
 * @param error mean squared distance of their answers from the mean, summed over outputs
 * @param split the question asked here; null at a leaf
 * @param made  number of the split when the tree was grown, from 0, the one that gains most first; −1 at a leaf
 * @param yes   where rows go for which it holds; null at a leaf
 * @param no    where the others go; null at a leaf
 */
public record TreeNode(double[] mean, int rows, double error, Split split, int made, TreeNode yes, TreeNode no) {

    /** Whether nothing is asked here. */
    public boolean isLeaf() {
        return split == null;
    }

    /** How many leaves there are from here on. */
    public int leaves() {
        return isLeaf() ? 1 : yes.leaves() + no.leaves();
    }

    /** Questions on the longest way to a leaf. */
    public int depth() {
        return isLeaf() ? 0 : 1 + Math.max(yes.depth(), no.depth());
    }

    /** The index of the largest mean: of one-hot answers the class that most rows here have. */
    public int largest() {
        int best = 0;
        for (int i = 1; i < mean.length; i++) {
            best = mean[i] > mean[best] ? i : best;
        }
        return best;
    }

    /** The same as it was before the split of that number was made. */
    TreeNode before(int split) {
        return isLeaf() || made >= split ? new TreeNode(mean, rows, error, null, -1, null, null)
                : new TreeNode(mean, rows, error, this.split, made, yes.before(split), no.before(split));
    }
}
