package downhill.cli;

import downhill.analysis.predict.Scores;
import downhill.data.csv.Block;
import downhill.data.csv.CsvExport;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes rows and what a model says about them, piece by piece. The column of reasons is there only where one is needed. */
final class ScoredRows implements FileScoring.Receiver {
    private static final int MOST_NAMES = 8;

    /** A pass over the file that is to be scored. */
    @FunctionalInterface
    interface Run {
        void to(FileScoring.Receiver receiver) throws IOException;
    }

    /** A row without a score has come and there is no column for its reason. */
    private static final class ReasonsNeeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ReasonsNeeded() {
            super(null, null, false, false);
        }
    }

    private final Preprocessing preprocessing;
    private final boolean neutralise;
    private CsvExport csv;
    private boolean withReasons;
    private List<String> columns = List.of();
    private Set<String> known = Set.of();
    private Path file;
    private long rows;

    ScoredRows(Preprocessing preprocessing, boolean neutralise) {
        this.preprocessing = preprocessing;
        this.neutralise = neutralise;
    }

    /** Writes the whole file; a second time, with reasons, where a row cannot be scored. */
    void write(Path target, Run run) throws IOException {
        file = target;
        try {
            run.to(this);
        } catch (ReasonsNeeded first) {
            withReasons = true;
            run.to(this);
        } finally {
            close();
        }
    }

    @Override
    public void begin(List<String> names, Map<String, String> found) throws IOException {
        close();
        csv = CsvExport.to(file, neutralise);
        columns = names;
        known = Set.copyOf(found.values());
        rows = 0;
        csv.row(head());
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(columns);
        head.add(free("prediction"));
        preprocessing.classNames().forEach(name -> head.add(free("probability of " + name)));
        if (withReasons) {
            head.add(free("not scored because"));
        }
        return head;
    }

    /** A name that the file does not have yet, for files that have been scored before. */
    private String free(String name) {
        Set<String> taken = columns.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        String tried = name;
        for (int number = 2; taken.contains(tried.toLowerCase(Locale.ROOT)); number++) {
            tried = name + " " + number;
        }
        return tried;
    }

    @Override
    public void scored(Block block, Scores scores) throws IOException {
        if (!withReasons && (!scores.rows().unscored().isEmpty() || !scores.isComplete())) {
            throw new ReasonsNeeded();
        }
        Map<Integer, Integer> byRow = new HashMap<>();
        int end = block.table().rows();
        for (int i = 0; i < scores.count(); i++) {
            byRow.put(scores.row(i), i);
            end = Math.max(end, scores.row(i) + 1);
        }
        Map<Integer, String> reasons = scores.rows().unscored().stream()
                .collect(Collectors.toMap(Applied.Unscored::row, row -> row.reason().toString()));
        List<List<String>> cells = block.cells();
        List<List<String>> lines = IntStream.range(block.first(), end).parallel().mapToObj(row -> {
            int place = row - block.first();
            return line(place < cells.size() ? cells.get(place) : null, scores, byRow.get(row), reasons.get(row));
        }).toList();
        for (List<String> line : lines) {
            csv.row(line);
        }
        rows += block.cells().size();
    }

    /** A row past the end of a time series has a prediction only. */
    private List<String> line(List<String> cells, Scores scores, Integer score, String reason) {
        List<String> line = new ArrayList<>(cells == null ? Collections.nCopies(columns.size(), null) : cells);
        String failing = score == null ? reason : Objects.toString(scores.failing(score), null);
        boolean told = score != null && failing == null;
        line.add(told ? scores.prediction(score) : null);
        for (int k = 0; k < scores.classes().size(); k++) {
            line.add(told ? Double.toString(scores.probabilities().of(score, k)) : null);
        }
        if (withReasons) {
            line.add(failing);
        }
        return line;
    }

    /** What a user should know besides. */
    List<Said> notes() {
        List<Said> notes = new ArrayList<>();
        List<String> extra = columns.stream().filter(each -> !known.contains(each)).toList();
        if (!extra.isEmpty()) {
            notes.add(extra.size() > MOST_NAMES ? Said.of("cli.unused.many", extra.size())
                    : Said.of("cli.unused", Said.list(extra.stream().map(Said::plain).toList())));
        }
        int reach = preprocessing.reach();
        if (reach > 0) {
            notes.add(rows < reach ? Said.of("cli.reach.short", reach, rows) : Said.of("cli.reach", reach));
        }
        return notes;
    }

    private void close() throws IOException {
        if (csv != null) {
            csv.close();
            csv = null;
        }
    }
}
