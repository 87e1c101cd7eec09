package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a model says of the rows it is asked about, beside what is so.
 *
 * @param asked which model, which rows
 * @param rows  in their order
 */
record SaidRows(Asked asked, List<SaidRow> rows) {
    /** Of a probability, as everywhere where its logarithm is taken. */
    private static final double LEAST = 1e-15;

    SaidRows {
        rows = List.copyOf(rows);
    }

    /** Asks the model; on a thread of its own. */
    static SaidRows of(Asked asked, Engines engines) {
        return of(asked, engines, engines.rows(asked));
    }

    /** The same about other rows. */
    static SaidRows of(Asked asked, Engines engines, ExplainedRows rows) {
        double[] answers = engines.of(asked).answers(rows.values());
        int outputs = rows.count() == 0 ? 1 : answers.length / rows.count();
        List<SaidRow> said = new ArrayList<>();
        for (int i = 0; i < rows.count(); i++) {
            said.add(asked.isOfClasses() ? ofClass(rows, answers, outputs, i)
                    : new SaidRow(i, rows.sourceRows()[i], rows.targets()[i], answers[i], answers[i] - rows.targets()[i]));
        }
        return new SaidRows(asked, said);
    }

    private static SaidRow ofClass(ExplainedRows rows, double[] answers, int outputs, int row) {
        int most = -1;
        for (int i = 0; i < outputs; i++) {
            double here = answers[row * outputs + i];
            most = Double.isFinite(here) && (most < 0 || here > answers[row * outputs + most]) ? i : most;
        }
        double actual = rows.targets()[row];
        double error = Double.isNaN(actual) ? Double.NaN : 1 - answers[row * outputs + (int) actual];
        return new SaidRow(row, rows.sourceRows()[row], actual, most, error);
    }

    /** Of each row the squared error, or −ln of the probability that the true class was given; NaN where it is not known. */
    double[] losses() {
        return rows.stream().mapToDouble(row -> asked.isOfClasses() ? -Math.log(Math.max(LEAST, 1 - row.error()))
                : row.error() * row.error()).toArray();
    }

    /** The one that comes from a row of the table, else the worst; null where there is none. */
    SaidRow told(int tableRow) {
        return rows.stream().filter(each -> each.tableRow() == tableRow).findFirst().orElseGet(this::worst);
    }

    /** The one that is furthest off. */
    SaidRow worst() {
        return rows.stream().max(Comparator.comparingDouble(SaidRow::off)).orElse(null);
    }
}
