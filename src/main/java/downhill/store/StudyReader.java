package downhill.store;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import downhill.study.trial.TrialSpan;
import downhill.study.trial.TrialState;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the trials of a study from its tables, whoever wrote them. */
final class StudyReader {
    private final StudyConnection connection;
    private final long study;
    private final Distributions distributions = new Distributions();
    private final Map<Integer, Long> ids = new HashMap<>();
    private final Map<Integer, String> owners = new HashMap<>();

    /** What stands in several tables about one trial. */
    private static final class Row {
        private List<Double> folds = List.of();
        private double outer = Double.NaN;
        private int number;
        private TrialState state;
        private double loss = Double.NaN;
        private int generation = -1;
        private int bracket;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final SortedMap<Long, Double> reports = new TreeMap<>();

        private TrialScores scores() {
            return folds.isEmpty() && Double.isNaN(outer) ? TrialScores.NONE : new TrialScores(folds, outer);
        }

        Trial trial() {
            double value = state == TrialState.COMPLETE ? loss : Double.NaN;
            return new Trial(number, state, values, value, reports, generation, bracket, scores());
        }
    }

    StudyReader(StudyConnection connection, long study) {
        this.connection = connection;
        this.study = study;
    }

    /** The row of a trial that was read or begun. */
    long id(int number) {
        return ids.get(number);
    }

    void know(int number, long id) {
        ids.put(number, id);
    }

    /** Whether nobody runs a trial any more. */
    boolean isFree(int number) {
        String owner = owners.get(number);
        return owner == null || TrialOwner.isGone(owner);
    }

    /** By number. */
    List<Trial> trials() throws SQLException {
        Map<Long, Row> rows = new LinkedHashMap<>();
        connection.query(StudySql.TRIALS, row -> rows.put(row.getLong(1), begun(row)), study);
        connection.query(StudySql.PARAMETERS, row -> parameter(rows.get(row.getLong(1)), row), study);
        connection.query(StudySql.REPORTS, row -> rows.get(row.getLong(1)).reports.put(row.getLong(2), number(row, 3)), study);
        owners.clear();
        connection.query(StudySql.MARKS, row -> mark(rows.get(row.getLong(1)), row), study);
        List<Trial> trials = new ArrayList<>();
        rows.forEach((id, row) -> {
            ids.put(row.number, id);
            trials.add(row.trial());
        });
        return trials;
    }

    /** When each trial was under way, by number; those that another program put in a queue were not yet. */
    Map<Integer, TrialSpan> spans() throws SQLException {
        Map<Integer, TrialSpan> spans = new TreeMap<>();
        connection.query(StudySql.SPANS, row -> spans.put(row.getInt(1), new TrialSpan(time(row.getString(2)), time(row.getString(3)))),
                study);
        return spans;
    }

    private static LocalDateTime time(String text) {
        return text == null ? null : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private Row begun(ResultSet from) throws SQLException {
        Row row = new Row();
        row.number = from.getInt(2);
        row.state = "FAIL".equals(from.getString(3)) ? TrialState.FAILED : TrialState.valueOf(from.getString(3));
        row.loss = from.getString(5) == null ? Double.NaN : number(from, 4);
        return row;
    }

    /** A number in one column whose kind stands in the next. */
    private static double number(ResultSet from, int column) throws SQLException {
        return switch (from.getString(column + 1)) {
            case "INF_POS" -> Double.POSITIVE_INFINITY;
            case "INF_NEG" -> Double.NEGATIVE_INFINITY;
            case "NAN" -> Double.NaN;
            default -> from.getDouble(column);
        };
    }

    private void parameter(Row row, ResultSet from) throws SQLException {
        Object value = distributions.value(from.getDouble(3), from.getString(4));
        if (value != null) {
            row.values.put(from.getString(2), value);
        }
    }

    private void mark(Row row, ResultSet from) throws SQLException {
        switch (from.getString(2)) {
            case StudyStore.GENERATION -> row.generation = json(from).asInt(-1);
            case StudyStore.BRACKET -> row.bracket = json(from).asInt(0);
            case StudyStore.FOLDS -> row.folds = numbers(json(from));
            case StudyStore.OUTER -> row.outer = json(from).asDouble(Double.NaN);
            case StudyStore.OWNER -> owners.put(row.number, json(from).asString(""));
            default -> { } // another program's
        }
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(each -> numbers.add(each.asDouble(Double.NaN)));
        return numbers;
    }

    private static JsonNode json(ResultSet from) throws SQLException {
        return Json.parse(from.getString(3).getBytes(StandardCharsets.UTF_8), "attribute");
    }
}
