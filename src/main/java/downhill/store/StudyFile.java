package downhill.store;

import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialSpan;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A study as its file has it, read and not changed.
 *
 * @param name   of the study in its file
 * @param trials by number
 * @param spans  when each was under way, by number
 * @param notes  how it was searched, as {@link StudyStore#note} has it; none where another program made it
 */
public record StudyFile(String name, SearchSpace space, List<Trial> trials, Map<Integer, TrialSpan> spans, Map<String, String> notes) {
    /** Endings of such files. */
    public static final String ENDING = ".db";
    /** Notes: what was searched for, as it was typed. */
    public static final String OF = "of";
    /** How the next settings were chosen, and which trials were given up early, as it is typed. */
    public static final String SAMPLER = "sampler";
    public static final String PRUNER = "pruner";
    /** What trials are judged by, {@code loss} or a metric's key, and after how many steps. */
    public static final String MEASURE = "measure";
    public static final String STEPS = "steps";
    /** Options of the search, the data and the training, as they were typed. */
    public static final String TYPED = "typed";
    /** What guessing comes to on the rows kept aside, and how many there are. */
    public static final String GUESS = "guess";
    public static final String GUESSED = "guessed";

    /**
     * Reads one.
     *
     * @param name of the study; null where there is one alone
     * @throws StoreException of one sentence where the file is damaged or none of studies, or the study is not in it
     */
    public static StudyFile read(Path file, String name) {
        try (StudyConnection connection = StudyConnection.reading(file)) {
            return connection.snapshot(() -> read(file, name, connection));
        } catch (RefusedException | MalformedException wrong) {
            throw new StoreException(Said.of("study.damaged", file), wrong);
        }
    }

    private static StudyFile read(Path file, String wanted, StudyConnection connection) throws SQLException {
        String name = named(file, wanted, connection);
        List<Long> ids = new ArrayList<>();
        connection.query(StudySql.STUDY, row -> ids.add(row.getLong(1)), name);
        long study = ids.get(0);
        List<String> directions = new ArrayList<>();
        connection.query(StudySql.DIRECTIONS, row -> directions.add(row.getString(1)), study);
        if (!directions.equals(List.of("MINIMIZE"))) {
            throw new StoreException(Said.of("study.direction", file, name));
        }
        Map<String, String> notes = new LinkedHashMap<>();
        connection.query(StudySql.NOTES, row -> notes.put(row.getString(1), row.getString(2)), study);
        StudyReader reader = new StudyReader(connection, study);
        List<Trial> trials = reader.trials();
        SearchSpace space = notes.containsKey(StudyStore.SPACE) ? Distributions.space(text(notes.get(StudyStore.SPACE)))
                : searched(file, connection, study);
        return new StudyFile(name, space, List.copyOf(trials), reader.spans(), told(notes));
    }

    private static String named(Path file, String wanted, StudyConnection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        connection.query(StudySql.STUDIES, row -> names.add(row.getString(1)));
        if (names.isEmpty()) {
            throw new StoreException(Said.of("study.empty", file));
        }
        if (wanted == null && names.size() > 1 || wanted != null && !names.contains(wanted)) {
            throw new StoreException(Said.of("study.which", file, String.join(", ", names)));
        }
        return wanted == null ? names.get(0) : wanted;
    }

    /** Of a study that another program made: what its trials were drawn from. */
    private static SearchSpace searched(Path file, StudyConnection connection, long study) throws SQLException {
        Map<String, Knob> knobs = new LinkedHashMap<>();
        connection.query(StudySql.PARAMETERS, row -> knobs.put(row.getString(2), new Knob(row.getString(2),
                Distributions.extent(row.getString(4)))), study);
        if (knobs.isEmpty()) {
            throw new StoreException(Said.of("study.empty", file));
        }
        return new SearchSpace(List.copyOf(knobs.values()));
    }

    private static Map<String, String> told(Map<String, String> notes) {
        Map<String, String> told = new LinkedHashMap<>();
        notes.forEach((key, json) -> {
            if (key.startsWith(StudyStore.NOTED)) {
                told.put(key.substring(StudyStore.NOTED.length()), text(json));
            }
        });
        return told;
    }

    private static String text(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8), "attribute").asString("");
    }
}
