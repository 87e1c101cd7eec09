package downhill.data.csv;

import downhill.words.Said;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether the first row of a table holds names. */
final class HeaderGuess {
    private static final double MOST = 0.8;

    private final List<String> first;
    private final List<List<String>> rest;
    private final CellShapes shapes;

    private HeaderGuess(List<List<String>> rows, CellShapes shapes) {
        this.first = rows.get(0);
        this.rest = rows.subList(1, rows.size()).stream().filter(row -> !row.equals(first)).toList();
        this.shapes = shapes;
    }

    /** The decision "header", its value "yes" or "no". */
    static Decision of(List<List<String>> rows, CellShapes shapes) {
        return new HeaderGuess(rows, shapes).decide();
    }

    private Decision decide() {
        int names = 0;
        int values = 0;
        int typedColumns = 0;
        String example = "";
        for (int j = 0; j < first.size(); j++) {
            if (!isTyped(j)) {
                continue;
            }
            typedColumns++;
            if (shapes.of(first.get(j)) == Shape.TEXT || isOfAnotherKind(j)) {
                names++;
                example = first.get(j);
            } else if (!first.get(j).isEmpty()) {
                values++;
            }
        }
        if (names > 0 && names >= values) {
            return decision(true, Said.of("csv.header.above", example), values == 0);
        }
        if (values > 0 && areYears()) {
            return decision(true, Said.of("csv.header.years"), false);
        }
        if (values > 0 && countsUp(first) && rest.stream().noneMatch(HeaderGuess::countsUp) && hasFractions()) {
            return decision(true, Said.of("csv.header.counts"), false);
        }
        return typedColumns > 0 ? decision(false, Said.of("csv.header.like"), names == 0) : texts();
    }

    private Decision decision(boolean header, Said reason, boolean sure) {
        return new Decision("header", header ? "yes" : "no", reason, sure);
    }

    /** Whether most cells below are of one clear kind. */
    private boolean isTyped(int column) {
        long typed = 0;
        long filled = 0;
        for (List<String> row : rest) {
            Shape shape = column < row.size() ? shapes.of(row.get(column)) : Shape.EMPTY;
            filled += shape.isMissing() ? 0 : 1;
            typed += shape != Shape.TEXT && !shape.isMissing() ? 1 : 0;
        }
        return filled > 0 && typed >= MOST * filled;
    }

    /** A date or a truth value above numbers alone. */
    private boolean isOfAnotherKind(int column) {
        Shape shape = shapes.of(first.get(column));
        boolean date = shape == Shape.CLEAR_DATE || shape == Shape.NUMERIC_DATE;
        return (date || shape == Shape.TRUTH) && rest.stream().allMatch(row -> {
            Shape below = column < row.size() ? shapes.of(row.get(column)) : Shape.EMPTY;
            return below.isMissing() || below.isNumeric();
        });
    }

    /** Whole numbers above whole numbers may be values like them. */
    private boolean hasFractions() {
        return rest.stream().anyMatch(row -> row.stream().skip(1)
                .anyMatch(cell -> shapes.of(cell) == Shape.POINT || shapes.of(cell) == Shape.COMMA));
    }

    /** 0, 1, 2 or 1, 2, 3 and so on behind a corner that is empty or holds a text. */
    private static boolean countsUp(List<String> row) {
        int corner = row.isEmpty() || row.get(0).matches("[01]") ? 0 : 1;
        boolean text = corner == 0 || row.get(0).isEmpty() || !row.get(0).matches(".*\\d.*");
        if (!text || row.size() - corner < 3 || !row.get(corner).matches("[01]")) {
            return false;
        }
        int start = Integer.parseInt(row.get(corner));
        for (int j = corner; j < row.size(); j++) {
            if (!row.get(j).equals(String.valueOf(start + j - corner))) {
                return false;
            }
        }
        return true;
    }

    private boolean areYears() {
        double before = 0;
        int years = 0;
        for (String cell : first) {
            if (cell.matches("(1[89]|20)\\d\\d")) {
                int year = Integer.parseInt(cell);
                if (years > 0 && year <= before) {
                    return false;
                }
                before = year;
                years++;
            } else if (shapes.of(cell) != Shape.TEXT) {
                return false;
            }
        }
        return years >= 2 && rest.stream().noneMatch(row -> row.stream().anyMatch(cell -> cell.matches("(1[89]|20)\\d\\d")));
    }

    private Decision texts() {
        Set<String> different = first.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        boolean allText = first.stream().allMatch(cell -> cell.isEmpty() || shapes.of(cell) == Shape.TEXT && !Candidate.isKnownText(cell));
        if (rest.isEmpty()) {
            return decision(allText, allText ? Said.of("csv.header.only.text") : Said.of("csv.header.only.values"), false);
        }
        if (!allText) {
            return decision(false, Said.of("csv.header.values"), false);
        }
        if (different.size() < first.size() && new HashSet<>(first).stream().anyMatch(cell -> !cell.isEmpty() && recurs(cell))) {
            return decision(false, Said.of("csv.header.repeats"), false);
        }
        for (int j = 0; j < first.size(); j++) {
            int column = j;
            if (rest.stream().anyMatch(row -> column < row.size() && !row.get(column).isEmpty()
                    && row.get(column).equals(first.get(column)))) {
                return decision(false, Said.of("csv.header.again", first.get(j)), false);
            }
        }
        return decision(true, Said.of("csv.header.texts"), false);
    }

    private boolean recurs(String cell) {
        return rest.stream().anyMatch(row -> row.contains(cell));
    }
}
