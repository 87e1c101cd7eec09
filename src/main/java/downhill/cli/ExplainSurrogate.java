package downhill.cli;

import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.tree.RuleTree;
import downhill.analysis.explain.tree.Split;
import downhill.analysis.explain.tree.Surrogate;
import downhill.analysis.explain.tree.TreeCondition;
import downhill.analysis.explain.tree.TreeJava;
import downhill.analysis.explain.tree.TreeNode;
import downhill.analysis.explain.tree.TreeRule;
import downhill.analysis.explain.tree.TreeSql;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small tree in place of the model: its rules, and how well it says what the model says. */
final class ExplainSurrogate implements ExplainMethod {
    static final String SQL = "surrogate.sql";
    static final String JAVA = "Surrogate.java";
    private static final int MOST = 20;
    private static final double LOW = 0.8;

    /** As JSON has it; {@code value} is a number or the name of a class. */
    public record RuleOf(List<String> conditions, Object value, int rows) {
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        List<String> classes = task.model().classes() ? task.model().outputs() : List.of();
        int leaves = task.options().choices().leaves();
        Surrogate surrogate = Surrogate.of(RawFields.of(task.model()).cells(task.rows()), ExplainRows.told(task, task.rows()), classes,
                leaves, Math.max(leaves, MOST), task.options().seed(), progress);
        List<TreeRule> rules = TreeRule.of(surrogate.tree());
        return new ExplainResult(json(surrogate, rules), List.of("rule", "value", "rows"),
                rules.stream().map(rule -> List.of(text(rule.conditions()), surrogate.said(rule.leaf()), "" + rule.leaf().rows())).toList(),
                rules.stream().map(rule -> said(surrogate, rule)).toList(), List.of(sizes(surrogate)), told(surrogate, leaves),
                Map.of("explain", chart(surrogate)),
                Map.of(SQL, "-- Downhill\n" + TreeSql.of(surrogate) + "\n", JAVA, "// Downhill\n" + TreeJava.of(surrogate, "Surrogate")));
    }

    static String text(List<TreeCondition> conditions) {
        return conditions.stream().map(TreeCondition::text).collect(Collectors.joining(" & "));
    }

    /** Such as: if quality ≤ 6 and area > 1420 → 174 (52 rows). */
    static Said said(List<TreeCondition> conditions, Object value, int rows) {
        return Said.of(conditions.isEmpty() ? "explain.rule.only" : "explain.rule", condition(conditions), value, rows);
    }

    /** Conditions in a row; always where there are none. */
    static Said condition(List<TreeCondition> conditions) {
        Said all = conditions.isEmpty() ? Said.of("explain.rule.always") : Said.plain(conditions.get(0).text());
        for (int i = 1; i < conditions.size(); i++) {
            all = Said.of("explain.rule.and", all, conditions.get(i).text());
        }
        return all;
    }

    private static Said said(Surrogate surrogate, TreeRule rule) {
        return said(rule.conditions(), surrogate.said(rule.leaf()), rule.leaf().rows());
    }

    private static List<Said> told(Surrogate surrogate, int leaves) {
        List<Said> told = new ArrayList<>();
        boolean classes = !surrogate.classes().isEmpty();
        Surrogate.Fidelity own = surrogate.own();
        if (surrogate.tree().leaves() < leaves) {
            told.add(Said.of("explain.tree.fewer", surrogate.tree().leaves(), leaves));
        }
        String how = classes ? ExplainFiles.number(100 * own.unseen()) : ExplainFiles.number(own.unseen());
        told.add(Said.of(classes ? "explain.tree.agrees" : "explain.tree.fits", own.leaves(), how, surrogate.unseen()));
        if (classes) {
            told.add(Said.of("explain.tree.usual", ExplainFiles.number(100 * surrogate.fidelity().get(0).unseen())));
        }
        if (!(own.unseen() >= LOW)) {
            told.add(Said.of("explain.tree.low"));
        }
        return told;
    }

    private static TextTable sizes(Surrogate surrogate) {
        TextTable table = new TextTable(Said.of("explain.head.leaves"), Said.of("explain.head.seen"), Said.of("explain.head.unseen"));
        surrogate.fidelity().forEach(each -> table.row("" + each.leaves(), ExplainFiles.number(each.seen()),
                ExplainFiles.number(each.unseen())));
        return table;
    }

    private static Map<String, Object> json(Surrogate surrogate, List<TreeRule> rules) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("leaves", surrogate.tree().leaves());
        json.put("measure", surrogate.classes().isEmpty() ? "r2" : "agreement");
        json.put("seen", finite(surrogate.own().seen()));
        json.put("unseen", finite(surrogate.own().unseen()));
        json.put("rowsSeen", surrogate.grown());
        json.put("rowsUnseen", surrogate.unseen());
        json.put("sizes", surrogate.fidelity().stream().map(ExplainSurrogate::size).toList());
        json.put("rules", rules.stream().map(rule -> new RuleOf(rule.conditions().stream().map(TreeCondition::text).toList(),
                value(surrogate, rule.leaf()), rule.leaf().rows())).toList());
        json.put("tree", node(surrogate, surrogate.tree(), surrogate.tree().root()));
        json.put("sql", TreeSql.of(surrogate));
        json.put("java", TreeJava.of(surrogate, "Surrogate"));
        return json;
    }

    private static Map<String, Object> size(Surrogate.Fidelity each) {
        Map<String, Object> size = new LinkedHashMap<>();
        size.put("leaves", each.leaves());
        size.put("seen", finite(each.seen()));
        size.put("unseen", finite(each.unseen()));
        return size;
    }

    /** As JSON has it: null where it is no number. */
    static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private static Object value(Surrogate surrogate, TreeNode node) {
        return surrogate.classes().isEmpty() ? (Object) node.mean()[0] : surrogate.said(node);
    }

    /** What a picture of the tree needs. */
    private static Map<String, Object> node(Surrogate surrogate, RuleTree tree, TreeNode node) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("value", value(surrogate, node));
        told.put("rows", node.rows());
        if (!surrogate.classes().isEmpty()) {
            told.put("share", node.mean()[node.largest()]);
        }
        if (!node.isLeaf()) {
            Split split = node.split();
            RawField field = tree.fields().get(split.field());
            told.put("column", field.name());
            told.put(split.isLabels() ? "among" : "atMost", split.isLabels() ? split.names(field) : bound(field, split));
            told.put("yes", node(surrogate, tree, node.yes()));
            told.put("no", node(surrogate, tree, node.no()));
        }
        return told;
    }

    private static Object bound(RawField field, Split split) {
        return field.isDate() ? field.text(split.threshold()) : (Object) split.threshold();
    }

    private static ExplainChart chart(Surrogate surrogate) {
        double[] sizes = surrogate.fidelity().stream().mapToDouble(Surrogate.Fidelity::leaves).toArray();
        double[] seen = surrogate.fidelity().stream().mapToDouble(Surrogate.Fidelity::seen).toArray();
        double[] unseen = surrogate.fidelity().stream().mapToDouble(Surrogate.Fidelity::unseen).toArray();
        Said y = Said.of(surrogate.classes().isEmpty() ? "explain.axis.fidelity" : "explain.axis.agreement");
        return new ExplainChart.Lines(Said.of("explain.head.leaves"), y, List.of(
                new ExplainChart.Line(Said.of("explain.head.seen").toString(), sizes, seen, 1),
                new ExplainChart.Line(Said.of("explain.head.unseen").toString(), sizes, unseen, 0)), new double[0], false);
    }
}
