package downhill.ui.screen.explain;

import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.engine.train.RunState;
import downhill.race.document.ContenderSpec;
import downhill.ui.fit.FitRows;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.Standpoint;

/**
 * Which model is explained, and the rows that it is asked about. Immutable; compared by what it is made of.
 *
 * @param from      where everybody stood
 * @param contender whose model it is
 * @param state     of its first seed
 * @param rows      that it is asked about
 * @param table     that rows come from
 * @param chosen    index of the class whose probability is explained; unused where numbers are predicted
 */
record Asked(Standpoint from, ContenderSpec contender, RunState state, FitRows rows, Table table, int chosen) {
    FitSite site() {
        return from.site();
    }

    Prepared prepared() {
        return site().prepared();
    }

    /** Whether classes are predicted, of which one is explained. */
    boolean isOfClasses() {
        return prepared().task().isClassification();
    }

    /** Updates done. */
    long step() {
        return state.step();
    }

    /** Parameters [P] with which the model is asked; do not write to them. */
    double[] parameters() {
        return state.answer();
    }

    /** The same model with other parameters [P]. */
    Asked with(double[] parameters) {
        return new Asked(from, contender, state.answering(parameters), rows, table, chosen);
    }

    /** Which of the rows asked about comes from a row of the table; −1 where none does. */
    int place(int tableRow) {
        int[] source = rows.examples().sourceRows();
        for (int i = 0; i < source.length; i++) {
            if (source[i] == tableRow) {
                return i;
            }
        }
        return -1;
    }

    /** Whether both ask the same model, at whichever step, about the same rows. */
    boolean isLike(Asked other) {
        return other != null && site().sameAs(other.site()) && contender.id().equals(other.contender.id()) && rows == other.rows
                && chosen == other.chosen;
    }

    /** Of answers to some rows, the one that is explained of each. */
    double[] chosenOf(double[] answers) {
        int outputs = isOfClasses() ? prepared().classNames().size() : 1;
        double[] kept = new double[answers.length / outputs];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = answers[i * outputs + (isOfClasses() ? chosen : 0)];
        }
        return kept;
    }

    /** Index of the largest of a row's answers, of equal ones the first. */
    static int most(double[] answers) {
        int most = 0;
        for (int i = 1; i < answers.length; i++) {
            most = answers[i] > answers[most] ? i : most;
        }
        return most;
    }
}
