package downhill.data.csv;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.ImportOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the columns of a file are read piece by piece: which are wanted, how their cells are written, which are only passed on.
 *
 * @param wanted indexes of the columns that become numbers or labels
 * @param shown  indexes of the columns that are passed on: all but those without name and value
 */
record StreamPlan(Layout layout, Types types, int[] wanted, int[] shown) {

    /** @param chosen types of the wanted columns by name; null as a type is to be found out */
    static StreamPlan of(List<ColumnFacts> facts, Opening opening, ImportOptions options, Map<String, ColumnType> chosen) {
        Layout layout = opening.layout();
        Map<String, ColumnType> types = new HashMap<>();
        layout.names().forEach(name -> types.put(name, ColumnType.TEXT));
        List<Integer> wanted = new ArrayList<>();
        chosen.forEach((name, type) -> {
            int place = place(layout.names(), name);
            if (place >= 0) {
                wanted.add(place);
                types.put(layout.names().get(place), type);
            }
        });
        types.values().removeIf(type -> type == null);
        int[] shown = IntStream.range(0, layout.fields()).filter(j -> layout.header() == null || !layout.originals().get(j).isBlank()
                || facts.get(j).filled() > 0).toArray();
        return new StreamPlan(layout, Types.of(facts, layout, options, types), wanted.stream().mapToInt(j -> j).sorted().toArray(), shown);
    }

    /** The column of that name, or else the first that differs in case only; −1 if there is none. */
    private static int place(List<String> names, String name) {
        int exact = names.indexOf(name);
        return exact >= 0 ? exact : IntStream.range(0, names.size()).filter(j -> names.get(j).equalsIgnoreCase(name)).findFirst().orElse(-1);
    }

    /** Whether the cells would be read and shown alike. */
    boolean isLike(StreamPlan other) {
        return types.storeLike(other.types) && java.util.Arrays.equals(shown, other.shown);
    }

    String name(int column) {
        return layout.names().get(column);
    }

    boolean wants(String column) {
        return IntStream.of(wanted).anyMatch(j -> name(j).equals(column));
    }

    List<String> shownNames() {
        return shown(layout.names());
    }

    /** The cells of the columns that are passed on. */
    List<String> shown(List<String> row) {
        if (shown.length == layout.fields() && row.size() == shown.length) {
            return row;
        }
        return IntStream.of(shown).mapToObj(row::get).toList();
    }

    List<CellSink> sinks(Shapes shapes) {
        List<CellSink> sinks = new ArrayList<>(java.util.Collections.nCopies(layout.fields(), IGNORED));
        List<CellSink> all = types.sinks(shapes, false);
        for (int j : wanted) {
            sinks.set(j, all.get(j));
        }
        return sinks;
    }

    /** A column that is passed on and otherwise of no interest. */
    private static final CellSink IGNORED = new CellSink() {
        @Override
        public ProblemKind put(int row, Shape shape, char[] chars, int start, int end) {
            return null;
        }

        @Override
        public Column column(String name, int rows) {
            throw new IllegalStateException("this column was not kept");
        }

        @Override
        public long bad() {
            return 0;
        }
    };
}
