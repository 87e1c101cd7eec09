package downhill.data.csv;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One way of reading a file and how likely it is: how alike the rows are in length, times how clear the cells are, less for what would
 * have to be left out. After the idea of van den Burg, Nazabal and Sutton (2019), with penalties of our own for tables of one column
 * and for lines skipped.
 *
 * @param fields cells in a usual row
 * @param start  index of the first row of the table, its header if there is one
 * @param score  from 0 to 1
 */
record Candidate(Sampled sampled, int fields, int start, double consistency, double clarity, double score) {
    private static final double ONE_COLUMN = 0.35;
    /** Quotes at the start of cells are rarely meant as characters. */
    private static final double UNQUOTED = 0.3;
    /** A tilde more often means a range of numbers. */
    private static final double RARE = 0.7;
    private static final double SKIPPED = 0.9;
    private static final int MAX_SKIPPED_COUNTED = 4;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_ .()/&+%#-]*");
    private static final Pattern KNOWN = Pattern.compile(
            "\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?|https?://\\S+|[^@\\s]+@[^@\\s]+\\.\\w+|[A-Za-z]:\\\\.*");
    private static final Pattern CUT_MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}");
    private static final Pattern DAY_AND_HOUR = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}");
    private static final Pattern REST_OF_TIME = Pattern.compile("[0-9:.+Z-]+");
    private static final String DELIMITERS = ",;\t|^\"";

    static Candidate of(Sampled sampled, CellShapes shapes) {
        List<List<String>> rows = sampled.rows();
        int fields = sampled.usualFields();
        if (fields == 0) {
            return new Candidate(sampled, 0, 0, 0, 0, 0);
        }
        int start = TableStart.of(rows, fields, shapes);
        double consistency = consistency(rows, fields, start);
        Cells cells = Cells.of(rows.subList(Math.min(rows.size() - 1, start + 1), rows.size()), shapes);
        double score = consistency * consistency * cells.clarity() * width(fields) * prior(sampled, fields, cells)
                * Math.pow(SKIPPED, Math.min(MAX_SKIPPED_COUNTED, start)) * soundness(sampled);
        return new Candidate(sampled, fields, start, consistency, cells.clarity(), score);
    }

    private static double consistency(List<List<String>> rows, int fields, int start) {
        long fitting = rows.stream().skip(start).filter(row -> row.size() == fields || onlyEmptyBeyond(row, fields)).count();
        return fitting / (double) (rows.size() - start);
    }

    /** Whether a cell is a time of day, a link, an address or a path: a value although it is text. */
    static boolean isKnownText(String cell) {
        return KNOWN.matcher(cell).matches();
    }

    static boolean onlyEmptyBeyond(List<String> row, int fields) {
        return row.size() > fields && row.subList(fields, row.size()).stream().allMatch(String::isEmpty);
    }

    private static double width(int fields) {
        return fields == 1 ? ONE_COLUMN : 0.7 + 0.3 * (fields - 1) / fields;
    }

    private static double soundness(Sampled sampled) {
        double all = sampled.rows().size() + sampled.rejected();
        double sound = sampled.rows().size() / all;
        double odd = sampled.odd() / all;
        boolean ignoresQuotes = sampled.dialect().quote().isEmpty();
        return sound * (1 - 0.5 * odd) * (ignoresQuotes ? UNQUOTED : 1);
    }

    /** Spaces, colons and tildes also occur within cells: the first two need numbers between them that are no times of day. */
    private static double prior(Sampled sampled, int fields, Cells cells) {
        double comments = sampled.comments() > 0 ? 0.99 : 1;
        String delimiter = sampled.dialect().delimiter();
        if (fields > 1 && delimiter.equals(" ")) {
            return comments * 0.9 * (cells.numeric() < 0.3 || cells.times() > 0 ? 0.3 : 1);
        }
        if (fields > 1 && delimiter.equals(":")) {
            return comments * 0.85 * (cells.shortIntegers() > 0.9 || cells.cut() > 0 ? 0.3 : 1);
        }
        return fields > 1 && delimiter.equals("~") ? comments * RARE : comments;
    }

    /** Shares of cells; a link cut behind its colon begins with two strokes, a moment cut there ends with its hour. */
    private record Cells(double clarity, double numeric, double times, double shortIntegers, double cut) {
        static Cells of(List<List<String>> rows, CellShapes shapes) {
            double clarity = 0;
            int numeric = 0;
            int times = 0;
            int shorts = 0;
            int cuts = 0;
            int count = 0;
            for (List<String> row : rows) {
                cuts += isCutMoment(row) ? 1 : 0;
                for (String cell : row) {
                    Shape shape = shapes.of(cell);
                    clarity += clarity(cell, shape);
                    numeric += shape.isNumeric() || shape == Shape.LEADING_ZERO ? 1 : 0;
                    times += KNOWN.matcher(cell).matches() ? 1 : 0;
                    shorts += cell.length() <= 2 && (shape == Shape.INTEGER || shape == Shape.LEADING_ZERO) ? 1 : 0;
                    cuts += cell.startsWith("//") || CUT_MOMENT.matcher(cell).matches() ? 1 : 0;
                    count++;
                }
            }
            double n = Math.max(1, count);
            return new Cells(clarity / n, numeric / n, times / n, shorts / n, cuts / n);
        }

        /** Whether it is nothing but a day with its time. */
        private static boolean isCutMoment(List<String> row) {
            return row.size() > 1 && DAY_AND_HOUR.matcher(row.get(0)).matches()
                    && row.stream().skip(1).allMatch(cell -> REST_OF_TIME.matcher(cell).matches());
        }

        private static double clarity(String cell, Shape shape) {
            if (shape == Shape.EMPTY) {
                return 0.75;
            }
            if (shape != Shape.TEXT) {
                return 1;
            }
            if (KNOWN.matcher(cell).matches()) {
                return 0.95;
            }
            if (WORDS.matcher(cell).matches()) {
                return 0.85;
            }
            return cell.chars().anyMatch(c -> DELIMITERS.indexOf(c) >= 0) ? 0.3 : 0.6;
        }
    }
}
