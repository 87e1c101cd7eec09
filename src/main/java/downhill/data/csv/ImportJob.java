package downhill.data.csv;

import downhill.data.BadCell;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One import: opening, first pass, decisions, second pass, report. */
final class ImportJob {
    private static final double SCOUT_PART = 0.45;
    private static final double MEMORY_PART = 0.5;
    private static final int BYTES_PER_CELL = 9;

    private final ByteSource file;
    private final ImportOptions options;
    private final Map<String, ColumnType> types;
    private final Progress progress;
    private final Shapes shapes;
    private final ProblemLog log;

    ImportJob(ByteSource file, ImportOptions options, Map<String, ColumnType> types, Progress progress) {
        this.file = file;
        this.options = options;
        this.types = types;
        this.progress = progress;
        this.shapes = new Shapes(options.missing());
        this.log = new ProblemLog(options.badCell() == BadCell.STOP);
    }

    Imported run() throws IOException {
        Opening opening = Opening.of(file, options, shapes);
        Scout scout = scout(opening);
        if (options.dialect() == null && scout.brokenRows() > 0 && isWrongEncoding(scout)) {
            opening = reopened(opening, scout);
            scout = scout(opening);
        }
        checkRows(opening, scout);
        NumberStyle style = style(scout, opening.dialect());
        List<TypeGuess> guesses = guesses(opening.layout(), scout, style);
        double share = share(scout.rows());
        int capacity = capacity(scout.rows(), share);
        checkMemory(capacity, guesses.size());
        List<CellSink> sinks = new ArrayList<>();
        guesses.forEach(guess -> sinks.add(Loader.sink(guess, capacity, shapes, style, options.units())));
        Loader loader = new Loader(opening, options, shapes, sinks, capacity, share, log);
        loader.run(new Watch(progress, SCOUT_PART, 1 - SCOUT_PART, file.size()));
        file.checkUnchanged();
        progress.done(1);
        return new Assembly(opening, scout, loader, log, guesses, sinks).imported(file, decided(opening, scout, style), dialect(opening, style));
    }

    private Scout scout(Opening opening) throws IOException {
        return new Scout(opening, shapes, options.units()).run(new Watch(progress, 0, SCOUT_PART, file.size()));
    }

    /** Broken bytes behind a beginning of plain ASCII: the file was never UTF-8. */
    private static boolean isWrongEncoding(Scout scout) {
        return !scout.sawBeyondAscii();
    }

    private Opening reopened(Opening opening, Scout scout) throws IOException {
        byte[] bytes = scout.brokenBytes();
        return opening.withEncoding(EncodingGuess.legacy(bytes, bytes.length, "a byte first found at line " + scout.firstBrokenLine()), options, shapes);
    }

    private void checkRows(Opening opening, Scout scout) {
        if (scout.rows() > 0) {
            return;
        }
        if (opening.layout().fields() == 0) {
            throw new DataException(file.name() + ": No data rows found (" + scout.blankLines() + " blank lines).");
        }
        if (scout.rejected() > 0) {
            throw new DataException(file.name() + ": None of the " + scout.rejected() + " rows could be read; the first is at line "
                    + scout.firstRejectedLine() + ": " + scout.firstRejection() + " Choose another delimiter, quote or encoding.");
        }
        throw new DataException(file.name() + ": Columns found, but no data rows.");
    }

    private NumberStyle style(Scout scout, Dialect dialect) {
        return options.dialect() == null ? new StyleGuess(scout.facts()).style()
                : new NumberStyle(dialect.decimal().charAt(0), dialect.thousands().isEmpty() ? 0 : dialect.thousands().charAt(0));
    }

    private List<TypeGuess> guesses(Layout layout, Scout scout, NumberStyle style) {
        List<TypeGuess> guesses = new ArrayList<>();
        for (int j = 0; j < layout.fields(); j++) {
            ColumnFacts facts = scout.facts().get(j);
            ColumnType chosen = types.get(layout.names().get(j));
            TypeGuess guess = TypeGuess.of(facts, style);
            guesses.add(chosen == null || chosen == guess.type() ? guess : TypeGuess.chosen(chosen, facts));
        }
        return guesses;
    }

    private double share(int rows) {
        return options.sampleRows() == 0 || options.sampleRows() >= rows ? 1 : options.sampleRows() / (double) rows;
    }

    private int capacity(int rows, double share) {
        return share == 1 ? rows : Math.min(rows, (int) (options.sampleRows() * 1.02) + 100);
    }

    private void checkMemory(int rows, int columns) {
        long needed = (long) rows * columns * BYTES_PER_CELL;
        long available = Runtime.getRuntime().maxMemory();
        if (needed > MEMORY_PART * available) {
            throw new DataException(file.name() + ": The table of " + rows + " rows and " + columns + " columns needs about " + (needed >> 20)
                    + " MB of the " + (available >> 20) + " MB at hand. Read a sample of its rows, or ignore columns.");
        }
    }

    private List<Decision> decided(Opening opening, Scout scout, NumberStyle style) {
        List<Decision> decisions = new ArrayList<>(opening.decisions());
        if (options.dialect() == null) {
            decisions.addAll(new StyleGuess(scout.facts()).decisions(style, opening.dialect().delimiter()));
        }
        return decisions;
    }

    private static Dialect dialect(Opening opening, NumberStyle style) {
        return opening.dialect().withEncoding(opening.charset().name())
                .withNumbers(String.valueOf(style.decimal()), style.grouping() == 0 ? "" : String.valueOf(style.grouping()));
    }
}
