package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.RawField;
import java.util.stream.Collectors;

/**
 * A surrogate as an expression of SQL: CASE within CASE. Empty cells are filled as the model fills them; where it does not, such a row has
 * no answer (NULL), as it has none of the model. Names stand in double quotes as the standard has it, dates are texts in ISO 8601.
 */
public final class TreeSql {
    private static final String STEP = "  ";
    private final Surrogate surrogate;

    private TreeSql(Surrogate surrogate) {
        this.surrogate = surrogate;
    }

    /** The expression, in several lines. */
    public static String of(Surrogate surrogate) {
        return new TreeSql(surrogate).all();
    }

    private String all() {
        RuleTree tree = surrogate.tree();
        String missing = TreeCode.withoutFill(tree, TreeCode.asked(tree)).stream()
                .map(field -> name(tree.fields().get(field)) + " IS NULL").collect(Collectors.joining(" OR "));
        String body = node(tree.root(), missing.isEmpty() ? "" : STEP);
        return missing.isEmpty() ? body : "CASE WHEN " + missing + " THEN NULL ELSE\n" + body + "\nEND";
    }

    private String node(TreeNode node, String indent) {
        if (node.isLeaf()) {
            return indent + (surrogate.classes().isEmpty() ? surrogate.said(node) : text(surrogate.said(node)));
        }
        return indent + "CASE WHEN " + question(node.split()) + " THEN\n" + node(node.yes(), indent + STEP) + "\n" + indent + "ELSE\n"
                + node(node.no(), indent + STEP) + "\n" + indent + "END";
    }

    private String question(Split split) {
        RawField field = TreeCode.field(surrogate.tree(), split);
        String value = field.fill() == null ? name(field) : "COALESCE(" + name(field) + ", " + literal(field, field.fill()) + ")";
        return split.isLabels()
                ? value + " IN (" + split.names(field).stream().map(TreeSql::text).collect(Collectors.joining(", ")) + ")"
                : value + " <= " + literal(field, split.threshold());
    }

    private static String literal(RawField field, double value) {
        boolean plain = !field.isLabels() && !field.isDate();
        return plain ? field.text(value) : text(String.valueOf(field.text(value)));
    }

    private static String name(RawField field) {
        return "\"" + field.name().replace("\"", "\"\"") + "\"";
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
