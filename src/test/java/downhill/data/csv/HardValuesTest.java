package downhill.data.csv;

import static downhill.data.ColumnType.BOOLEAN;
import static downhill.data.ColumnType.CATEGORY;
import static downhill.data.ColumnType.DATE;
import static downhill.data.ColumnType.NUMBER;
import static downhill.data.ColumnType.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import downhill.data.BadCell;
import downhill.data.ImportOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 47 to 69, 72, 79 and 80 of the table of hard inputs in docs/csv.md: names and values. */
class HardValuesTest {
    private static final double NAN = Double.NaN;

    @Test
    @DisplayName("47: duplicate names")
    void duplicateNames() {
        Reading reading = Reading.of("a,a,A,b\n1,2,3,4\n5,6,7,8\n").names("a", "a_2", "A_3", "b");
        assertEquals(List.of("a", "a", "A", "b"), reading.report().columns().stream().map(ColumnReport::original).toList());
        reading.problem(ProblemKind.NAME_CHANGED, 0, "It is called a_2.");
    }

    @Test
    @DisplayName("48: empty names")
    void emptyNames() {
        Reading.of("a,, \n1,2,3\n5,6,7\n").names("a", "column_2", "column_3").problem(ProblemKind.NAME_CHANGED, 0, "has no name");
    }

    @Test
    @DisplayName("49: odd names")
    void oddNames() {
        String twins = "\u00E9t\u00E9,e\u0301te\u0301";
        Reading.of(twins + ",😀,مرحبا,\"two\nlines\"\n1,2,3,4,5\n6,7,8,9,0\n").names("été", "été_2", "😀", "مرحبا", "two lines");
        Reading long_ = Reading.of("x".repeat(10_000) + ",b\n1,2\n3,4\n");
        assertEquals(201, long_.columns().get(0).name().length());
        assertEquals(10_000, long_.report().columns().get(0).original().length());
    }

    @Test
    @DisplayName("50: names that start like formulas")
    void formulaNames() {
        Reading.of("=a,+b,@c\n1,2,3\n4,5,6\n").names("=a", "+b", "@c");
        assertEquals("'=a", CsvExport.harmless("=a"));
    }

    @Test
    @DisplayName("51: fewer names than columns")
    void shortHeader() {
        Reading.of("x,y\nr1,1,2\nr2,3,4\nr3,5,6\n").names("row_name", "x", "y").row(0, "r1", "1", "2").decided("header", "yes", false);
        Reading.of("x,y,z\n1,1,1,2,7\n1,2,3,4,8\n1,1,5,6,9\n").names("x", "y", "z", "column_4", "column_5");
    }

    @Test
    @DisplayName("52: text at row 30,000 of a column of numbers")
    void lateText() {
        StringBuilder text = new StringBuilder("x,y\n");
        IntStream.range(0, 40_000).forEach(i -> text.append(i == 30_000 ? "C" : String.valueOf(i)).append(",1.5\n"));
        Reading reading = Reading.of(text.toString()).types(NUMBER, NUMBER).rows(40_000)
                .problem(ProblemKind.NOT_A_NUMBER, 30_002,
                        "line 30002, column \"x\": \"C\" is not a number. It was taken as missing. To keep it: set x to text");
        assertEquals(1, reading.columns().get(0).missing());
        assertEquals(1, reading.report().columns().get(0).bad());
        Reading.of(text.toString(), ImportOptions.DEFAULT.withBadCell(BadCell.REJECT_ROW)).rows(39_999).rejected(1);
    }

    @Test
    @DisplayName("53: a label and a missing value, over and over, are no names of rows")
    void missingAmongLabels() {
        Reading.of("x,c\n" + "1.5,red\n2.5,NA\n3.5,blue\n4.5,\n".repeat(1100)).types(NUMBER, CATEGORY).row(1, "2.5", "·");
    }

    @Test
    @DisplayName("53: texts that mean missing, - and ? only among numbers")
    void missingTexts() {
        Reading.of("x,c\n1,a\nNA,n/a\nNaN,b\nnull,a\n-,b\n?,?\n,a\n7,-\n").numbers("x", 1, NAN, NAN, NAN, NAN, NAN, NAN, 7)
                .row(1, "·", "·").row(5, "·", "?").row(7, "7", "-");
        Reading.of("x,c\n1,a\n-999,b\n3,a\n", ImportOptions.DEFAULT.withMissing(List.of("-999"))).numbers("x", 1, NAN, 3);
    }

    @Test
    @DisplayName("54: a column of missing values only")
    void missingOnly() {
        Reading.of("x,y\nNA,1\n,2\n").numbers("x", NAN, NAN).problem(ProblemKind.MISSING_ONLY, 0, "not used as a feature");
    }

    @Test
    @DisplayName("55: infinities")
    void infinities() {
        Reading.of("x,y\n1,1\nInfinity,2\n-inf,3\n1e400,4\n2,5\n").numbers("x", 1, NAN, NAN, NAN, 2)
                .problem(ProblemKind.NOT_FINITE, 5, "\"1e400\" is not finite.");
    }

    @Test
    @DisplayName("56: underflow")
    void underflow() {
        Reading.of("x,y\n1e-400,1\n2,2\n").numbers("x", 0, 2).problem(ProblemKind.UNDERFLOW, 2, "taken as 0");
    }

    @Test
    @DisplayName("57: whole numbers past 2^53")
    void bigIntegers() {
        Reading.of("id,y\n9007199254740993,1\n9007199254740994,2\n").types(CATEGORY, NUMBER).row(0, "9007199254740993", "1")
                .problem(ProblemKind.PRECISION, 0, "too large to be kept exactly");
        Reading.of("id,y\n9007199254740992,1\n-9007199254740992,2\n").numbers("id", 9007199254740992d, -9007199254740992d);
        Reading.of("x,y\n123456789012345678901,1\n0.5,2\n").numbers("x", 123456789012345678901d, 0.5)
                .problem(ProblemKind.PRECISION, 0, "so rounded");
    }

    @Test
    @DisplayName("58: leading zeros")
    void leadingZeros() {
        Reading.of("zip,y\n00501,1\n10001,2\n").types(CATEGORY, NUMBER).row(0, "00501", "1")
                .problem(ProblemKind.LEADING_ZEROS, 0, "leading zeros");
        Reading.of("x,y\n0.5,1\n0,2\n-0.25,3\n").numbers("x", 0.5, 0, -0.25);
    }

    @Test
    @DisplayName("59: forms of numbers")
    void forms() {
        Reading.of("x,y\n+5,1\n5.,1\n.5,1\n1E3,1\n-1.5e-3,1\n").numbers("x", 5, 5, 0.5, 1000, -0.0015);
        for (String text : List.of("0x1F", "1_000", "1f", "1d", "0x1p3")) {
            Reading.of("x,y\n" + text + ",1\n" + text + ",2\n").types(CATEGORY, NUMBER).row(0, text, "1");
        }
    }

    @Test
    @DisplayName("60: digits and signs beyond ASCII")
    void unicodeNumbers() {
        Reading.of("x,y\n１２,1\n\u22125,2\n7,3\n").numbers("x", 12, -5, 7)
                .problem(ProblemKind.NORMALISED_NUMBER, 2, "as the number it shows");
    }

    @Test
    @DisplayName("61: percent and currency by choice")
    void units() {
        String text = "p,c\n12%,$3\n7.5%,$4.5\n";
        Reading.of(text).types(CATEGORY, CATEGORY).problem(ProblemKind.UNITS, 0, "say --units");
        Reading.of(text, ImportOptions.DEFAULT.withUnits(true)).numbers("p", 12, 7.5).numbers("c", 3, 4.5);
        Reading.of("c;n\n3 €;1\n-€4,5;2\n", ImportOptions.DEFAULT.withUnits(true)).numbers("c", 3, -4.5);
        Reading.of("c;n\n3,5 €;1,5\n-€4,5;2,5\n", ImportOptions.DEFAULT.withUnits(true)).numbers("c", 3.5, -4.5);
    }

    @Test
    @DisplayName("62: truth values")
    void truths() {
        Reading.of("a,b,c\ntrue,yes,yes\nFALSE,no,0\nTrue,YES,1\n").types(BOOLEAN, BOOLEAN, CATEGORY).row(1, "false", "no", "0");
        Reading.of("a,b\ntrue,1\nno,2\n").types(CATEGORY, NUMBER);
    }

    @Test
    @DisplayName("63: dates whose day and month cannot be told apart")
    void ambiguousDates() {
        Reading.of("d,y\n03/04/2020,1\n05/06/2020,2\n").types(CATEGORY, NUMBER)
                .problem(ProblemKind.AMBIGUOUS_DATE, 0, "cannot be told apart");
        Reading.of("d,y\n03/04/2020,1\n25/06/2020,2\n").types(DATE, NUMBER).row(0, "2020-04-03", "1");
        Reading.of("d,y\n03/04/2020,1\n2020-06-25,2\n").types(CATEGORY, NUMBER).problem(ProblemKind.AMBIGUOUS_DATE, 0, "different ways");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/98\n01/02/99", "31.12.98\n1.2.99", "98-12-31\n99-02-01", "12/31/98 10:30\n2/1/99 9:05",
            "31-Dec-98\n1-Feb-99", "31/12/98\n\n01/02/1999", "NA\n31/12/98\n01/02/99"})
    void datesWithYearsOfTwoDigitsStayTextAndSaySo(String dates) {
        Reading.of("y;d\n1;" + dates.replace("\n", "\n1;") + "\n").types(NUMBER, CATEGORY)
                .problem(ProblemKind.SHORT_YEARS, 0, "Dates with years of two digits, whose century is not guessed. The column is kept as text. Write the years with four digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3\n1.10.12", "40/50/98\n1/2/99", "31/12/98\nsoon", "12-30-15-01\n12-30-16-02", "10:30\n11:30"})
    void whatOnlyResemblesSuchDatesSaysNothing(String texts) {
        Reading reading = Reading.of("y;d\n1;" + texts.replace("\n", "\n1;") + "\n").types(NUMBER, CATEGORY);
        assertEquals(0, reading.report().count(ProblemKind.SHORT_YEARS));
    }

    @ParameterizedTest
    @CsvSource({"NA, NA ZA BW ZA BW", "Na, Na K Cl K H", "na, na za bw za bw", "None, None Mild Severe Mild", "none, low none high low",
        "Null, Smith Null Jones Smith", "NONE, HIGH LOW NONE LOW", ", NA yes maybe yes", ", NA M F M", ", NA Red Blue Red",
        ", null red blue red", ", NULL RED BLUE RED", ", NA A1 B2 A1", ", None red blue red", ", NA ZAF BWA ZAF", ", NA ZA ZA ZA"})
    void aMissingTextThatLooksLikeTheOtherValuesIsDoubted(String word, String texts) {
        Reading reading = Reading.of("y;c\n1;" + texts.replace(" ", "\n1;") + "\n");
        if (word == null) {
            assertEquals(0, reading.report().count(ProblemKind.MISSING_OR_VALUE));
        } else {
            reading.problem(ProblemKind.MISSING_OR_VALUE, 0,
                    "\"" + word + "\" was taken as missing, although it looks like the other texts. If it is one of them, take it off");
        }
    }

    /** However often it stands there: it is one text, and none that makes a column of a few kinds a column of names. */
    @Test
    void aMissingTextIsNoTextForEachOfItsCells() {
        Reading reading = Reading.of("x;c\n" + "1;ZA\n2;BW\n3;NA\n4;NA\n".repeat(60)).types(NUMBER, CATEGORY);
        reading.problem(ProblemKind.MISSING_OR_VALUE, 0, "\"NA\" was taken as missing");
    }

    @Test
    @DisplayName("64: times with zones")
    void times() {
        Reading reading = Reading.of("d,y\n2020-03-29T02:30:00Z,1\n2020-03-29T02:30:00+02:00,2\n").types(DATE, NUMBER);
        assertEquals(2 / 24.0, reading.columns().get(0).number(0) - reading.columns().get(0).number(1), 1e-9);
        Reading.of("d,y\n29.03.2020 02:30 CET,1\n30.03.2020 02:30 CEST,2\n").types(CATEGORY, NUMBER);
    }

    @Test
    @DisplayName("65: a constant column")
    void constant() {
        Reading.of("x,y\n7,1\n7,2\n").numbers("x", 7, 7).problem(ProblemKind.CONSTANT, 0, "tells a model nothing");
    }

    @Test
    @DisplayName("81: categories that differ only by case or spaces")
    void alike() {
        String rows = "Wien,1\nWien,2\nwien,3\n\"New  York\",4\nNew York,5\nNew York,6\nOslo,7\n";
        Reading.of("town,y\n" + rows + rows).types(CATEGORY, NUMBER).problem(ProblemKind.ALIKE, 0,
                "differ only by case or spaces: \"Wien\" and \"wien\", \"New  York\" and \"New York\". They are kept apart");
        Reading.of("town,y\nWien,1\nOslo,2\nWien,3\nOslo,4\nWien,5\nOslo,6\n").types(CATEGORY, NUMBER).clean();
    }

    @Test
    @DisplayName("67: as many labels as rows")
    void identifier() {
        String text = "name,y\n" + IntStream.range(0, 30).mapToObj(i -> "n" + (char) ('a' + i % 26) + i + "," + i)
                .collect(Collectors.joining("\n"));
        Reading.of(text).types(TEXT, NUMBER).problem(ProblemKind.IDENTIFIER, 0, "looks like a name of the row");
    }

    @Test
    @DisplayName("68: 20,000 columns")
    void manyColumns() {
        String row = IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Reading.refused("…more than 10,000 columns cannot be read", row + "\n" + row + "\n");
    }

    @Test
    @DisplayName("69: one column stays one column")
    void oneColumn() {
        Reading.of("x\n1\n2\n3\n").names("x").numbers("x", 1, 2, 3).decided("delimiter", ",", false);
        Reading.of("city\nNew York\nLos Angeles\nSan Jose\n").names("city").row(0, "New York");
        Reading.of("time\n12:30\n12:45\n13:00\n").names("time").row(0, "12:30");
        Reading.of("when\n2020-01-01 10:00\n2020-01-02 11:00\n").names("when").types(DATE);
    }

    @Test
    @DisplayName("72: duplicate rows are counted")
    void duplicateRows() {
        Reading.of("a,b\n1,2\n1,2\n3,4\n1,2\n").rows(4).problem(ProblemKind.DUPLICATE_ROWS, 0, "2 rows equal another row.");
        Reading.of("a,b\n1,2\n1,2\n3,4\n").rows(3).problem(ProblemKind.DUPLICATE_ROWS, 0, "1 row equals another row.");
    }

    @Test
    @DisplayName("79: files put one behind the other, each with a mark and a header")
    void concatenated() {
        Reading.of("\uFEFFa,b\n1,2\n3,4\n\uFEFFa,b\n5,6\n").rows(3).skipped("repeated headers", 1)
                .problem(ProblemKind.REPEATED_HEADER, 4, "occurs again").problem(ProblemKind.BYTE_ORDER_MARK, 4, "left out");
    }

    @Test
    @DisplayName("80: formulas, markup, control characters and long texts are texts")
    void texts() {
        String longText = "y".repeat(50_000);
        Reading.of("a,b\n=1+2,1\n<b>x</b>,2\n\u0007bell,3\n" + longText + ",4\n").row(0, "=1+2", "1").row(1, "<b>x</b>", "2")
                .row(2, "\u0007bell", "3").row(3, longText, "4").clean();
    }

    @Test
    void aTypeChosenByAPersonIsUsedForTheWholeColumn() {
        byte[] bytes = "zip,n\n00501,x\n10001,2\n".getBytes(StandardCharsets.UTF_8);
        Reading.of(bytes, ImportOptions.DEFAULT, Map.of("zip", NUMBER, "n", NUMBER)).numbers("zip", 501, 10001).numbers("n", NAN, 2)
                .problem(ProblemKind.NOT_A_NUMBER, 2, "\"x\" is not a number");
    }

    @Test
    void aMissingValueAmongTextsOfManyWords() {
        String text = "word" + " word".repeat(20_000);
        Reading reading = Reading.of("a,b\nnone,1\n" + text + ",2\nx " + text + ",3\nNone,4\nX" + text + ",5\n");
        assertEquals(2, reading.columns().get(0).missing());
    }
}
