package downhill.data.csv;

import downhill.data.ColumnType;
import downhill.data.ImportOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How numbers and dates are written and what each column holds. */
record Types(NumberStyle style, DateStyle dates, List<TypeGuess> guesses) {
    /** Decides from what the cells look like; what a person chose goes before. */
    static Types of(List<ColumnFacts> facts, Layout layout, ImportOptions options, Map<String, ColumnType> chosen) {
        NumberStyle style = new StyleGuess(facts).style(options.said());
        DateStyle dates = DateStyle.of(facts, options.said());
        List<TypeGuess> guesses = new ArrayList<>();
        for (int j = 0; j < layout.fields(); j++) {
            TypeGuess guess = TypeGuess.of(facts.get(j), style, dates);
            ColumnType type = chosen.get(layout.names().get(j));
            guesses.add(type == null || type == guess.type() ? guess : TypeGuess.chosen(type, dates.order(facts.get(j))));
        }
        return new Types(style, dates, guesses);
    }

    /** Whether a pass that expected the other types stored what these would have stored. */
    boolean storeLike(Types other) {
        boolean same = style.equals(other.style);
        for (int j = 0; j < guesses.size(); j++) {
            same &= guesses.get(j).storesLike(other.guesses.get(j));
        }
        return same;
    }

    /** A sink for each column, with room for so many rows at first. */
    List<CellSink> sinks(int rows, CellShapes shapes, boolean units) {
        return guesses.stream().map(guess -> guess.sink(rows, shapes, style, units)).toList();
    }
}
