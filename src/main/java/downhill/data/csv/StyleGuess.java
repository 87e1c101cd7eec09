package downhill.data.csv;

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

    NumberStyle style() {
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
    List<Decision> decisions(NumberStyle style, String delimiter) {
        boolean comma = style.decimal() == ',';
        long seen = comma ? count(Shape.COMMA, Shape.POINT_GROUPS_COMMA) : count(Shape.POINT);
        boolean contradicted = comma ? count(Shape.POINT) > 0 : count(Shape.COMMA) > 0;
        Decision decimal = new Decision("decimal", String.valueOf(style.decimal()), seen == 0 ? "usual"
                : seen + " cells can be read in this way only", !contradicted && !(comma && delimiter.equals(",")));
        if (style.grouping() == 0) {
            return List.of(decimal);
        }
        return List.of(decimal, new Decision("thousands", String.valueOf(style.grouping()), "some numbers have groups of three digits", false));
    }
}
