package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.tree.Surrogate;
import downhill.analysis.explain.tree.TreeRule;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Comparator;
import java.util.List;

/**
 * What a model says, as a few rules.
 *
 * @param asked   which model
 * @param fields  raw values of its rows
 * @param tree    that says what it says; null where there can be none
 * @param rules   of the tree, the one that most rows come to first
 * @param refused why there can be none; null where there is one
 */
record RuleSet(Asked asked, RawFields fields, Surrogate tree, List<TreeRule> rules, Said refused) {
    static final int LEAVES = 8;
    private static final int MOST = 12;

    /** Grows the tree on the rows that the model learned from, which are many. */
    static RuleSet of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows rows = engines.training(asked);
        RawFields fields = RawFields.of(model);
        double[] answers = model.answers(rows.values());
        double[] told = asked.isOfClasses() ? best(answers, asked.prepared().classNames().size()) : answers;
        try {
            Surrogate tree = Surrogate.of(fields.cells(rows), told, asked.prepared().classNames(), LEAVES, MOST, 0,
                    progress);
            List<TreeRule> rules = TreeRule.of(tree.tree()).stream().sorted(Comparator.comparingInt(each -> -each.leaf().rows())).toList();
            return new RuleSet(asked, fields, tree, rules, null);
        } catch (RefusedException refused) {
            return new RuleSet(asked, fields, null, List.of(), Said.message(refused));
        }
    }

    private static double[] best(double[] answers, int classes) {
        double[] best = new double[answers.length / classes];
        for (int i = 0; i < answers.length; i++) {
            int row = i / classes;
            best[row] = answers[i] > answers[row * classes + (int) best[row]] ? i % classes : best[row];
        }
        return best;
    }

    /** The rule that a row comes to; −1 where there is none. */
    int of(ExplainedRows row) {
        if (tree == null) {
            return -1;
        }
        Cells cells = fields.cells(row);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).leaf() == tree.tree().leaf(cells, 0)) {
                return i;
            }
        }
        return -1;
    }
}
