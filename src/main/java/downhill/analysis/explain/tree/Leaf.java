package downhill.analysis.explain.tree;

/** A part of a tree that is being grown: a stretch of the sorted rows, and the best question that could be asked there. */
final class Leaf {
    final int from;
    final int to;
    final double[] sums;
    final double squares;
    Found best;
    int made = -1;
    Leaf yes;
    Leaf no;

    /** A question and by how much it lessens the sum of squares. */
    record Found(Split split, double gain) {
        static final Found NONE = new Found(null, 0);

        boolean beats(Found other) {
            return gain > other.gain;
        }
    }

    /**
     * @param sums    [outputs] of the answers of its rows
     * @param squares sum of the squares of all these
     */
    Leaf(int from, int to, double[] sums, double squares) {
        this.from = from;
        this.to = to;
        this.sums = sums;
        this.squares = squares;
    }

    int rows() {
        return to - from;
    }

    double gain() {
        return best.gain;
    }

    /** Σ (sum of an output)² / rows: what the mean explains of the squares. */
    double explained() {
        return explained(sums, rows());
    }

    static double explained(double[] sums, int rows) {
        double total = 0;
        for (double sum : sums) {
            total += sum * sum / rows;
        }
        return total;
    }

    /** @param shift [outputs] that was taken off the answers */
    TreeNode node(double[] shift) {
        double[] mean = new double[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = sums[i] / rows() + shift[i];
        }
        double error = Math.max(0, squares - explained()) / rows();
        return made < 0 ? new TreeNode(mean, rows(), error, null, -1, null, null)
                : new TreeNode(mean, rows(), error, best.split, made, yes.node(shift), no.node(shift));
    }
}
