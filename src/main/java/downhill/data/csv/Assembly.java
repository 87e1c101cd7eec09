package downhill.data.csv;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.Reading;
import downhill.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        List<Column> columns = new ArrayList<>();
        List<ColumnReport> reports = new ArrayList<>();
        for (int j = 0; j < sinks.size(); j++) {
            Column column = sinks.get(j).column(opening.layout().names().get(j), pass.rows());
            if (isLeftOut(j, column)) {
                log.add(0, column.name(), ProblemKind.COLUMN_DROPPED, "", "The column has no name and no values.", "It was left out.");
                continue;
            }
            columns.add(column);
            reports.add(new ColumnReport(column.name(), opening.layout().originals().get(j), column.type(), guesses.get(j).reason(),
                    column.missing(), column.distinct(), sinks.get(j).bad()));
            noteColumn(j, column);
        }
        if (columns.isEmpty()) {
            throw new DataException(file.name() + ": No data rows found; no column has a name or a value.");
        }
        Table table = new Table(columns, pass.lines(), reading);
        noteFile(table);
        return new Imported(table, report(file, decisions, dialect, reports));
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
            log.add(0, column.name(), ProblemKind.NAME_CHANGED, original, original.isBlank() ? "The column has no name."
                    : "The name \"" + Texts.clip(original) + "\" is taken or cannot be shown.", "It is called " + column.name() + ".");
        }
        ProblemKind kind = guesses.get(j).problem();
        if (kind != null) {
            log.add(0, column.name(), kind, "", sentence(guesses.get(j).reason()), advice(kind, column.type()));
        } else if (column.distinct() == 1 && column.size() > 1 && column.missing() == 0) {
            log.add(0, column.name(), ProblemKind.CONSTANT, "", "All rows hold the same value.", "It tells a model nothing.");
        }
    }

    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }

    private static String advice(ProblemKind kind, ColumnType type) {
        return switch (kind) {
            case MISSING_ONLY -> "It is not used as a feature.";
            case IDENTIFIER -> "It looks like a name of the row and is not used as a feature unless asked for.";
            case PRECISION -> type == ColumnType.NUMBER ? "Set the column to text to keep them as they are."
                    : "The column is kept as text. Set it to number to round them.";
            case UNITS -> "Ask for percent and currency signs to be read as numbers.";
            case AMBIGUOUS_NUMBER -> "The column is kept as text. Choose the decimal and thousands marks.";
            case AMBIGUOUS_DATE -> "The column is kept as text. Say whether the day or the month comes first, or write dates as year-month-day.";
            case MISSING_OR_VALUE -> "If it is one of them, take it off the texts that mean a missing value.";
            case SHORT_YEARS -> "The column is kept as text. Write the years with four digits to use it as dates.";
            default -> "The column is kept as text.";
        };
    }

    private void noteFile(Table table) {
        if (pass.rows() == 1) {
            log.add(0, null, ProblemKind.FEW_ROWS, "", "1 row: cannot be split for training.", "Add rows.");
        }
        if (pass.lineEnds().equals(RecordGuard.MIXED)) {
            log.add(0, null, ProblemKind.LINE_ENDS, "", "Lines end in different ways (LF, CRLF, CR).", "All were taken as line ends.");
        }
        if (pass.trimmed() > 0) {
            log.add(0, null, ProblemKind.TRIMMED, "", pass.trimmed() == 1 ? "1 cell has spaces around it." : pass.trimmed() + " cells have spaces around them.", "The spaces were left out.");
        }
        int duplicates = Duplicates.count(table);
        if (duplicates > 0) {
            log.add(0, null, ProblemKind.DUPLICATE_ROWS, "", duplicates == 1 ? "1 row equals another row." : duplicates + " rows equal another row.",
                    "They were kept. A split keeps equal rows on one side, unless asked otherwise.");
        }
        if (pass.skipped().containsKey(SkipKind.NOT_SAMPLED)) {
            log.add(0, null, ProblemKind.SAMPLED, "", "Only " + pass.rows() + " of " + pass.candidates() + " rows were drawn.", "The others were skipped.");
        }
    }
}
