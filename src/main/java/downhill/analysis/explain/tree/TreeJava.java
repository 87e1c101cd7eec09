package downhill.analysis.explain.tree;

import downhill.analysis.explain.field.RawField;
import downhill.expr.JavaCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A surrogate as a Java class without dependencies. A number that is missing is NaN, a label that is missing null, a date days since
 * 1970-01-01; they are filled as the model fills them, and where it does not the answer is NaN or null.
 */
public final class TreeJava {
    private static final String STEP = "    ";
    private final Surrogate surrogate;
    private final RuleTree tree;
    private final int[] asked;
    private final List<String> names;

    private TreeJava(Surrogate surrogate) {
        this.surrogate = surrogate;
        this.tree = surrogate.tree();
        this.asked = TreeCode.asked(tree);
        this.names = names(tree, asked);
    }

    /** The whole source of a class of that name. */
    public static String of(Surrogate surrogate, String className) {
        return new TreeJava(surrogate).source(className);
    }

    /** One by field, null where it is not asked for. */
    private static List<String> names(RuleTree tree, int[] asked) {
        List<String> names = new ArrayList<>(Collections.nCopies(tree.fields().size(), null));
        Set<String> taken = new HashSet<>();
        for (int field : asked) {
            String plain = identifier(tree.fields().get(field).name());
            String free = plain;
            for (int i = 2; !taken.add(free); i++) {
                free = plain + "_" + i;
            }
            names.set(field, free);
        }
        return names;
    }

    private static String identifier(String text) {
        String letters = text.replaceAll("[^\\p{L}\\p{N}_]", "_");
        return JavaCode.name(letters.matches("\\p{N}.*") ? "_" + letters : letters);
    }

    private String source(String className) {
        String parameters = IntStream.of(asked).mapToObj(field -> type(field) + " " + names.get(field)).collect(Collectors.joining(", "));
        String result = surrogate.classes().isEmpty() ? "double" : "String";
        return "public final class " + className + " {\n" + STEP + "private " + className + "() {\n" + STEP + "}\n\n"
                + STEP + "public static " + result + " predict(" + parameters + ") {\n" + gaps() + node(tree.root(), STEP + STEP)
                + STEP + "}\n}\n";
    }

    private String type(int field) {
        return tree.fields().get(field).isLabels() ? "String" : "double";
    }

    private String gaps() {
        StringBuilder lines = new StringBuilder();
        for (int field : asked) {
            RawField of = tree.fields().get(field);
            String missing = of.isLabels() ? names.get(field) + " == null" : "Double.isNaN(" + names.get(field) + ")";
            lines.append(STEP).append(STEP).append("if (").append(missing).append(") {\n").append(STEP.repeat(3))
                    .append(of.fill() == null ? nothing() : names.get(field) + " = " + literal(of, of.fill()) + ";")
                    .append("\n").append(STEP).append(STEP).append("}\n");
        }
        return lines.toString();
    }

    private String nothing() {
        return "return " + (surrogate.classes().isEmpty() ? "Double.NaN" : "null") + ";";
    }

    private String node(TreeNode node, String indent) {
        if (node.isLeaf()) {
            String said = surrogate.said(node);
            return indent + "return " + (surrogate.classes().isEmpty() ? number(said) : quoted(said)) + ";\n";
        }
        return indent + "if (" + question(node.split()) + ") {\n" + node(node.yes(), indent + STEP) + indent + "} else {\n"
                + node(node.no(), indent + STEP) + indent + "}\n";
    }

    /** Whole numbers of ten digits or more may be none of Java's ints. */
    private static String number(String said) {
        return said.matches("-?\\d{10,}") ? said + ".0" : said;
    }

    private String question(Split split) {
        RawField field = TreeCode.field(tree, split);
        String name = names.get(split.field());
        return split.isLabels()
                ? split.names(field).stream().map(label -> name + ".equals(" + quoted(label) + ")").collect(Collectors.joining(" || "))
                : name + " <= " + split.threshold();
    }

    private static String literal(RawField field, double value) {
        return field.isLabels() ? quoted(field.text(value)) : Double.toString(value);
    }

    /** Everything but plain ASCII is escaped, so that the encoding of the file does not matter. */
    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            literal.append(escaped(letter));
        }
        return literal.append('"').toString();
    }

    /** Unicode escapes are read before strings are, so what would end one needs an escape of its own. */
    private static String escaped(char letter) {
        if (letter == '"' || letter == '\\') {
            return "\\" + letter;
        }
        if (letter < ' ') {
            return String.format(Locale.ROOT, "\\%03o", (int) letter);
        }
        return letter < 127 ? String.valueOf(letter) : String.format(Locale.ROOT, "\\u%04x", (int) letter);
    }
}
