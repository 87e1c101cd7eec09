package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.RawField;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a rule or a region asks of one value.
 *
 * @param field  that is asked
 * @param above  of numbers: the value is more than this; −∞ where there is no bound
 * @param atMost of numbers: the value is at most this; ∞ where there is no bound
 * @param labels of labels: indexes of those that are meant, in order
 * @param others of labels: whether all labels but these are meant, those that did not occur in training, too
 */
public record TreeCondition(RawField field, double above, double atMost, List<Integer> labels, boolean others) {
    public TreeCondition {
        labels = List.copyOf(labels);
    }

    /** Numbers within bounds. */
    public static TreeCondition within(RawField field, double above, double atMost) {
        return new TreeCondition(field, above, atMost, List.of(), false);
    }

    /** One of some labels; with {@code others} none of them. */
    public static TreeCondition among(RawField field, List<Integer> labels, boolean others) {
        return new TreeCondition(field, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, labels, others);
    }

    /** Whether a value of the field is meant. */
    public boolean holds(double value) {
        return field.isLabels() ? labels.contains((int) value) != others : value > above && value <= atMost;
    }

    /** The labels as they are written. */
    public List<String> names() {
        return labels.stream().map(label -> field.categories().get(label)).toList();
    }

    /** Such as {@code 6 < quality ≤ 8} or {@code town ∈ {Ames, Gilbert}}: the same in every language. */
    public String text() {
        String name = field.name();
        if (field.isLabels() && labels.size() == 1) {
            return name + (others ? " ≠ " : " = ") + names().get(0);
        }
        if (field.isLabels()) {
            return name + (others ? " ∉ " : " ∈ ") + names().stream().collect(Collectors.joining(", ", "{", "}"));
        }
        if (atMost == Double.POSITIVE_INFINITY) {
            return name + " > " + field.text(above);
        }
        String upper = name + " ≤ " + field.text(atMost);
        return above == Double.NEGATIVE_INFINITY ? upper : field.text(above) + " < " + upper;
    }
}
