package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.Cells;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the question that lessens the squared distances most. Of numbers every bound between two values is tried. Labels are put in the
 * order of their mean answer, where the best set of labels is a beginning of that order (Fisher 1958; Breiman et al. 1984, 4.6): exact for
 * one output and two classes; for more classes the order by each of them is tried.
 */
final class SplitSearch {
    private final Cells cells;
    private final double[] answers;
    private final int outputs;
    private final int least;

    /**
     * @param answers [rows × outputs]
     * @param least   rows that each side must have
     */
    SplitSearch(Cells cells, double[] answers, int outputs, int least) {
        this.cells = cells;
        this.answers = answers;
        this.outputs = outputs;
        this.least = least;
    }

    /** @param orders by field, rows in the order of its values within the leaf's stretch */
    Leaf.Found best(Leaf leaf, int[][] orders) {
        Leaf.Found best = Leaf.Found.NONE;
        for (int field = 0; field < orders.length && leaf.rows() >= 2 * least; field++) {
            boolean labels = cells.fields().get(field).isLabels();
            Leaf.Found found = labels ? labels(leaf, field, orders[field]) : numbers(leaf, field, orders[field]);
            best = found.beats(best) ? found : best;
        }
        return best;
    }

    private Leaf.Found numbers(Leaf leaf, int field, int[] order) {
        double[] sums = new double[outputs];
        double most = 0;
        int cut = -1;
        for (int i = leaf.from; i < leaf.to - least; i++) {
            add(order[i], sums);
            int rows = i + 1 - leaf.from;
            boolean may = rows >= least && cells.of(order[i], field) < cells.of(order[i + 1], field);
            double gain = may ? gain(leaf, sums, rows) : 0;
            cut = gain > most ? i : cut;
            most = Math.max(most, gain);
        }
        return cut < 0 ? Leaf.Found.NONE : new Leaf.Found(Split.at(field,
                RoundNumber.between(cells.of(order[cut], field), cells.of(order[cut + 1], field))), most);
    }

    private double gain(Leaf leaf, double[] sums, int rows) {
        double gain = -leaf.explained();
        for (int k = 0; k < outputs; k++) {
            double rest = leaf.sums[k] - sums[k];
            gain += sums[k] * sums[k] / rows + rest * rest / (leaf.rows() - rows);
        }
        return gain;
    }

    private void add(int row, double[] sums) {
        for (int k = 0; k < outputs; k++) {
            sums[k] += answers[row * outputs + k];
        }
    }

    private Leaf.Found labels(Leaf leaf, int field, int[] order) {
        int count = cells.fields().get(field).categories().size();
        double[][] sums = new double[count][outputs];
        int[] rows = new int[count];
        for (int i = leaf.from; i < leaf.to; i++) {
            int label = (int) cells.of(order[i], field);
            if (label >= 0) {
                add(order[i], sums[label]);
                rows[label]++;
            }
        }
        Leaf.Found best = Leaf.Found.NONE;
        for (int k = 0; k < (outputs == 2 ? 1 : outputs); k++) {
            List<Integer> sorted = sorted(sums, rows, k);
            Leaf.Found low = prefix(leaf, field, sums, rows, sorted);
            best = low.beats(best) ? low : best;
            Collections.reverse(sorted);
            Leaf.Found high = prefix(leaf, field, sums, rows, sorted);
            best = high.beats(best) ? high : best;
        }
        return best;
    }

    private static List<Integer> sorted(double[][] sums, int[] rows, int output) {
        return IntStream.range(0, rows.length).filter(label -> rows[label] > 0).boxed()
                .sorted(Comparator.comparingDouble(label -> sums[label][output] / rows[label]))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Rows of labels that did not occur in training are always on the other side, so both ends of the order are asked for. */
    private Leaf.Found prefix(Leaf leaf, int field, double[][] sums, int[] rows, List<Integer> sorted) {
        double[] total = new double[outputs];
        int count = 0;
        double most = 0;
        int cut = 0;
        for (int i = 0; i < sorted.size(); i++) {
            int label = sorted.get(i);
            count += rows[label];
            for (int k = 0; k < outputs; k++) {
                total[k] += sums[label][k];
            }
            boolean may = count >= least && leaf.rows() - count >= least;
            double gain = may ? gain(leaf, total, count) : 0;
            cut = gain > most ? i + 1 : cut;
            most = Math.max(most, gain);
        }
        return cut == 0 ? Leaf.Found.NONE : new Leaf.Found(Split.among(field, shorter(sorted, cut, leaf, rows)), most);
    }

    /** Either side can be asked for: the one of fewer labels, unless there are rows of none, which are on the other side. */
    private static List<Integer> shorter(List<Integer> sorted, int cut, Leaf leaf, int[] rows) {
        boolean allKnown = IntStream.of(rows).sum() == leaf.rows();
        boolean turned = allKnown && cut > sorted.size() - cut;
        return new ArrayList<>(turned ? sorted.subList(cut, sorted.size()) : sorted.subList(0, cut));
    }
}
