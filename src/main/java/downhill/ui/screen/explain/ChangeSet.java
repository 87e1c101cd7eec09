package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Counterfactual;
import downhill.analysis.explain.local.Counterfactuals;
import downhill.analysis.explain.local.Goal;
import downhill.data.Progress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What would have another answer given to a row.
 *
 * @param asked   which model
 * @param fields  raw values of its rows
 * @param wished  number that is to be reached, or index of the class that is not to be said any more
 * @param upwards whether the number is to be reached from below
 * @param found   changes, the best first; empty where none was found
 */
record ChangeSet(Asked asked, RawFields fields, double wished, boolean upwards, List<Counterfactual> found) {
    private static final int MOST = 2;
    private static final int DIGITS = 2;

    static ChangeSet of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        Explained model = engines.of(asked);
        ExplainedRows row = engines.row(question);
        double said = asked.chosenOf(model.answers(row.values()))[0];
        double base = Arrays.stream(asked.chosenOf(model.answers(engines.behind(asked).values()))).average().orElse(said);
        RawFields fields = RawFields.of(model);
        Counterfactuals search = engines.changes(asked, fields).with(cells -> model.answers(fields.rows(cells, row.values())),
                fixed(fields, question.kept()));
        double[] raw = fields.cells(row).row(0);
        boolean upwards = said < base;
        double wished = asked.isOfClasses() ? Asked.most(model.answers(row.values())) : halfWay(base, said);
        List<Counterfactual> found = search.of(raw, asked.isOfClasses() ? Goal.isNot((int) wished) : goal(upwards, wished), MOST,
                progress);
        return new ChangeSet(asked, fields, wished, upwards, found);
    }

    private static Set<Integer> fixed(RawFields fields, Set<String> kept) {
        return IntStream.range(0, fields.list().size()).filter(i -> kept.contains(fields.list().get(i).column())).boxed()
                .collect(Collectors.toSet());
    }

    private static Goal goal(boolean upwards, double wished) {
        return upwards ? Goal.atLeast(wished) : Goal.atMost(wished);
    }

    /** A round number between what is said of all and of this row. */
    private static double halfWay(double base, double said) {
        double middle = (base + said) / 2;
        return Double.isFinite(middle) ? BigDecimal.valueOf(middle).round(new MathContext(DIGITS)).doubleValue() : middle;
    }
}
