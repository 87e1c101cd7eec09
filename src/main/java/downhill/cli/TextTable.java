package downhill.cli;

import downhill.data.Visible;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text in columns of equal width; columns of numbers are aligned to the right. */
final class TextTable {
    private static final int WIDEST = 48;
    private final List<String[]> rows = new ArrayList<>();

    TextTable(String... head) {
        rows.add(head);
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Visible::line).toArray(String[]::new));
    }

    void print(PrintWriter out) {
        int columns = rows.get(0).length;
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        boolean[] numeric = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            numeric[column] = numeric(column);
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(column == 0 ? "" : "  ").append(padded(row[column], widths[column], numeric[column]));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String padded(String cell, int width, boolean numeric) {
        String text = clipped(cell);
        String space = " ".repeat(Math.max(0, width - text.length()));
        return numeric ? space + text : text + space;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> clipped(row[column]).length()).max().orElse(0);
    }

    private boolean numeric(int column) {
        return rows.stream().skip(1).allMatch(row -> row[column].isEmpty() || row[column].matches("[-+−]?[0-9∞.,NaInfity%eE+-]+"));
    }

    private static String clipped(String text) {
        if (text.length() <= WIDEST) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(WIDEST - 2));
        return text.substring(0, pair ? WIDEST - 2 : WIDEST - 1) + "…";
    }
}
