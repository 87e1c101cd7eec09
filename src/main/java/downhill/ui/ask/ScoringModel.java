package downhill.ui.ask;

import downhill.analysis.predict.Scorer;
import downhill.data.Column;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.model.ModelSpec;
import downhill.ui.control.ValueSpan;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A form for one row, or one window of a time series, and the models that are asked about it. FX thread. */
final class ScoringModel {
    /** So many models leave room for many classes of each. */
    private static final int FEW = 2;
    private static final int MANY_CLASSES = 10;
    private static final int FEW_CLASSES = 3;

    private final ModelSpec model;
    private final Preprocessing preprocessing;
    private final int outputs;
    private GivenRows given;
    private final List<Entry> entries = new ArrayList<>();
    private List<AskedModel> candidates = List.of();
    private final Table table;
    private final SameRows rows;
    private final ValueSpan targets;
    private long revision;

    private ScoringModel(ModelSpec model, Preprocessing preprocessing, int outputs, Table table, Prepared prepared) {
        this.model = model;
        this.preprocessing = preprocessing;
        this.outputs = outputs;
        this.table = table;
        this.given = table == null ? null : GivenRows.of(table);
        this.rows = table == null ? null : new SameRows(prepared, table);
        int[] trained = table == null ? new int[0] : trainingRows(prepared);
        this.targets = table == null || preprocessing.task().isClassification() ? null : targets(table, prepared).orElse(null);
        SequenceSpec sequence = preprocessing.sequence();
        for (FeatureStep step : preprocessing.asked()) {
            Column column = table == null ? null : table.find(step.column()).map(one -> one.as(step.type())).orElse(null);
            Entry entry = new Entry(step, preprocessing, column, trained, sequence == null ? 1 : sequence.window());
            entry.textProperty().addListener((source, old, now) -> revision++);
            entries.add(entry);
        }
    }

    /** For models that have learned from {@code prepared}, which was made of {@code table}. */
    static ScoringModel of(ModelSpec model, Prepared prepared, int outputs, Table table) {
        return new ScoringModel(model, prepared.preprocessing(), outputs, table, prepared);
    }

    /** Where only the model is at hand. */
    static ScoringModel alone(ModelSpec model, Preprocessing preprocessing, int outputs) {
        return new ScoringModel(model, preprocessing, outputs, null, null);
    }

    /** Of a series, all up to the last that is learned from. */
    private static int[] trainingRows(Prepared prepared) {
        int[] targets = prepared.training().sourceRows();
        return prepared.preprocessing().sequence() == null ? targets
                : IntStream.rangeClosed(0, IntStream.of(targets).max().orElse(-1)).toArray();
    }

    private static Optional<ValueSpan> targets(Table table, Prepared prepared) {
        return table.find(prepared.targetName()).flatMap(column -> ValueSpan.of(IntStream.of(prepared.training().sourceRows())
                .mapToDouble(column::number).toArray()));
    }

    /** The data trained on; null where they are not at hand. */
    Table table() {
        return table;
    }

    /** Which rows of the data are the one asked about; null where there are no data. */
    SameRows rows() {
        return rows;
    }

    /** How far the numbers to predict reached in training; null where they are classes or not known. */
    ValueSpan targets() {
        return targets;
    }

    /** A number to predict, as answers are written. */
    String target(double value) {
        return preprocessing.predictsDates() ? preprocessing.date(value) : Numbers.significant(value, Answer.DIGITS);
    }

    /** What is to be predicted for a row of the data, or the window that begins there; NaN where it is no number or not known. */
    double known(int first) {
        int row = first + preprocessing.reach();
        return targets == null || row >= table.rows() ? Double.NaN : table.column(preprocessing.target().column()).number(row);
    }

    /** Another number after each change of a value. */
    long revision() {
        return revision;
    }

    /** Takes what was typed into another form, where this one asks for the same. */
    void keep(ScoringModel other) {
        for (Entry entry : entries) {
            other.entries.stream().filter(one -> one.column().equals(entry.column()) && one.rows() == entry.rows()).findFirst()
                    .ifPresent(one -> entry.textProperty().set(one.textProperty().get()));
        }
    }

    /** How many values are beyond all that training has seen. */
    long outside() {
        return entries.stream().filter(Entry::isOutside).count();
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
        List<Answer> ask(Scorer scorer) {
            int from = scorer.preprocessing().sequence() == null ? 0 : row.rows();
            int most = candidates.size() <= FEW ? MANY_CLASSES : FEW_CLASSES;
            return candidates.stream().map(one -> one.parameters() == null ? Answer.none(one)
                    : Answer.of(one, scorer.score(one.parameters(), row, from, true), most)).toList();
        }
    }

    /** Whether the inputs are a picture of one channel that can be painted. */
    boolean isPicture() {
        return preprocessing.image() != null && preprocessing.image().channels() == 1
                && entries.size() == preprocessing.image().height() * preprocessing.image().width()
                && IntStream.range(0, entries.size()).allMatch(i -> entries.get(i).categories().isEmpty());
    }
}
