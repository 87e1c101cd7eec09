package downhill.data.csv;

import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.words.Said;
import java.util.Map;

/**
 * What the values of a column are, decided on all its cells.
 *
 * @param dashMissing whether a lone - or ? means "no value"
 * @param order       order of day and month in dates
 * @param problem     what a person should know, or null
 */
record TypeGuess(ColumnType type, Said why, boolean dashMissing, Dates.Order order, ProblemKind problem) {
    private static final double TOLERATED = 0.05;
    private static final int FEW = 20;
    private static final int MANY = 1000;
    private static final int SMALL = 10;
    /** Reasons that are told of in the list of problems, too, and their sentences there. */
    private static final Map<String, String> SENTENCES = Map.ofEntries(Map.entry("csv.why.missing", "csv.say.empty"),
            Map.entry("csv.why.large.one", "csv.say.large.one"), Map.entry("csv.why.large", "csv.say.large"),
            Map.entry("csv.why.rounded.one", "csv.say.rounded.one"), Map.entry("csv.why.rounded", "csv.say.rounded"),
            Map.entry("csv.why.zeros", "csv.say.zeros"), Map.entry("csv.why.units", "csv.say.units"),
            Map.entry("csv.why.comma", "csv.say.ambiguous"), Map.entry("csv.why.marks", "csv.say.otherWay"),
            Map.entry("csv.why.years", "csv.say.shortYears"), Map.entry("csv.why.different", "csv.say.different"),
            Map.entry("csv.why.different.most", "csv.say.different.most"), Map.entry("csv.why.missingOrValue", "csv.say.missingOrValue"),
            Map.entry("csv.why.dates.open", "csv.say.dates"), Map.entry("csv.why.dates.differ", "csv.say.datesDiffer"));

    static TypeGuess of(ColumnFacts facts, NumberStyle style, DateStyle dates) {
        long filled = facts.filled();
        if (filled == 0) {
            return new TypeGuess(ColumnType.NUMBER, Said.of("csv.why.missing"), false, Dates.Order.NONE, ProblemKind.MISSING_ONLY);
        }
        long dashes = facts.count(Shape.DASH);
        long numbers = facts.accepted(style);
        boolean dashMissing = numbers > 0 && numbers + dashes >= filled * (1 - TOLERATED) && dashes > 0;
        TypeGuess number = number(facts, filled - (dashMissing ? dashes : 0), numbers, dashMissing);
        return number != null ? number : other(facts, filled, numbers, dates);
    }

    /** The type that a person asked for. */
    static TypeGuess chosen(ColumnType type, Dates.Order order) {
        Dates.Order read = type == ColumnType.DATE ? order : Dates.Order.NONE;
        return new TypeGuess(type, Said.of("csv.chosen"), type == ColumnType.NUMBER, read, null);
    }

    /** The reason as a sentence of its own; only where there is a problem. */
    Said sentence() {
        return new Said(SENTENCES.get(why.key()), why.arguments());
    }

    /** Whether cells are stored in the same way. */
    boolean storesLike(TypeGuess other) {
        return type == other.type && dashMissing == other.dashMissing && order == other.order;
    }

    /** The kind of sink for a type, with room for so many rows at first. */
    CellSink sink(int rows, CellShapes shapes, NumberStyle style, boolean units) {
        return type == ColumnType.NUMBER ? new NumberSink(rows, shapes, style, dashMissing, units) : new LabelSink(type, order, rows);
    }

    private static TypeGuess number(ColumnFacts facts, long filled, long numbers, boolean dashMissing) {
        long zeros = facts.count(Shape.LEADING_ZERO);
        long bad = filled - numbers;
        if (zeros > 0 || !isMost(numbers, filled)) {
            return null;
        }
        long big = facts.count(Shape.BIG_INTEGER);
        boolean fractions = facts.count(Shape.POINT) + facts.count(Shape.COMMA) > 0;
        if (big > 0 && !fractions) {
            return label(facts, filled, Said.of(big == 1 ? "csv.why.large.one" : "csv.why.large", big), ProblemKind.PRECISION);
        }
        if (big > 0) {
            return new TypeGuess(ColumnType.NUMBER, Said.of(big == 1 ? "csv.why.rounded.one" : "csv.why.rounded", big), dashMissing,
                    Dates.Order.NONE, ProblemKind.PRECISION);
        }
        Said reason = bad == 0 ? Said.of("csv.why.numbers") : Said.of("csv.why.numbers.most", numbers, filled);
        return new TypeGuess(ColumnType.NUMBER, reason, dashMissing, Dates.Order.NONE, null);
    }

    private static TypeGuess other(ColumnFacts facts, long filled, long numbers, DateStyle dates) {
        if (facts.count(Shape.TRUTH) == filled && facts.isOnePair()) {
            return new TypeGuess(ColumnType.BOOLEAN, Said.of("csv.why.yesno"), false, Dates.Order.NONE, null);
        }
        TypeGuess date = date(facts, filled, dates);
        if (date != null) {
            return date;
        }
        if (facts.count(Shape.LEADING_ZERO) > 0 && facts.count(Shape.LEADING_ZERO) + numbers == filled) {
            return label(facts, filled, Said.of("csv.why.zeros"), ProblemKind.LEADING_ZEROS);
        }
        if (facts.count(Shape.UNIT) > 0 && facts.count(Shape.UNIT) + numbers == filled) {
            return label(facts, filled, Said.of("csv.why.units"), ProblemKind.UNITS);
        }
        if (facts.count(Shape.COMMA_OR_GROUPS) > 0 && facts.numeric() == filled) {
            return label(facts, filled, Said.of("csv.why.comma", facts.example(Shape.COMMA_OR_GROUPS)), ProblemKind.AMBIGUOUS_NUMBER);
        }
        if (facts.numeric() == filled) {
            return label(facts, filled, Said.of("csv.why.marks"), ProblemKind.AMBIGUOUS_NUMBER);
        }
        if (areShortYears(facts, filled)) {
            return label(facts, filled, Said.of("csv.why.years"), ProblemKind.SHORT_YEARS);
        }
        TypeGuess guess = label(facts, filled, Said.of(facts.distinctTexts() > MANY ? "csv.why.different.most" : "csv.why.different",
                facts.distinctTexts()), null);
        return guess.problem != null ? guess : facts.doubtedWord().map(guess::doubting).orElse(guess);
    }

    private TypeGuess doubting(String word) {
        return new TypeGuess(type, Said.of("csv.why.missingOrValue", word), dashMissing, order,
                ProblemKind.MISSING_OR_VALUE);
    }

    private static boolean areShortYears(ColumnFacts facts, long filled) {
        long others = facts.count(Shape.TEXT) + facts.count(Shape.CLEAR_DATE) + facts.count(Shape.NUMERIC_DATE);
        return others == filled && isMost(facts.shortYears(), facts.words());
    }

    private static TypeGuess date(ColumnFacts facts, long filled, DateStyle dates) {
        long clear = facts.count(Shape.CLEAR_DATE);
        long numeric = facts.count(Shape.NUMERIC_DATE);
        if (!isMost(clear + numeric, filled)) {
            return null;
        }
        Said all = clear + numeric == filled ? Said.of("csv.why.dates") : Said.of("csv.why.dates.most", clear + numeric, filled);
        if (numeric == 0) {
            return new TypeGuess(ColumnType.DATE, all, false, Dates.Order.ISO, null);
        }
        Dates.Order order = dates.order(facts);
        return switch (order) {
            case DAY_FIRST -> new TypeGuess(ColumnType.DATE, Said.of("csv.why.dates.day", all), false, order, null);
            case MONTH_FIRST -> new TypeGuess(ColumnType.DATE, Said.of("csv.why.dates.month", all), false, order, null);
            default -> label(facts, filled, order == Dates.Order.AMBIGUOUS ? Said.of("csv.why.dates.open")
                    : Said.of("csv.why.dates.differ"), ProblemKind.AMBIGUOUS_DATE);
        };
    }

    /** Whether so few cells are of another kind that these are rather mistaken than the kind. */
    private static boolean isMost(long fitting, long filled) {
        long bad = filled - fitting;
        return fitting > 0 && (bad == 0 || bad <= TOLERATED * filled || bad == 1 && fitting >= 4);
    }

    private static TypeGuess label(ColumnFacts facts, long filled, Said reason, ProblemKind problem) {
        int distinct = facts.distinctTexts();
        boolean identifier = distinct >= filled && filled >= SMALL || distinct > FEW && (distinct * 2L > filled || distinct > MANY);
        ColumnType type = identifier ? ColumnType.TEXT : ColumnType.CATEGORY;
        return new TypeGuess(type, reason, false, Dates.Order.NONE, problem == null && identifier ? ProblemKind.IDENTIFIER : problem);
    }
}
