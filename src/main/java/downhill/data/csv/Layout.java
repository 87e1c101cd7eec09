package downhill.data.csv;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of a file.
 *
 * @param header     first row, or null if it holds no names
 * @param originals  name of each column as the file has it, "" where it has none
 * @param names      name of each column in the table: not blank, different from the others without regard to case
 * @param numeric    whether the cells at the beginning of the file are numbers
 * @param decision   what was unusual about the header, or null
 */
record Layout(List<String> header, List<String> originals, List<String> names, boolean[] numeric, Decision decision) {
    private static final double MOSTLY = 0.6;
    private static final String ROW_NAME = "row_name";

    /** @param rowNames whether a first column without a name holds the names of the rows, or null to find out */
    static Layout of(Sampled sampled, CellShapes shapes, Boolean rowNames) {
        List<List<String>> rows = sampled.rows();
        boolean named = sampled.dialect().header() && !rows.isEmpty();
        List<String> header = named ? rows.get(0) : null;
        List<List<String>> data = named ? rows.subList(1, rows.size()) : rows;
        int fields = fields(header, data);
        Named columns = named ? named(header, data, fields, rowNames) : new Named(new ArrayList<>(List.of()), null);
        List<String> originals = columns.names;
        while (originals.size() < fields) {
            originals.add("");
        }
        List<String> kept = originals.subList(0, fields);
        return new Layout(header, List.copyOf(kept), unique(kept), numeric(data, fields, shapes), columns.decision);
    }

    int fields() {
        return names.size();
    }

    private static int fields(List<String> header, List<List<String>> data) {
        if (data.isEmpty()) {
            return header == null ? 0 : header.size();
        }
        int usual = new Sampled(null, data, List.of(), 0, 0, 0).usualFields();
        if (header == null || header.size() == usual) {
            return usual;
        }
        long fitting = data.stream().filter(row -> row.size() == header.size() || Candidate.onlyEmptyBeyond(row, header.size())).count();
        boolean mostly = fitting * 2 >= data.size();
        boolean longHeader = header.size() > usual && !(header.size() == usual + 1 && header.get(usual).isEmpty());
        boolean occurs = data.stream().anyMatch(row -> row.size() == header.size());
        return mostly || longHeader && occurs || longHeader && header.size() > usual + 1 ? header.size() : usual;
    }

    private record Named(List<String> names, Decision decision) {
    }

    private static Named named(List<String> header, List<List<String>> data, int fields, Boolean rowNames) {
        List<String> names = new ArrayList<>(header);
        if (header.size() == fields) {
            if (Boolean.TRUE.equals(rowNames) && header.get(0).isBlank()) {
                names.set(0, ROW_NAME);
            }
            return new Named(names, null);
        }
        if (header.size() == fields - 1 && (rowNames == null ? allDifferent(data) : rowNames)) {
            names.add(0, ROW_NAME);
            Said why = rowNames != null ? Said.of("csv.header.second")
                    : Said.reasons(List.of(Said.of("csv.header.oneLess"), Said.of("csv.header.rowNames")));
            return new Named(names, new Decision("header", "yes", why, rowNames != null));
        }
        int unnamed = fields - header.size();
        String fewer = unnamed == 1 ? "csv.header.unnamed.one" : "csv.header.unnamed";
        Said what = unnamed <= 0 ? Said.of("csv.header.oneMore") : Said.of(fewer, unnamed);
        return new Named(names, new Decision("header", "yes", what, false));
    }

    private static boolean allDifferent(List<List<String>> data) {
        HashSet<String> seen = new HashSet<>();
        return data.stream().allMatch(row -> seen.add(row.get(0)));
    }

    private static List<String> unique(List<String> originals) {
        List<String> names = new ArrayList<>();
        HashSet<String> taken = new HashSet<>();
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < originals.size(); i++) {
            String base = Texts.name(originals.get(i));
            base = base.isEmpty() ? "column_" + (i + 1) : base;
            String name = base;
            String key = base.toLowerCase(Locale.ROOT);
            while (!taken.add(name.toLowerCase(Locale.ROOT))) {
                name = base + "_" + last.merge(key, 1, (n, one) -> n + one);
                if (last.get(key) == 1) {
                    last.put(key, 2);
                    name = base + "_2";
                }
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static boolean[] numeric(List<List<String>> data, int fields, CellShapes shapes) {
        boolean[] numeric = new boolean[fields];
        for (int j = 0; j < fields; j++) {
            int numbers = 0;
            int filled = 0;
            for (List<String> row : data) {
                Shape shape = j < row.size() ? shapes.of(row.get(j)) : Shape.EMPTY;
                numbers += shape.isNumeric() ? 1 : 0;
                filled += shape.isMissing() ? 0 : 1;
            }
            numeric[j] = filled > 0 && numbers >= MOSTLY * filled;
        }
        return numeric;
    }
}
