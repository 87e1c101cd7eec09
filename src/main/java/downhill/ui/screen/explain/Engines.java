package downhill.ui.screen.explain;

import downhill.analysis.explain.Companions;
import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Counterfactuals;
import downhill.data.Examples;
import downhill.ui.fit.FitRows;
import downhill.ui.fit.FitSite;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Keeps the compiled model that was asked last, and its rows. For any threads. */
final class Engines implements AutoCloseable {
    private FitSite site;
    private Explained model;
    private ExplainedRows behind;
    private ExplainedRows training;
    private Examples laidOut;
    private ExplainedRows rows;
    private ExplainedRows searched;
    private Counterfactuals changes;
    private List<Companions.Pair> alike;
    private final SlopeWork slopes = new SlopeWork();
    private boolean closed;

    /** The model of a contender where it stands. */
    synchronized Explained of(Asked asked) {
        if (closed) {
            throw new CancellationException("the window is closed");
        }
        if (model == null || !site.sameAs(asked.site())) {
            forget();
            site = asked.site();
            model = Explained.of(site.model(), site.prepared().preprocessing(), site.outputs(), asked.parameters(), site.precision());
            training = model.rows(FitRows.thinned(site.prepared().training(), FitRows.MOST), asked.table());
            behind = training.pick(Evenly.of(training.count(), Background.rows(model.columns().size())));
        }
        return model.with(asked.parameters());
    }

    /** Works out slopes; for one thread. */
    SlopeWork slopes() {
        return slopes;
    }

    /** What it is compared with: rows it learned from, evenly taken. */
    synchronized ExplainedRows behind(Asked asked) {
        of(asked);
        return behind;
    }

    /** Rows that it learned from. */
    synchronized ExplainedRows training(Asked asked) {
        of(asked);
        return training;
    }

    /** What searches for changes knows of the rows learned from: a slider that is dragged asks again and again. Has no answers. */
    synchronized Counterfactuals changes(Asked asked, RawFields fields) {
        ExplainedRows from = training(asked);
        if (changes == null || searched != from) {
            searched = from;
            changes = new Counterfactuals(cells -> cells, fields.cells(from), Set.of(), 0);
        }
        return changes;
    }

    /** Columns that go together in the rows learned from. */
    synchronized List<Companions.Pair> alike(Asked asked) {
        ExplainedRows from = training(asked);
        if (alike == null) {
            alike = Companions.of(model.columns(), from);
        }
        return alike;
    }

    /** The rows asked about, all of them. */
    synchronized ExplainedRows rows(Asked asked) {
        Explained explained = of(asked);
        if (rows == null || laidOut != asked.rows().examples()) {
            laidOut = asked.rows().examples();
            rows = explained.rows(laidOut, asked.table());
        }
        return rows;
    }

    /** The row that is explained: as the file has it, or as a person has changed it. */
    ExplainedRows row(Question question) {
        ExplainedRows all = rows(question.asked());
        int place = Math.max(0, all.of(question.tableRow()));
        return question.changed() == null ? all.pick(new int[] {place}) : new ExplainedRows(1, all.size(), question.changed(),
                new int[] {all.sourceRows()[place]}, new double[] {Double.NaN}, new double[0], null, List.of());
    }

    private void forget() {
        if (model != null) {
            model.close();
            model = null;
            behind = null;
            training = null;
            rows = null;
            laidOut = null;
            searched = null;
            changes = null;
            alike = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        slopes.close();
        forget();
    }
}
