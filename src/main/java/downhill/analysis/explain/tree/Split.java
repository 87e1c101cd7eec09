package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.RawField;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A question to a row, by which it goes to the one or the other side.
 *
 * @param field     index of the field that is asked
 * @param threshold of numbers: at most this much is yes; NaN for labels
 * @param labels    of labels: these indexes are yes, all others no, in order; empty for numbers
 */
public record Split(int field, double threshold, List<Integer> labels) {
    public Split {
        labels = List.copyOf(labels);
    }

    static Split at(int field, double threshold) {
        return new Split(field, threshold, List.of());
    }

    static Split among(int field, Iterable<Integer> labels) {
        TreeSet<Integer> sorted = new TreeSet<>();
        labels.forEach(sorted::add);
        return new Split(field, Double.NaN, List.copyOf(sorted));
    }

    /** Whether it asks for labels. */
    public boolean isLabels() {
        return !labels.isEmpty();
    }

    /** The answer for a value of the field. */
    public boolean holds(double value) {
        return isLabels() ? labels.contains((int) value) : value <= threshold;
    }

    /** The labels that are asked for, as they are written. */
    public List<String> names(RawField of) {
        return labels.stream().map(label -> of.categories().get(label)).collect(Collectors.toList());
    }
}
