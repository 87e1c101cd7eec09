package downhill.data.csv;

import downhill.data.DialectChoice;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;

/** Decides for the whole file how numbers are written, from the cells that leave no doubt. */
final class StyleGuess {
    private final List<ColumnFacts> columns;

    StyleGuess(List<ColumnFacts> columns) {
        this.columns = columns.stream().filter(facts -> facts.numeric() * 2 > facts.filled()).toList();
    }

    private long count(Shape... shapes) {
        long sum = 0;
        for (Shape shape : shapes) {
            for (ColumnFacts facts : columns) {
                sum += facts.count(shape);
            }
        }
        return sum;
    }

    /** What was said, and for the rest what is likely beside it. */
    NumberStyle style(DialectChoice said) {
        String thousands = said.thousands();
        if (said.decimal() == null && thousands == null) {
            return guess();
        }
        char decimal = said.decimal() != null ? said.decimal().charAt(0) : decimalBeside(thousands);
        char found = decimal == ',' ? commaGrouping() : pointGrouping(count(Shape.POINT, Shape.COMMA_GROUPS_POINT, Shape.COMMA_GROUPS));
        return new NumberStyle(decimal, thousands == null ? found : mark(thousands));
    }

    private char decimalBeside(String thousands) {
        return switch (thousands) {
            case "," -> '.';
            case "." -> ',';
            default -> guess().decimal();
        };
    }

    private static char mark(String thousands) {
        return thousands == null || thousands.isEmpty() ? 0 : thousands.charAt(0);
    }

    /** Whether any number has a mark in it. */
    boolean hasMarks() {
        return count(Shape.POINT, Shape.POINT_OR_GROUPS, Shape.POINT_GROUPS, Shape.COMMA, Shape.COMMA_OR_GROUPS, Shape.COMMA_GROUPS,
                Shape.COMMA_GROUPS_POINT, Shape.POINT_GROUPS_COMMA, Shape.SPACE_GROUPS_COMMA) > 0;
    }

    /**
     * The way of another file, where this one does not clearly have its own. A point or comma that may as well be the other
     * mark is taken for thousands only if the other file did so, or this one shows its decimal mark itself.
     *
     * @param said    what a person said, which goes before all
     * @param decimal of the other file
     * @param thousands of the other file, empty where it was said to have none, null where it had none
     */
    NumberStyle like(DialectChoice said, String decimal, String thousands) {
        NumberStyle own = style(said.decimal() == null ? said.withDecimal(decimal) : said);
        if (said.thousands() != null || said.decimal() != null) {
            return own;
        }
        if (contradicts(decimal)) {
            return style(said);
        }
        if (thousands != null && thousands.isEmpty()) {
            return new NumberStyle(own.decimal(), (char) 0);
        }
        boolean comma = own.decimal() == ',';
        boolean sure = comma ? count(Shape.POINT_GROUPS, Shape.POINT_GROUPS_COMMA, Shape.SPACE_GROUPS, Shape.SPACE_GROUPS_COMMA) > 0
                : count(Shape.COMMA_GROUPS, Shape.COMMA_GROUPS_POINT, Shape.SPACE_GROUPS, Shape.APOSTROPHE_GROUPS) > 0;
        boolean shown = comma ? count(Shape.COMMA) > 0 : count(Shape.POINT) > 0;
        if (sure || shown && own.grouping() != 0) {
            return own;
        }
        char usual = mark(thousands);
        return new NumberStyle(usual == own.decimal() ? other(usual) : own.decimal(), usual);
    }

    private static char other(char mark) {
        return mark == ',' ? '.' : ',';
    }

    /** Whether all numbers that tell their decimal mark have the other one. */
    private boolean contradicts(String decimal) {
        long points = count(Shape.POINT, Shape.COMMA_GROUPS, Shape.COMMA_GROUPS_POINT);
        long commas = count(Shape.COMMA, Shape.POINT_GROUPS, Shape.POINT_GROUPS_COMMA, Shape.SPACE_GROUPS_COMMA);
        return decimal != null && (decimal.equals(",") ? commas == 0 && points > 0 : points == 0 && commas > 0);
    }

    private NumberStyle guess() {
        long point = count(Shape.POINT, Shape.COMMA_GROUPS_POINT, Shape.COMMA_GROUPS);
        long comma = count(Shape.COMMA, Shape.POINT_GROUPS_COMMA, Shape.POINT_GROUPS, Shape.SPACE_GROUPS_COMMA);
        return comma > point ? new NumberStyle(',', commaGrouping()) : new NumberStyle('.', pointGrouping(point));
    }

    private char commaGrouping() {
        if (count(Shape.SPACE_GROUPS, Shape.SPACE_GROUPS_COMMA) > 0) {
            return ' ';
        }
        return count(Shape.POINT_GROUPS, Shape.POINT_GROUPS_COMMA, Shape.POINT_OR_GROUPS) > 0 ? '.' : 0;
    }

    private char pointGrouping(long points) {
        long sure = count(Shape.COMMA_GROUPS, Shape.COMMA_GROUPS_POINT);
        if (sure > 0 || points > 0 && count(Shape.COMMA_OR_GROUPS) > 0) {
            return ',';
        }
        if (count(Shape.SPACE_GROUPS) > 0) {
            return ' ';
        }
        return count(Shape.APOSTROPHE_GROUPS) > 0 ? '\'' : 0;
    }

    /** The decisions to show. */
    List<Decision> decisions(NumberStyle style, String delimiter, DialectChoice said) {
        boolean comma = style.decimal() == ',';
        long seen = comma ? count(Shape.COMMA, Shape.POINT_GROUPS_COMMA) : count(Shape.POINT);
        boolean doubtful = !comma && seen == 0 && count(Shape.POINT_OR_GROUPS) > 0 && !delimiter.equals(",");
        boolean contradicted = comma ? count(Shape.POINT) > 0 : count(Shape.COMMA) > 0;
        Said usual = doubtful ? Said.reasons(List.of(Said.of("csv.usual"), Said.of("csv.decimal.doubt", "1.234"))) : Said.of("csv.usual");
        Said reason = seen == 0 ? usual : Said.of("csv.decimal", seen);
        Decision decimal = said.decimal() != null ? Decision.chosen("decimal", said.decimal())
                : new Decision("decimal", String.valueOf(style.decimal()), reason, !doubtful && !contradicted
                        && !(comma && delimiter.equals(",")));
        List<Decision> decisions = new ArrayList<>(List.of(decimal));
        if (said.thousands() != null) {
            decisions.add(Decision.chosen("thousands", said.thousands()));
        } else if (style.grouping() != 0) {
            decisions.add(new Decision("thousands", String.valueOf(style.grouping()), Said.of("csv.thousands"), false));
        }
        return decisions;
    }
}
