package downhill.data.csv;

import static downhill.data.ColumnType.CATEGORY;
import static downhill.data.ColumnType.NUMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import downhill.data.BadCell;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows 24 to 46 of the table of hard inputs in docs/csv.md: number marks, quotes, ragged rows, what stands around the table. */
class HardQuotesTest {
    @Test
    @DisplayName("24: semicolons and decimal commas")
    void decimalComma() {
        Reading.of("a;b\n1,5;2,5\n3,25;4\n").numbers("a", 1.5, 3.25).numbers("b", 2.5, 4).decided("decimal", ",", true);
    }

    @Test
    @DisplayName("25: a quoted decimal comma in a comma file is never fifteen")
    void quotedDecimalComma() {
        Reading.of("a,b\n\"1,5\",x\n\"2,25\",y\n").numbers("a", 1.5, 2.25).decided("decimal", ",", false);
    }

    @Test
    @DisplayName("26: thousands")
    void thousands() {
        Reading.of("a;b\n1,234,567;1.5\n2,345;2.5\n").numbers("a", 1234567, 2345).decided("thousands", ",", false);
        Reading.of("a;b\n1.234,5;x\n2.345,75;y\n").numbers("a", 1234.5, 2345.75).decided("thousands", ".", false);
        Reading.of("a;b\n1 234;x\n12 345;y\n").numbers("a", 1234, 12345).decided("thousands", " ", false);
        Reading.of("a;b\n1\u00A0234,5;x\n12\u202F345,5;y\n").numbers("a", 1234.5, 12345.5);
        Reading.of("a;b\n1'234;x\n12'345.5;y\n").numbers("a", 1234, 12345.5).decided("thousands", "'", false);
    }

    @Test
    @DisplayName("26: thousands that could be decimals are asked about")
    void ambiguousThousands() {
        Reading.of("a;b\n1,234;x\n2,345;y\n").types(CATEGORY, CATEGORY)
                .problem(ProblemKind.AMBIGUOUS_NUMBER, 0, "decimal comma or thousands");
    }

    @Test
    @DisplayName("27: a delimiter of several characters, chosen by hand")
    void longDelimiter() {
        Reading.of("a||b\n1||x|y\n2||z\n", ImportOptions.DEFAULT.withDialect(Dialect.STANDARD.withDelimiter("||")))
                .names("a", "b").row(0, "1", "x|y").rows(2);
        Reading.of("a\t\tb\n1\t\t\"x\t\ty\"\n", ImportOptions.DEFAULT.withDialect(Dialect.STANDARD.withDelimiter("\t\t")))
                .row(0, "1", "x\t\ty");
    }

    @Test
    @DisplayName("28: single quotes")
    void singleQuotes() {
        Reading.of("a,b\n1,'x, y'\n2,'it''s, so'\n").row(0, "1", "x, y").row(1, "2", "it's, so").decided("quote", "'", false);
    }

    @Test
    @DisplayName("29: doubled quotes")
    void doubledQuotes() {
        Reading.of("a,b\n1,\"say \"\"x\"\"\"\n2,\"\"\n3,\"\"\"\"\n").row(0, "1", "say \"x\"").row(1, "2", "·").row(2, "3", "\"").clean();
    }

    @Test
    @DisplayName("30: quotes escaped by a backslash")
    void backslash() {
        Reading.of("a,b\n1,\"say \\\"x\\\", y\"\n2,\"back\\\\slash\"\n3,z\n").row(0, "1", "say \"x\", y").row(1, "2", "back\\slash")
                .rejected(0);
    }

    @Test
    @DisplayName("31: an unclosed quote costs its line and swallows nothing")
    void unclosedQuote() {
        Reading.of("a,b,c\n1,\"x,3\n4,5,6\n7,8,9\n").rows(2).rejected(1).row(0, "4", "5", "6")
                .problem(ProblemKind.UNCLOSED_QUOTE, 2, "line 2, column \"b\": A quote is opened and never closed.");
        Reading.of("a,b,c\n1,\"x,3\n4,\"5\",6\n7,8,9\n").rows(2).rejected(1).row(0, "4", "5", "6");
        Reading.of("a,b,c\n1,x,3\n4,\"5,6\n7,\"8\n,9\",9\n").rejected(1).row(1, "7", "8\n,9", "9");
    }

    @Test
    @DisplayName("32: an unclosed quote in a huge file is bounded")
    void unclosedQuoteInLargeFile() {
        String text = "a,b\n1,\"x\n" + "22222,33333\n".repeat(200_000);
        Reading.of(text).rows(200_000).rejected(1).problem(ProblemKind.UNCLOSED_QUOTE, 2, "never closed");
    }

    @Test
    @DisplayName("33: text after a closing quote")
    void textAfterQuote() {
        Reading.of("a,b\n1,\"x\"y\n2,z\n").rows(1).rejected(1)
                .problem(ProblemKind.TEXT_AFTER_QUOTE, 2, "line 2, column \"b\": Text follows a closing quote.");
    }

    @Test
    @DisplayName("34: quotes inside an unquoted cell")
    void quoteInCell() {
        Reading.of("a,b\n1,x\"y\"z\n2,w\n").rows(2).row(0, "1", "x\"y\"z").problem(ProblemKind.QUOTE_IN_FIELD, 2, "as it stands");
    }

    @Test
    @DisplayName("35: space before a quoted cell")
    void spaceBeforeQuote() {
        Reading.of("a,b\n1, \"x,y\"\n2, \"z\" \n").row(0, "1", "x,y").row(1, "2", "z").problem(ProblemKind.TRIMMED, 0, "spaces around");
    }

    @Test
    @DisplayName("36: too few cells")
    void tooFew() {
        Reading.of("a,b,c\n1,2,3\n4,5\n6,7,8\n").rows(2).rejected(1).row(1, "6", "7", "8").decided("delimiter", ",", false)
                .problem(ProblemKind.TOO_FEW_FIELDS, 3, "line 3: The row has 2 cells instead of 3. It was left out.");
    }

    @Test
    @DisplayName("37: too many cells, filled or empty")
    void tooMany() {
        Reading.of("a,b\n1,2\n3,4,5\n6,7,\n8,9\n").rows(3).rejected(1).problem(ProblemKind.TOO_MANY_FIELDS, 3, "3 cells instead of 2")
                .problem(ProblemKind.EMPTY_EXTRA_FIELDS, 4, "left out");
    }

    @Test
    @DisplayName("38: every row ends with a delimiter, the header does not")
    void trailingDelimiter() {
        Reading.of("a,b\n1,2,\n3,4,\n").names("a", "b").rows(2).numbers("a", 1, 3).numbers("b", 2, 4);
    }

    @Test
    @DisplayName("39: header and rows end with a delimiter")
    void trailingDelimiterEverywhere() {
        Reading.of("a,b,\n1,2,\n3,4,\n").names("a", "b").rows(2).problem(ProblemKind.COLUMN_DROPPED, 0, "no name and no values");
    }

    @Test
    @DisplayName("40: titles before the table")
    void preamble() {
        Reading.of("Sales report 2020\nmade by ann\n\nregion,amount,price\nnorth,1,2.5\nsouth,3,4.5\n").names("region", "amount", "price")
                .rows(2)
                .skipped("lines before the table", 3).decided("skipped lines", "3", false);
    }

    @Test
    @DisplayName("41: comment lines")
    void comments() {
        Reading.of("# made on monday, by ann, for bob\n# second\na,b\n1,2\n# remark\n3,4\n").names("a", "b").rows(2)
                .skipped("comment lines", 3).decided("comment", "#", false);
    }

    @Test
    @DisplayName("42: a footer with the sum")
    void footer() {
        Reading.of("id,n,x\n1,2,3\n2,4,5\n3,5,6\nTotal,,14\n").rows(3).rejected(1).problem(ProblemKind.TOTAL_ROW, 5, "\"Total\"");
        Reading.of("name,n\nann,2\nbob,4\nTotal,6\n").rows(3).problem(ProblemKind.FOOTER, 4, "looks like a sum");
    }

    @Test
    @DisplayName("43: two tables in one file")
    void twoTables() {
        Reading.of("a,b\n1,2\n3,4\n5,6\n\nname,size,color\nx,1,red\ny,2,blue\n").rows(3).rejected(3)
                .problem(ProblemKind.SECOND_TABLE, 6, "Second header found at line 6");
        Reading.of("a,b\n1,2\n3,4\n5,6\nc,d\n7,8\n").rejected(1).problem(ProblemKind.SECOND_HEADER, 5, "looks like another header");
    }

    @Test
    @DisplayName("44: a second header row with units")
    void unitsRow() {
        Reading.of("time,speed\ns,m/s\n1,2.5\n2,3.5\n3,4.5\n").names("time", "speed").types(NUMBER, NUMBER).rows(3)
                .problem(ProblemKind.SECOND_HEADER, 2, "looks like another header");
    }

    @Test
    @DisplayName("45: no header")
    void noHeader() {
        Reading.of("1,2,x\n3,4,y\n5,6,z\n").names("column_1", "column_2", "column_3").rows(3).decided("header", "no", true);
    }

    @Test
    @DisplayName("46: years as names")
    void years() {
        Reading.of("country,2001,2002,2003\nfr,1.5,2.5,3.5\nde,2.5,3.5,4.5\n").names("country", "2001", "2002", "2003")
                .decided("header", "yes", false);
        Reading.of("2001,2002,2003\n1.5,2.5,3.5\n2.5,3.5,4.5\n").names("2001", "2002", "2003").decided("header", "yes", false);
    }

    @Test
    void aRowThatCannotBeKeptStopsTheReadingIfAsked() {
        ImportOptions strict = ImportOptions.DEFAULT.withBadCell(BadCell.STOP);
        assertEquals("test.csv, line 3: The row has 2 cells instead of 3.",
                assertThrows(DataException.class, () -> Reading.of("a,b,c\n1,2,3\n4,5\n6,7,8\n", strict)).getMessage());
    }
}
