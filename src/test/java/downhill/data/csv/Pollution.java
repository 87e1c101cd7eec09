package downhill.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One way of spoiling a table, of the kinds that Vitagliano et al. (Pollock, VLDB 2023) found in published files; made here anew.
 *
 * @param kind    group that is counted together
 * @param text    the file
 * @param names   names that should be found
 * @param rows    rows that should be imported, as they stand in the clean table; others may be rejected
 */
record Pollution(String kind, String text, List<String> names, List<List<String>> rows) {

    /** All pollutions of a clean table. */
    static List<Pollution> of(List<String> names, List<List<String>> rows) {
        List<Pollution> all = new ArrayList<>();
        structure(all, names, rows);
        characters(all, names, rows);
        for (int i = 0; i < rows.size(); i++) {
            ragged(all, names, rows, i);
        }
        return all;
    }

    private static void structure(List<Pollution> all, List<String> names, List<List<String>> rows) {
        String clean = text(names, rows, ",", '"', "\n");
        all.add(new Pollution("clean", clean, names, rows));
        all.add(new Pollution("end of file", clean.stripTrailing(), names, rows));
        all.add(new Pollution("end of file", clean + "\n", names, rows));
        all.add(new Pollution("end of file", clean + "\n\n \n", names, rows));
        List<String> numbered = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            numbered.add("column_" + i);
        }
        all.add(new Pollution("no header", text(List.of(), rows, ",", '"', "\n"), numbered, rows));
        all.add(new Pollution("one row", text(names, rows.subList(0, 1), ",", '"', "\n"), names, rows.subList(0, 1)));
        String units = names.stream().map(name -> "in " + name).collect(Collectors.joining(","));
        all.add(new Pollution("second header row", clean.replaceFirst("\n", "\n" + units + "\n"), names, rows));
        for (int lines = 1; lines <= 4; lines++) {
            all.add(new Pollution("preamble", "Exported by the office, 2020\n".repeat(lines) + clean, names, rows));
            all.add(new Pollution("preamble", "Exported by the office\n".repeat(lines) + "\n" + clean, names, rows));
            all.add(new Pollution("comments", "# made by hand, twice\n".repeat(lines) + clean, names, rows));
        }
        all.add(new Pollution("second table", clean + "\nother,list\nx,1\ny,2\n", names, rows));
    }

    private static void characters(List<Pollution> all, List<String> names, List<List<String>> rows) {
        for (String end : List.of("\n", "\r\n", "\r")) {
            for (String delimiter : List.of(",", ";", "\t", "|", " ", "^")) {
                for (char quote : new char[] {'"', '\''}) {
                    all.add(new Pollution("delimiter " + Texts.visible(delimiter), text(names, rows, delimiter, quote, end), names, rows));
                }
            }
        }
        String backslash = text(names, rows, ",", '"', "\n").replace("\"\"", "\\\"");
        all.add(new Pollution("backslash", backslash, names, rows));
    }

    private static void ragged(List<Pollution> all, List<String> names, List<List<String>> rows, int spoiled) {
        List<List<String>> others = new ArrayList<>(rows);
        others.remove(spoiled);
        String[] lines = new String[rows.size() + 1];
        lines[0] = line(names, ",", '"');
        for (int i = 0; i < rows.size(); i++) {
            lines[i + 1] = line(rows.get(i), ",", '"');
        }
        String sound = lines[spoiled + 1];
        for (int at = 0; at < names.size(); at++) {
            List<String> more = new ArrayList<>(rows.get(spoiled));
            more.add(at, "extra");
            add(all, "cell too many", lines, spoiled, line(more, ",", '"'), names, others);
            List<String> less = new ArrayList<>(rows.get(spoiled));
            less.remove(at);
            add(all, "cell too few", lines, spoiled, line(less, ",", '"'), names, others);
            List<String> open = rows.get(spoiled).stream().map(cell -> quoted(cell, ",", '"')).collect(Collectors.toList());
            open.set(at, "\"" + rows.get(spoiled).get(at).replace("\"", ""));
            add(all, "quote never closed", lines, spoiled, String.join(",", open), names, others);
            open.set(at, "\"a\" b");
            add(all, "text after quote", lines, spoiled, String.join(",", open), names, others);
        }
        add(all, "row in another delimiter", lines, spoiled, line(rows.get(spoiled), ";", '"'), names, others);
        lines[spoiled + 1] = sound;
    }

    private static void add(List<Pollution> all, String kind, String[] lines, int spoiled, String line, List<String> names,
            List<List<String>> rows) {
        String[] changed = lines.clone();
        changed[spoiled + 1] = line;
        all.add(new Pollution(kind, String.join("\n", changed) + "\n", names, rows));
    }

    private static String text(List<String> names, List<List<String>> rows, String delimiter, char quote, String end) {
        StringBuilder text = new StringBuilder(names.isEmpty() ? "" : line(names, delimiter, quote) + end);
        rows.forEach(row -> text.append(line(row, delimiter, quote)).append(end));
        return text.toString();
    }

    private static String line(List<String> cells, String delimiter, char quote) {
        return cells.stream().map(cell -> quoted(cell, delimiter, quote)).collect(Collectors.joining(delimiter));
    }

    private static String quoted(String cell, String delimiter, char quote) {
        boolean needed = cell.contains(delimiter) || cell.indexOf(quote) >= 0 || cell.isEmpty() && delimiter.equals(" ");
        return needed ? quote + cell.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote : cell;
    }
}
