package downhill.ui.screen.results;

import downhill.data.Visible;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of Markdown whose columns are aligned in the text too; letters of East Asia count as two. What Markdown would take for
 * markup is escaped.
 */
final class MarkdownTable {
    private static final String MARKUP = "\\`*_[]<>|~&$#!";
    private static final int LEAST = 3;

    private final List<Boolean> numeric;
    private final List<List<String>> lines;

    private MarkdownTable(ResultSheet sheet) {
        numeric = sheet.numeric();
        lines = Stream.concat(Stream.of(sheet.header()), sheet.rows().stream())
                .map(row -> row.stream().map(MarkdownTable::escaped).toList()).toList();
    }

    static String of(ResultSheet sheet) {
        return new MarkdownTable(sheet).text();
    }

    private String text() {
        int[] widths = IntStream.range(0, numeric.size()).map(this::width).toArray();
        String rule = line(i -> numeric.get(i) ? "-".repeat(widths[i] - 1) + ":" : "-".repeat(widths[i]));
        List<String> told = lines.stream().map(row -> line(i -> padded(row.get(i), widths[i], numeric.get(i)))).toList();
        return told.get(0) + rule + String.join("", told.subList(1, told.size()));
    }

    private String line(java.util.function.IntFunction<String> cell) {
        return IntStream.range(0, numeric.size()).mapToObj(cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private int width(int column) {
        return Math.max(LEAST, lines.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
    }

    private static String padded(String cell, int width, boolean right) {
        String space = " ".repeat(width - width(cell));
        return right ? space + cell : cell + space;
    }

    private static int width(String text) {
        return text.codePoints().map(point -> Character.isIdeographic(point) || point >= 0xFF00 && point <= 0xFF60 || point >= 0x3000
                && point <= 0x30FF ? 2 : 1).sum();
    }

    private static String escaped(String text) {
        return Visible.line(text).codePoints().mapToObj(point -> (MARKUP.indexOf(point) >= 0 ? "\\" : "") + Character.toString(point))
                .collect(Collectors.joining());
    }
}
