package downhill.store;

import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.space.ValueText;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialSpan;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All trials of a study in one file for other programs: a table, JSON, or a copy of the file of studies that is one file alone. */
public final class StudyExport {
    /** How every table of trials begins. */
    static final String HEAD = "trial,state,value";
    private static final List<String> COLUMNS = List.of("trial", "state", "value", "spread", "outer", "steps", "begun", "ended");

    /**
     * A trial as it is written in JSON.
     *
     * @param value   NaN unless it is complete
     * @param folds   what it came to on each fold; empty where it was judged by one split
     * @param outer   on rows kept aside; NaN for none
     * @param reports by step
     */
    public record Exported(int trial, String state, double value, Map<String, Object> params, List<Double> folds, double outer,
                           Map<String, Double> reports) {
        static Exported of(Trial trial) {
            Map<String, Double> reports = new TreeMap<>();
            trial.reports().forEach((step, value) -> reports.put(String.valueOf(step), value));
            return new Exported(trial.number(), word(trial), trial.loss(), trial.values(), trial.scores().folds(), trial.scores().outer(),
                    reports);
        }
    }

    private StudyExport() {
    }

    /**
     * Refuses what could not be written, before a search begins.
     *
     * @param store file of studies; null where trials are kept nowhere
     * @throws StoreException of one sentence
     */
    public static void check(Path file, Path store) {
        if (!List.of("csv", "json", "db").contains(ending(file))) {
            throw new StoreException(Said.of("study.export", file));
        }
        if (ending(file).equals("db") && store == null) {
            throw new StoreException(Said.of("study.export.store", file));
        }
        if (store != null && store.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new StoreException(Said.of("study.export.same", file));
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Writes it by the ending of its name, in place of a file that is there.
     *
     * @throws StoreException of one sentence where it cannot be written; what was there is then as it was
     */
    public static void write(Path file, Ledger ledger, SearchSpace space) {
        switch (ending(file)) {
            case "csv" -> csv(file, ledger, space);
            case "json" -> AtomicFiles.write(file, JsonOutput.list(ledger.trials().stream().map(Exported::of).toList()), false);
            default -> ((StudyStore) ledger).copy(file);
        }
    }

    private static void csv(Path file, Ledger ledger, SearchSpace space) {
        List<String> columns = new ArrayList<>(COLUMNS);
        List<String> knobs = space.knobs().stream().map(Knob::name).toList();
        columns.addAll(knobs);
        Map<Integer, TrialSpan> spans = ledger.spans();
        AtomicFiles.write(file, part -> {
            try (CsvRows rows = new CsvRows(part, columns.toArray(String[]::new))) {
                ledger.trials().forEach(trial -> rows.row(row(trial, spans.get(trial.number()), knobs)));
            }
        }, false);
    }

    private static String[] row(Trial trial, TrialSpan span, List<String> knobs) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(trial.number()), word(trial), CsvRows.number(trial.loss()),
                CsvRows.number(trial.scores().spread()), CsvRows.number(trial.scores().outer()),
                trial.reports().isEmpty() ? "" : String.valueOf(trial.reports().lastKey()),
                span == null ? "" : text(span.begun()), span == null ? "" : text(span.ended())));
        knobs.forEach(knob -> cells.add(trial.values().containsKey(knob) ? ValueText.of(trial.values().get(knob)) : ""));
        return cells.toArray(String[]::new);
    }

    private static String word(Trial trial) {
        return trial.state().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Object time) {
        return time == null ? "" : time.toString();
    }
}
