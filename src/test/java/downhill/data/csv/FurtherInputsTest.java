package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import downhill.data.Column;
import downhill.data.ImportOptions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look at some 250 further files taught. */
class FurtherInputsTest {
    static List<FurtherCase> cases() {
        return FurtherCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFurtherFileIsReadAsMeant(FurtherCase one) {
        Reading reading = Reading.of(one.bytes());
        assertEquals(one.names(), String.join(",", reading.imported().table().names()));
        assertEquals(one.columns(), reading.columns().stream().map(FurtherInputsTest::letter).collect(Collectors.joining()),
                () -> reading.report().columns().toString());
        assertEquals(one.cells(), cells(reading));
        assertEquals(one.asked(), reading.report().decisions().stream().filter(decision -> !decision.sure()).map(Decision::what)
                .collect(Collectors.joining(" ")),
                () -> reading.report().decisions().toString());
    }

    private static String letter(Column column) {
        return column.type().name().toLowerCase(Locale.ROOT).substring(0, 1);
    }

    private static String cells(Reading reading) {
        return IntStream.range(0, reading.imported().table().rows()).mapToObj(row -> reading.columns().stream()
                .map(column -> column.isMissing(row) ? "·" : column.text(row).replace('/', '‖')).collect(Collectors.joining("|")))
                        .collect(Collectors.joining("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# a\n# b\n", "# a, b\n\n## c\n", "#\n#!x\n"})
    void aFileOfCommentsAloneHoldsNoRows(String text) {
        Reading.refused("…comment lines", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"   \t \n\t\n", "\n \n\n"})
    void aFileOfSpacesAndTabsIsBlank(String text) {
        Reading.refused("…No data rows found", text);
    }

    @Test
    void aPieceOfAWebPageIsRefused() {
        Reading.refused("…web page", "<table><tr><td>1</td></tr></table>");
    }

    @Test
    void signsAroundNumbersAreReadIfAskedFor() {
        Reading.of("v;w\n(1.5);5 USD\n2.5;EUR 6\n3-;7元\n($4);-8 €\n", ImportOptions.DEFAULT.withUnits(true)).numbers("v", -1.5, 2.5, -3, -4)
                .numbers("w", 5, 6, 7, -8);
    }

    @Test
    void aNumberTooLargeAmongFractionsIsToldToBeRounded() {
        Reading.of("v,n\n9007199254740993,1\n1.5,2\n2,3\n")
                .problem(ProblemKind.PRECISION, 0, "1 whole number is too large to be kept exactly and so rounded");
    }

    @Test
    void theReportSaysTheSameInTheSameOrderEachTime() {
        assertEquals("[blank lines, comment lines, header]",
                Reading.of("# x\na,b\n\n1,2\n# y\n3,4\n").report().skippedAs().keySet().toString());
    }
}
