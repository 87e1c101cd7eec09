package downhill.data.csv;

import downhill.data.DataException;
import downhill.data.Dialect;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first records of a file as one way of reading sees them.
 *
 * @param rows     cells of the sound records
 * @param lines    line at which each of them starts
 * @param rejected number of unsound records
 * @param comments number of comment lines
 * @param odd      quotes within unquoted cells
 */
record Sampled(Dialect dialect, List<List<String>> rows, List<Long> lines, int rejected, int comments, int odd) {
    private static final int MAX_ROWS = 1000;

    static Sampled read(String text, Dialect dialect) {
        Counter counter = new Counter();
        List<List<String>> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        int odd = 0;
        try (CsvTokens tokens = new CsvTokens(new StringReader(text), dialect, counter)) {
            for (Row row = tokens.next(); row != null && rows.size() < MAX_ROWS; row = tokens.next()) {
                rows.add(row.texts());
                lines.add(row.line());
                odd += tokens.guard().queue().quoteInField() ? 1 : 0;
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        } catch (DataException unreadable) {
            counter.rejected++;
        }
        return new Sampled(dialect, rows, lines, counter.rejected, counter.comments, odd);
    }

    /** The number of cells that most rows have, the larger where two are equally frequent. */
    int usualFields() {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        return counts.entrySet().stream().reduce((a, b) -> b.getValue() > a.getValue()
                || b.getValue().equals(a.getValue()) && b.getKey() > a.getKey() ? b : a).map(Map.Entry::getKey).orElse(0);
    }

    /** Characters in a row, delimiters and line end included, on average and rounded down. */
    long usualLength() {
        long cells = rows.stream().mapToLong(List::size).sum();
        long chars = rows.stream().flatMap(List::stream).mapToLong(String::length).sum();
        return rows.isEmpty() ? 0 : (cells + chars) / rows.size();
    }

    private static final class Counter implements RecordListener {
        private int rejected;
        private int comments;

        @Override
        public void skipped(SkipKind kind, long line) {
            comments += kind == SkipKind.COMMENT ? 1 : 0;
        }

        @Override
        public void rejected(ProblemKind kind, long line, int field, String raw) {
            rejected++;
        }
    }
}
