package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.Column;
import downhill.data.DataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many spoiled files are read as they were meant, with nothing said about how they are written. */
class PollutionTest {
    private static final double ENOUGH = 0.98;

    private static final List<List<List<String>>> TABLES = List.of(
            table(24, "date", "time zone", "city", "price", "amount", "note"),
            table(9, "id", "name", "city", "score"),
            table(60, "city", "height", "price"),
            table(4, "name", "city", "score"),
            table(15, "time zone", "city", "note"),
            table(12, "price", "amount"));

    private static List<List<String>> table(int rows, String... names) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(names));
        for (int i = 0; i < rows; i++) {
            List<String> row = new ArrayList<>();
            for (String name : names) {
                row.add(cell(name, i));
            }
            table.add(row);
        }
        return table;
    }

    private static String cell(String name, int i) {
        return switch (name) {
            case "date" -> String.format(Locale.ROOT, "2020-%02d-%02d", 1 + i % 12, 1 + i % 28);
            case "id" -> Integer.toString(1 + i);
            case "price" -> String.format(Locale.ROOT, "%.2f", 3 + i * 7.35 % 100);
            case "amount", "score" -> Integer.toString(i * 37 % 101);
            case "height" -> i % 7 == 3 ? "" : Double.toString(150 + i * 1.5);
            case "city" -> List.of("Paris", "New York", "Rio", "Kyoto", "Saint-Denis, La Réunion").get(i % 5);
            case "note" -> i % 6 == 0 ? "said \"yes\"" : i % 4 == 0 ? "" : "it's fine";
            default -> "word" + (char) ('a' + i % 26);
        };
    }

    @Test
    void nearlyAllSpoiledFilesAreReadAsTheyWereMeant() {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> failed = new ArrayList<>();
        int all = 0;
        for (List<List<String>> table : TABLES) {
            for (Pollution pollution : Pollution.of(table.get(0), table.subList(1, table.size()))) {
                String failure = failure(pollution);
                counts.computeIfAbsent(pollution.kind(), kind -> new int[2])[failure == null ? 0 : 1]++;
                all++;
                if (failure != null) {
                    failed.add(pollution.kind() + ": " + failure);
                }
            }
        }
        double share = 1 - failed.size() / (double) all;
        counts.forEach((kind, count) -> System.out.printf("%-26s %4d of %4d%n", kind, count[0], count[0] + count[1]));
        System.out.printf(Locale.ROOT, "read as meant: %.2f %% of %d files%n", 100 * share, all);
        failed.stream().limit(60).forEach(System.out::println);
        assertTrue(share >= ENOUGH, () -> share + " " + failed.subList(0, Math.min(10, failed.size())));
    }

    private static String failure(Pollution pollution) {
        try {
            return difference(pollution, Reading.of(pollution.text()));
        } catch (DataException refused) {
            return refused.getMessage();
        }
    }

    private static String difference(Pollution pollution, Reading reading) {
        List<Column> columns = reading.columns();
        List<String> names = columns.stream().map(Column::name).toList();
        if (!names.equals(pollution.names())) {
            return "names " + names;
        }
        if (columns.get(0).size() != pollution.rows().size()) {
            return columns.get(0).size() + " rows instead of " + pollution.rows().size();
        }
        for (int i = 0; i < pollution.rows().size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                String meant = pollution.rows().get(i).get(j);
                if (!same(meant, columns.get(j), i)) {
                    return "row " + i + ", " + names.get(j) + ": " + columns.get(j).text(i) + " instead of " + meant;
                }
            }
        }
        return null;
    }

    private static boolean same(String meant, Column column, int row) {
        if (meant.isEmpty() || column.isMissing(row)) {
            return meant.isEmpty() && column.isMissing(row);
        }
        return switch (column.type()) {
            case NUMBER -> Double.parseDouble(meant) == column.number(row);
            default -> meant.equals(column.text(row));
        };
    }
}
