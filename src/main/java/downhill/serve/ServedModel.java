package downhill.serve;

import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedEnsemble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One version of a model that answers. Whoever asks it {@link #enter}s before and {@link #leave}s after, so that one that is replaced ends
 * only when the last answer is out. For any threads.
 */
final class ServedModel {
    private final String name;
    private final int version;
    private final TrainedEnsemble model;
    private final CellReader cells;
    private final Drift drift;
    private final List<String> columns;
    private final List<Map<String, Object>> outputs;
    private final Batches batches;
    private final ScorerPool pool;
    private final int seconds;
    private Explainer explainer;
    /** Those who ask, and one for being served at all. */
    private final AtomicInteger holders = new AtomicInteger(1);

    /** @throws downhill.model.ModelException where the model does not fit its inputs */
    ServedModel(String name, int version, TrainedEnsemble model, ServeLimits limits) {
        this.name = name;
        this.version = version;
        this.model = model;
        this.cells = new CellReader(model.preprocessing());
        this.drift = new Drift(model.preprocessing());
        this.columns = model.preprocessing().asked().stream().map(FeatureStep::column).distinct().toList();
        this.outputs = InferReply.outputs(model.preprocessing());
        this.seconds = limits.seconds();
        this.pool = new ScorerPool(model, limits.seconds());
        this.batches = new Batches(this::scored, limits.merged());
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }

    TrainedEnsemble model() {
        return model;
    }

    Preprocessing preprocessing() {
        return model.preprocessing();
    }

    /** Of training, each once, in order. */
    List<String> columns() {
        return columns;
    }

    /** What it answers, as the metadata of the protocol have it. */
    List<Map<String, Object>> outputs() {
        return outputs;
    }

    Drift drift() {
        return drift;
    }

    /** Whether it still answers; if so, {@link #leave} has to follow. */
    boolean enter() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void leave() {
        if (holders.decrementAndGet() == 0) {
            pool.close();
            closeExplainer();
        }
    }

    private synchronized void closeExplainer() {
        if (explainer != null) {
            explainer.close();
        }
    }

    /** Made when it is asked for first, since few ask. */
    private synchronized Explainer explainer() {
        if (explainer == null) {
            explainer = new Explainer(model, seconds);
        }
        return explainer;
    }

    /** What each column did to the answer to the last of these rows. */
    Map<String, Object> explain(RequestRows asked) {
        return explainer().explain(cells.table(cells.named(asked, new ArrayList<>()), new ArrayList<>()));
    }

    /**
     * Answers the rows of a request.
     *
     * @throws downhill.data.DataException where a column is missing
     * @throws RequestException where it cannot be
     */
    ServedAnswer answer(RequestRows asked) {
        List<String> ignored = new ArrayList<>();
        RequestRows rows = cells.named(asked, ignored);
        int fields = asked.cells().size();
        boolean alone = preprocessing().sequence() != null;
        Batches.Part part = alone ? scored(List.of(rows), fields).get(0) : batches.answer(rows, fields);
        return new ServedAnswer(part.rows(), part.notes(), part.far(), ignored);
    }

    /** Several requests at once; each gets its own part. */
    private List<Batches.Part> scored(List<RequestRows> requests, int fields) {
        List<CellReader.Note> notes = new ArrayList<>();
        Table table = cells.table(RequestRows.joined(requests), notes);
        List<RowAnswer> all = pool.lend(scorer -> RowScoring.of(scorer, preprocessing(), table, fields));
        if (requests.size() == 1) {
            return List.of(new Batches.Part(all, notes, drift.look(table, 0, table.rows())));
        }
        List<Batches.Part> parts = new ArrayList<>();
        int from = 0;
        for (RequestRows one : requests) {
            int start = from;
            int end = start + one.count();
            List<RowAnswer> own = all.stream().filter(each -> each.row() >= start && each.row() < end)
                    .map(each -> each.at(each.row() - start)).toList();
            List<CellReader.Note> said = notes.stream().filter(each -> each.row() >= start && each.row() < end)
                    .map(each -> new CellReader.Note(each.row() - start, each.column(), each.what(), each.text())).toList();
            parts.add(new Batches.Part(own, said, drift.look(table, start, end)));
            from = end;
        }
        return parts;
    }
}
