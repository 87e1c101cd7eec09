package downhill.ui.screen.scoring;

import downhill.analysis.predict.Scorer;
import downhill.analysis.predict.Scores;
import downhill.data.Column;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A form for one row, or one window of a time series, and the models that are asked about it. */
final class ScoringModel {
    private final ModelSpec model;
    private final Preprocessing preprocessing;
    private final int outputs;
    private GivenRows given;
    private final List<Entry> entries = new ArrayList<>();
    private List<AskedModel> candidates = List.of();

    /** @param table the table trained on, or null where only the model is at hand */
    ScoringModel(ModelSpec model, Preprocessing preprocessing, int outputs, Table table) {
        this.model = model;
        this.preprocessing = preprocessing;
        this.outputs = outputs;
        this.given = table == null ? null : GivenRows.of(table);
        SequenceSpec sequence = preprocessing.sequence();
        for (FeatureStep step : preprocessing.features()) {
            Column trained = table == null ? null : table.find(step.column()).map(column -> column.as(step.type())).orElse(null);
            entries.add(new Entry(step, preprocessing, trained, sequence == null ? 1 : sequence.window()));
        }
    }

    List<Entry> entries() {
        return entries;
    }

    Preprocessing preprocessing() {
        return preprocessing;
    }

    List<AskedModel> candidates() {
        return candidates;
    }

    void setCandidates(List<AskedModel> others) {
        candidates = List.copyOf(others);
    }

    /** Rows whose values can be taken; null where there are none. */
    GivenRows given() {
        return given;
    }

    void setGiven(GivenRows rows) {
        given = rows;
    }

    /** Takes the values of a row given, or of the window that begins there. */
    void take(int first) {
        entries.forEach(entry -> entry.take(given, first));
    }

    boolean isComplete() {
        return entries.stream().allMatch(entry -> entry.problem().isEmpty());
    }

    /** Work for another thread, with all that it needs taken from the form now. */
    Question question() {
        return new Question(new Table(entries.stream().map(Entry::asColumn).toList()), candidates);
    }

    /** Compiles the model; from the thread that is going to ask it. */
    Scorer compile() {
        return new Scorer(model, preprocessing, outputs, new double[0]);
    }

    /** What was typed, and who is asked. */
    record Question(Table row, List<AskedModel> candidates) {
        List<Answer> ask(Scorer scorer, String absent) {
            boolean series = scorer.preprocessing().sequence() != null;
            return candidates.stream().map(one -> {
                if (one.parameters() == null) {
                    return Answer.none(one, absent);
                }
                Scores scores = scorer.score(one.parameters(), row, series ? row.rows() : 0, true);
                return Answer.of(one, scores);
            }).toList();
        }
    }

    /** Whether the inputs are a picture of one channel that can be painted. */
    boolean isPicture() {
        return preprocessing.image() != null && preprocessing.image().channels() == 1
                && entries.size() == preprocessing.image().height() * preprocessing.image().width()
                && IntStream.range(0, entries.size()).allMatch(i -> entries.get(i).categories().isEmpty());
    }
}
