package downhill.data.csv;

import downhill.data.Column;
import downhill.data.ColumnReading;
import downhill.data.ColumnType;
import downhill.data.Dates.Order;
import downhill.data.ImportOptions;
import downhill.data.Reading;
import downhill.data.Wanted;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the columns of a file are read piece by piece: which are wanted, how their cells are written, which are only passed on.
 *
 * @param places  for each column wanted its index in the file, −1 where the file lacks it
 * @param shown   indexes of the columns that are passed on: all but those without name and value
 * @param guesses how the cells of each column of the file are read
 * @param units   whether percent and currency signs are taken off numbers
 */
record StreamPlan(Layout layout, Wanted wanted, int[] places, int[] shown, NumberStyle style, List<TypeGuess> guesses, boolean units) {
    private static final int FIRST_ROWS = 1024;

    static StreamPlan of(List<ColumnFacts> facts, Opening opening, ImportOptions options, Wanted wanted) {
        Layout layout = opening.layout();
        int[] places = ColumnMatch.of(layout, wanted);
        int[] shown = IntStream.range(0, layout.fields()).filter(j -> layout.header() == null || !layout.originals().get(j).isBlank()
                || facts.get(j).filled() > 0).toArray();
        NumberStyle style = style(facts, options, wanted, places);
        DateStyle dates = DateStyle.of(facts, options.said());
        TypeGuess[] guesses = new TypeGuess[layout.fields()];
        Arrays.fill(guesses, TypeGuess.chosen(ColumnType.TEXT, Order.NONE));
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                guesses[places[i]] = guess(wanted.columns().get(i), wanted.reading(), facts.get(places[i]), style, dates);
            }
        }
        return new StreamPlan(layout, wanted, places, shown, style, List.of(guesses), options.units());
    }

    /** By the reading of training where it is known; what the columns wanted show tells the rest. */
    private static NumberStyle style(List<ColumnFacts> facts, ImportOptions options, Wanted wanted, int[] places) {
        Reading reading = wanted.reading();
        if (reading == null) {
            return new StyleGuess(facts).style(options.said());
        }
        List<ColumnFacts> numbers = IntStream.range(0, places.length).filter(i -> places[i] >= 0
                && wanted.columns().get(i).type() == ColumnType.NUMBER).mapToObj(i -> facts.get(places[i])).toList();
        return new StyleGuess(numbers).like(options.said(), reading.decimal(), reading.thousands());
    }

    private static TypeGuess guess(Wanted.One one, Reading reading, ColumnFacts facts, NumberStyle style, DateStyle dates) {
        if (one.type() == null) {
            return TypeGuess.of(facts, style, dates);
        }
        String known = reading == null ? null : reading.column(one.name()).map(column -> column.dates()).orElse(null);
        boolean trained = dates.said() == null && known != null && Readings.opposite(known) != facts.dateOrder();
        return TypeGuess.chosen(one.type(), trained ? Readings.order(known) : dates.order(facts));
    }

    /** Whether the cells would be read and shown alike. */
    boolean isLike(StreamPlan other) {
        return style.equals(other.style) && Arrays.equals(shown, other.shown)
                && IntStream.range(0, guesses.size()).allMatch(j -> guesses.get(j).storesLike(other.guesses.get(j)));
    }

    boolean wants(String column) {
        return IntStream.of(places).anyMatch(j -> j >= 0 && layout.names().get(j).equals(column));
    }

    /** What the file calls each column wanted that it has. */
    Map<String, String> found() {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                found.put(wanted.columns().get(i).name(), layout.names().get(places[i]));
            }
        }
        return found;
    }

    /** A sentence for each column that is called otherwise than that of training. */
    List<Said> renamed() {
        List<Said> sentences = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            String name = wanted.columns().get(i).name();
            String known = wanted.reading() == null ? name : wanted.reading().column(name).map(ColumnReading::original).orElse(name);
            String here = places[i] < 0 ? name : Texts.name(layout.originals().get(places[i]));
            if (!here.isEmpty() && !here.equals(name) && !here.equals(Texts.name(known))) {
                sentences.add(Said.of("column.taken", here, Texts.name(known)));
            }
        }
        return sentences;
    }

    /** A sentence for each name that more columns have here than in training. */
    List<Said> repeated() {
        List<String> here = layout.originals().stream().map(String::strip).toList();
        List<String> known = wanted.reading() == null ? wanted.columns().stream().map(Wanted.One::name).toList()
                : wanted.reading().columns().values().stream().map(column -> column.original().strip()).toList();
        return IntStream.of(places).filter(j -> j >= 0).mapToObj(here::get).distinct().filter(name -> !name.isEmpty()
                && count(here, name) > count(known, name)).map(name -> Said.of("column.repeated", count(here, name), name,
                        count(known, name))).toList();
    }

    /** One at least: what is found under another name counts as that one. */
    private static int count(List<String> names, String name) {
        return Math.max(1, Collections.frequency(names, name));
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

    List<CellSink> sinks(CellShapes shapes) {
        List<CellSink> sinks = new ArrayList<>(Collections.nCopies(layout.fields(), IGNORED));
        IntStream.of(places).filter(j -> j >= 0).forEach(j -> sinks.set(j, guesses.get(j).sink(FIRST_ROWS, shapes, style, units)));
        return sinks;
    }

    /** The columns wanted, under the names by which they are. */
    List<Column> columns(List<CellSink> sinks, int rows) {
        return IntStream.range(0, places.length).filter(i -> places[i] >= 0)
                .mapToObj(i -> sinks.get(places[i]).column(wanted.columns().get(i).name(), rows)).toList();
    }

    /** A column that is passed on and otherwise of no interest. */
    private static final CellSink IGNORED = new CellSink() {
        @Override
        public ProblemKind put(int row, Shape shape, double value, char[] chars, int start, int end) {
            return null;
        }

        @Override
        public boolean fits(Shape shape, double value, char[] chars, int start, int end) {
            return true;
        }

        @Override
        public boolean putAll(int row, CellColumn cells) {
            return true;
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
