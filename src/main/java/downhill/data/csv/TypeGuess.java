package downhill.data.csv;

import downhill.data.ColumnType;
import downhill.data.Dates;

/**
 * What the values of a column are, decided on all its cells.
 *
 * @param dashMissing whether a lone - or ? means "no value"
 * @param order       order of day and month in dates
 * @param problem     what a person should know, or null
 */
record TypeGuess(ColumnType type, String reason, boolean dashMissing, Dates.Order order, ProblemKind problem) {
    private static final double TOLERATED = 0.05;
    private static final int FEW = 20;
    private static final int MANY = 1000;
    private static final int SMALL = 10;

    static TypeGuess of(ColumnFacts facts, NumberStyle style, DateStyle dates) {
        long filled = facts.filled();
        if (filled == 0) {
            return new TypeGuess(ColumnType.NUMBER, "all values are missing", false, Dates.Order.NONE, ProblemKind.MISSING_ONLY);
        }
        long dashes = facts.count(Shape.DASH);
        long numbers = facts.accepted(style);
        boolean dashMissing = numbers > 0 && numbers + dashes >= filled * (1 - TOLERATED) && dashes > 0;
        TypeGuess number = number(facts, filled - (dashMissing ? dashes : 0), numbers, dashMissing);
        return number != null ? number : other(facts, filled, numbers, dates);
    }

    /** The type that a person asked for. */
    static TypeGuess chosen(ColumnType type, Dates.Order order) {
        return new TypeGuess(type, "chosen", type == ColumnType.NUMBER, type == ColumnType.DATE ? order : Dates.Order.NONE, null);
    }

    /** Whether cells are stored in the same way. */
    boolean storesLike(TypeGuess other) {
        return type == other.type && dashMissing == other.dashMissing && order == other.order;
    }

    /** The kind of sink for a type, with room for so many rows at first. */
    CellSink sink(int rows, Shapes shapes, NumberStyle style, boolean units) {
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
            return label(facts, filled, tooLarge(big) + " as numbers", ProblemKind.PRECISION);
        }
        if (big > 0) {
            return new TypeGuess(ColumnType.NUMBER, tooLarge(big) + " and so rounded", dashMissing,
                    Dates.Order.NONE, ProblemKind.PRECISION);
        }
        String reason = bad == 0 ? "all values are numbers" : numbers + " of " + filled + " values are numbers";
        return new TypeGuess(ColumnType.NUMBER, reason, dashMissing, Dates.Order.NONE, null);
    }

    private static String tooLarge(long count) {
        return Texts.count(count, "whole number is", "whole numbers are") + " too large to be kept exactly";
    }

    private static TypeGuess other(ColumnFacts facts, long filled, long numbers, DateStyle dates) {
        if (facts.count(Shape.TRUTH) == filled && facts.isOnePair()) {
            return new TypeGuess(ColumnType.BOOLEAN, "all values say yes or no", false, Dates.Order.NONE, null);
        }
        TypeGuess date = date(facts, filled, dates);
        if (date != null) {
            return date;
        }
        if (facts.count(Shape.LEADING_ZERO) > 0 && facts.count(Shape.LEADING_ZERO) + numbers == filled) {
            return label(facts, filled, "digits with leading zeros are names, not quantities", ProblemKind.LEADING_ZEROS);
        }
        if (facts.count(Shape.UNIT) > 0 && facts.count(Shape.UNIT) + numbers == filled) {
            return label(facts, filled, "numbers with a percent or currency sign, or in brackets for a minus, are kept as text unless asked for", ProblemKind.UNITS);
        }
        if (facts.count(Shape.COMMA_OR_GROUPS) > 0 && facts.numeric() == filled) {
            return label(facts, filled, "\"" + facts.example(Shape.COMMA_OR_GROUPS) + "\" may have a decimal comma or thousands", ProblemKind.AMBIGUOUS_NUMBER);
        }
        if (facts.numeric() == filled) {
            return label(facts, filled, "numbers are written in another way than elsewhere in the file", ProblemKind.AMBIGUOUS_NUMBER);
        }
        if (areShortYears(facts, filled)) {
            return label(facts, filled, "dates with years of two digits, whose century is not guessed", ProblemKind.SHORT_YEARS);
        }
        TypeGuess guess = label(facts, filled, facts.distinctTexts() + (facts.distinctTexts() > MANY ? " or more" : "") + " different texts", null);
        return guess.problem != null ? guess : facts.doubtedWord().map(guess::doubting).orElse(guess);
    }

    private TypeGuess doubting(String word) {
        return new TypeGuess(type, "\"" + word + "\" was taken as missing, although it looks like the other texts", dashMissing, order,
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
        String all = clear + numeric == filled ? "all values are dates" : clear + numeric + " of " + filled + " values are dates";
        if (numeric == 0) {
            return new TypeGuess(ColumnType.DATE, all, false, Dates.Order.ISO, null);
        }
        Dates.Order order = dates.order(facts);
        return switch (order) {
            case DAY_FIRST -> new TypeGuess(ColumnType.DATE, all + " with the day first", false, order, null);
            case MONTH_FIRST -> new TypeGuess(ColumnType.DATE, all + " with the month first", false, order, null);
            default -> label(facts, filled, order == Dates.Order.AMBIGUOUS ? "dates whose day and month cannot be told apart"
                    : "dates written in different ways", ProblemKind.AMBIGUOUS_DATE);
        };
    }

    /** Whether so few cells are of another kind that these are rather mistaken than the kind. */
    private static boolean isMost(long fitting, long filled) {
        long bad = filled - fitting;
        return fitting > 0 && (bad == 0 || bad <= TOLERATED * filled || bad == 1 && fitting >= 4);
    }

    private static TypeGuess label(ColumnFacts facts, long filled, String reason, ProblemKind problem) {
        int distinct = facts.distinctTexts();
        boolean identifier = distinct >= filled && filled >= SMALL || distinct > FEW && (distinct * 2L > filled || distinct > MANY);
        ColumnType type = identifier ? ColumnType.TEXT : ColumnType.CATEGORY;
        return new TypeGuess(type, reason, false, Dates.Order.NONE, problem == null && identifier ? ProblemKind.IDENTIFIER : problem);
    }
}
