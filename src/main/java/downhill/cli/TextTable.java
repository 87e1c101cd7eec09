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
    private final List<Object[]> all = new ArrayList<>();
    private List<String[]> rows;

    /** Cells are texts, or said in the language in which the table is printed. */
    TextTable(Object... head) {
        all.add(head);
    }

    void row(Object... cells) {
        all.add(cells);
    }

    void print(PrintWriter out) {
        rows = all.stream().map(row -> Arrays.stream(row).map(cell -> Visible.line(HarmlessPrinter.text(out, cell)))
                .toArray(String[]::new)).toList();
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
        String space = " ".repeat(Math.max(0, width - places(text)));
        return numeric ? space + text : text + space;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> places(clipped(row[column]))).max().orElse(0);
    }

    private boolean numeric(int column) {
        return rows.stream().skip(1).allMatch(row -> row[column].isEmpty() || row[column].matches("[-+−]?[0-9∞.,NaInfity%eE+-]+"));
    }

    /** How many places of a terminal a text takes: Chinese characters and the marks that belong to them take two each. */
    static int places(String text) {
        return text.codePoints().map(point -> Character.isIdeographic(point) || point >= 0x3000 && point <= 0x303F
                || point >= 0xFF01 && point <= 0xFF60 ? 2 : 1).sum();
    }

    private static String clipped(String text) {
        if (text.length() <= WIDEST) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(WIDEST - 2));
        return text.substring(0, pair ? WIDEST - 2 : WIDEST - 1) + "…";
    }
}
