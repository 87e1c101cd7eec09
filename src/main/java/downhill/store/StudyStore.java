package downhill.store;

import downhill.study.space.Extent;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialSpan;
import downhill.study.trial.TrialState;
import downhill.words.Said;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Trials in a file of SQLite with Optuna's tables: Optuna opens it and its dashboard too, and what it adds is read. Every write is there
 * when it returns, even if the program is killed after it; several processes may work on one study.
 */
public final class StudyStore implements Ledger {
    /** Of a trial: the first of those chosen with it, the bracket, and who runs it. */
    static final String GENERATION = "downhill:generation";
    static final String BRACKET = "downhill:bracket";
    static final String OWNER = "downhill:owner";
    /** Of a complete trial: what it came to on each fold, and on the rows kept aside. */
    static final String FOLDS = "downhill:folds";
    static final String OUTER = "downhill:outer";
    static final String SPACE = "downhill:space";
    /** Before what is noted for people. */
    static final String NOTED = "downhill:told:";
    private static final String EXPERIMENT = "downhill:experiment";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final String NOBODY = "";

    private final StudyConnection connection;
    private final SearchSpace space;
    private final StudyReader reader;
    private final long study;

    /**
     * Opens a study, or begins it.
     *
     * @param name       of the study in its file
     * @param experiment what everything that is not searched over is taken from, as a text that is the same for the same
     * @throws StoreException of one sentence where the file is locked, damaged or none of studies, or the study searches another space or
     *                        was made for another experiment
     */
    public StudyStore(Path file, String name, SearchSpace space, String experiment) {
        this(file, name, space, experiment, StudyConnection.BUSY_MILLIS);
    }

    /** @param patience milliseconds for which others are waited for */
    StudyStore(Path file, String name, SearchSpace space, String experiment, int patience) {
        this.space = space;
        connection = new StudyConnection(file, patience);
        try {
            study = connection.transaction(() -> opened(file, name, experiment));
            reader = new StudyReader(connection, study);
        } catch (RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    private long opened(Path file, String name, String experiment) throws SQLException {
        List<Long> found = new ArrayList<>();
        connection.query(StudySql.STUDY, row -> found.add(row.getLong(1)), name);
        if (found.isEmpty()) {
            long made = connection.update(StudySql.NEW_STUDY, name);
            connection.update(StudySql.NEW_DIRECTION, made);
            connection.update(StudySql.NEW_STUDY_ATTRIBUTE, made, SPACE, Json.quoted(Distributions.text(space)));
            connection.update(StudySql.NEW_STUDY_ATTRIBUTE, made, EXPERIMENT, Json.quoted(experiment));
            return made;
        }
        long known = found.get(0);
        List<String> directions = new ArrayList<>();
        connection.query(StudySql.DIRECTIONS, row -> directions.add(row.getString(1)), known);
        require(directions.equals(List.of("MINIMIZE")), "study.direction", file, name);
        require(attribute(known, SPACE) != null, "study.others", file, name);
        require(Json.quoted(Distributions.text(space)).equals(attribute(known, SPACE)), "study.space", file, name);
        require(Json.quoted(experiment).equals(attribute(known, EXPERIMENT)), "study.experiment", file, name);
        return known;
    }

    private static void require(boolean holds, String key, Path file, String name) {
        if (!holds) {
            throw new StoreException(Said.of(key, file, name));
        }
    }

    private String attribute(long of, String key) throws SQLException {
        List<String> values = new ArrayList<>();
        connection.query(StudySql.STUDY_ATTRIBUTE, row -> values.add(row.getString(1)), of, key);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Notes how the study is searched, for reports; what was noted before under a key is replaced. */
    public void note(Map<String, String> notes) {
        connection.transaction(() -> {
            for (Map.Entry<String, String> each : notes.entrySet()) {
                connection.update(StudySql.NOTE, study, NOTED + each.getKey(), Json.quoted(each.getValue()));
            }
            return null;
        });
    }

    @Override
    public List<Trial> trials() {
        return connection.snapshot(reader::trials);
    }

    @Override
    public Map<Integer, TrialSpan> spans() {
        return connection.snapshot(reader::spans);
    }

    @Override
    public Claim claim(UnaryOperator<List<Trial>> chooser) {
        return connection.transaction(() -> {
            List<Trial> all = new ArrayList<>(reader.trials());
            List<Trial> mine = abandoned(all);
            if (mine.isEmpty()) {
                mine = chooser.apply(List.copyOf(all));
                for (Trial trial : mine) {
                    begin(trial);
                }
                all.addAll(mine);
            }
            for (Trial trial : mine) {
                mark(reader.id(trial.number()), OWNER, Json.quoted(TrialOwner.here()));
            }
            return new Claim(List.copyOf(mine), List.copyOf(all));
        });
    }

    /** Of the first generation that somebody left, those that are not at their end. */
    private List<Trial> abandoned(List<Trial> all) {
        List<Trial> left = all.stream().filter(trial -> trial.state() == TrialState.RUNNING && trial.generation() >= 0)
                .filter(trial -> reader.isFree(trial.number())).toList();
        int first = left.stream().mapToInt(Trial::generation).min().orElse(-1);
        return left.stream().filter(trial -> trial.generation() == first).toList();
    }

    private void begin(Trial trial) throws SQLException {
        long id = connection.update(StudySql.NEW_TRIAL, trial.number(), study, now());
        reader.know(trial.number(), id);
        for (Map.Entry<String, Object> each : trial.values().entrySet()) {
            Extent extent = space.knob(each.getKey()).orElseThrow().extent();
            connection.update(StudySql.NEW_PARAMETER, id, each.getKey(), Distributions.kept(extent, each.getValue()),
                    Distributions.json(extent));
        }
        mark(id, GENERATION, String.valueOf(trial.generation()));
        mark(id, BRACKET, String.valueOf(trial.bracket()));
    }

    private void mark(long trial, String key, String json) throws SQLException {
        connection.update(StudySql.NEW_MARK, trial, key, json);
    }

    private static String now() {
        return TIME.format(LocalDateTime.now());
    }

    @Override
    public void write(long step, Map<Integer, Double> reports, Collection<Trial> ended) {
        connection.transaction(() -> {
            for (Map.Entry<Integer, Double> each : reports.entrySet()) {
                long id = reader.id(each.getKey());
                connection.update(StudySql.NEW_REPORT, id, step, kept(each.getValue()), type(each.getValue()));
                connection.update(StudySql.BEAT, id, now());
            }
            for (Trial trial : ended) {
                end(trial);
            }
            return null;
        });
    }

    private void end(Trial trial) throws SQLException {
        long id = reader.id(trial.number());
        if (trial.state() == TrialState.COMPLETE) {
            connection.update(StudySql.NEW_VALUE, id, trial.loss());
        }
        if (!trial.scores().folds().isEmpty()) {
            mark(id, FOLDS, trial.scores().folds().toString());
        }
        if (Double.isFinite(trial.scores().outer())) {
            mark(id, OUTER, Double.toString(trial.scores().outer()));
        }
        connection.update(StudySql.END, trial.state() == TrialState.FAILED ? "FAIL" : trial.state().name(), now(), id);
    }

    private static Double kept(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static String type(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF_POS" : "INF_NEG";
        }
        return Double.isNaN(value) ? "NAN" : "FINITE";
    }

    @Override
    public void release(Collection<Integer> numbers) {
        connection.transaction(() -> {
            for (int number : numbers) {
                mark(reader.id(number), OWNER, Json.quoted(NOBODY));
            }
            return null;
        });
    }

    /** All studies of the file in another one, which is one file alone: its journal is deleted after each write. */
    void copy(Path to) {
        AtomicFiles.write(to, part -> connection.copyInto(part), false);
    }

    @Override
    public void close() {
        connection.close();
    }
}
