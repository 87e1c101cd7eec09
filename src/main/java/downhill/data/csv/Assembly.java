package downhill.data.csv;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.LabelColumn;
import downhill.data.Reading;
import downhill.data.Table;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts table and report together after the last pass. */
final class Assembly {
    private final Opening opening;
    private final Pass pass;
    private final ProblemLog log;
    private final List<TypeGuess> guesses;
    private final List<CellSink> sinks;
    private final Reading reading;

    Assembly(Opening opening, Pass pass, List<TypeGuess> guesses, Reading reading) {
        this.opening = opening;
        this.pass = pass;
        this.log = pass.log();
        this.guesses = guesses;
        this.sinks = pass.sinks();
        this.reading = reading;
    }

    Imported imported(ByteSource file, List<Decision> decisions, Dialect dialect) {
        List<Column> all = columns();
        List<Column> columns = new ArrayList<>();
        List<ColumnReport> reports = new ArrayList<>();
        for (int j = 0; j < sinks.size(); j++) {
            Column column = all.get(j);
            if (isLeftOut(j, column)) {
                log.add(0, column.name(), ProblemKind.COLUMN_DROPPED, "", Said.of("csv.say.nothing"), Said.of("csv.do.out"));
                continue;
            }
            columns.add(column);
            reports.add(new ColumnReport(column.name(), opening.layout().originals().get(j), column.type(), guesses.get(j).why(),
                    column.missing(), column.distinct(), sinks.get(j).bad()));
            noteColumn(j, column);
        }
        if (columns.isEmpty()) {
            throw new DataException(Said.of("rows.nothing", file.name()));
        }
        Table table = new Table(columns, pass.lines(), reading);
        noteFile(table);
        return new Imported(table, report(file, decisions, dialect, reports));
    }

    /** Those of the sinks, their different values counted: several at once, since each counts by itself. */
    private List<Column> columns() {
        return IntStream.range(0, sinks.size()).parallel().mapToObj(j -> {
            Column column = sinks.get(j).column(opening.layout().names().get(j), pass.rows());
            column.distinct();
            return column;
        }).toList();
    }

    private boolean isLeftOut(int j, Column column) {
        boolean named = opening.layout().header() == null || !opening.layout().originals().get(j).isBlank();
        return !named && column.missing() == column.size() && pass.facts().get(j).filled() == 0 && sinks.size() > 1;
    }

    private ImportReport report(ByteSource file, List<Decision> decisions, Dialect dialect, List<ColumnReport> columns) {
        Map<String, Long> skippedAs = new LinkedHashMap<>();
        pass.skipped().forEach((kind, count) -> skippedAs.put(kind.title(), count));
        long skipped = skippedAs.values().stream().mapToLong(Long::longValue).sum();
        return new ImportReport(file.name(), file.size(), dialect, decisions, pass.records(), pass.rows(), pass.rejected(), skipped,
                skippedAs, columns, log.problems(), log.counts(), pass.drawn(), opening.bomLength() > 0, pass.lineEnds());
    }

    private void noteColumn(int j, Column column) {
        String original = opening.layout().originals().get(j);
        if (opening.layout().header() != null && !original.strip().equals(column.name())) {
            log.add(0, column.name(), ProblemKind.NAME_CHANGED, original, original.isBlank() ? Said.of("csv.say.noName")
                    : Said.of("csv.say.taken", Texts.clip(original)), Said.of("csv.do.called", column.name()));
        }
        ProblemKind kind = guesses.get(j).problem();
        if (kind != null) {
            log.add(0, column.name(), kind, "", guesses.get(j).sentence(), advice(kind, column.type()));
        } else if (column.distinct() == 1 && column.size() > 1 && column.missing() == 0) {
            log.add(0, column.name(), ProblemKind.CONSTANT, "", Said.of("csv.say.constant"), Said.of("csv.do.constant"));
        }
        if (column instanceof LabelColumn labels && column.type() == ColumnType.CATEGORY) {
            Alike.of(labels).ifPresent(alike -> log.add(0, column.name(), ProblemKind.ALIKE, alike.example(), alike.said(),
                    Said.of("csv.do.alike")));
        }
    }

    /** What to do about a column that can be read in several ways. */
    static Said advice(ProblemKind kind, ColumnType type) {
        return switch (kind) {
            case MISSING_ONLY -> Said.of("csv.do.noFeature");
            case IDENTIFIER -> Said.of("csv.do.identifier");
            case PRECISION -> type == ColumnType.NUMBER ? Said.of("csv.do.textExact")
                    : Said.of("csv.do.round");
            case UNITS -> Said.of("csv.do.units");
            case AMBIGUOUS_NUMBER -> Said.of("csv.do.marks");
            case AMBIGUOUS_DATE -> Said.of("csv.do.dates");
            case MISSING_OR_VALUE -> Said.of("csv.do.missingOrValue");
            case SHORT_YEARS -> Said.of("csv.do.shortYears");
            default -> Said.of("csv.do.text");
        };
    }

    private void noteFile(Table table) {
        if (pass.rows() == 1) {
            log.add(0, null, ProblemKind.FEW_ROWS, "", Said.of("csv.say.oneRow"), Said.of("csv.do.addRows"));
        }
        if (pass.lineEnds().equals(LineEnds.MIXED)) {
            log.add(0, null, ProblemKind.LINE_ENDS, "", Said.of("csv.say.lineEnds", "LF, CRLF, CR"), Said.of("csv.do.lineEnds"));
        }
        if (pass.trimmed() > 0) {
            log.add(0, null, ProblemKind.TRIMMED, "",
                    Said.of(pass.trimmed() == 1 ? "csv.say.spaces.one" : "csv.say.spaces", pass.trimmed()),
                    Said.of("csv.do.spaces"));
        }
        int duplicates = Duplicates.count(table);
        if (duplicates > 0) {
            log.add(0, null, ProblemKind.DUPLICATE_ROWS, "", Said.of(duplicates == 1 ? "notice.equal.one" : "notice.equal", duplicates),
                    Said.of("notice.equal.kept"));
        }
        if (pass.skipped().containsKey(SkipKind.NOT_SAMPLED)) {
            log.add(0, null, ProblemKind.SAMPLED, "", Said.of("csv.say.sampled", pass.rows(), pass.candidates()),
                    Said.of("csv.do.sampled"));
        }
    }
}
