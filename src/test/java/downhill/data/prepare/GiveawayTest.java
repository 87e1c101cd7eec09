package downhill.data.prepare;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.Notice;
import downhill.data.NumberColumn;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feature that gives the target away is told; one that is only good is not. */
class GiveawayTest {
    private static final int ROWS = 120;
    private static final double[] NOISE = new Random(1).doubles(ROWS).toArray();
    private static final double[] Y = new Random(2).doubles(ROWS).toArray();

    private static double[] rows(java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, ROWS).mapToDouble(value).toArray();
    }

    private static String[] texts(IntFunction<String> value) {
        return IntStream.range(0, ROWS).mapToObj(value).toArray(String[]::new);
    }

    private static List<String> told(Column feature, Column target) {
        return Roles.of(table(numbers("noise", NOISE), feature, target), spec().withTarget(target.name())).notices().stream()
                .map(Notice::message).filter(message -> message.endsWith("known only once the target is.")).toList();
    }

    private static Column quantity(String how) {
        return switch (how) {
            case "equal" -> numbers("f", Y);
            case "line" -> numbers("f", rows(i -> Y[i] * 1.8 + 32));
            case "minus" -> numbers("f", rows(i -> -3 * Y[i]));
            case "rounded" -> numbers("f", rows(i -> Math.rint(Y[i] * 1000)));
            case "log" -> numbers("f", rows(i -> Math.log(Y[i] + 1e-3)));
            default -> numbers("f", rows(i -> Y[i] + 0.2 * NOISE[i]));
        };
    }

    @ParameterizedTest
    @CsvSource({"equal, equals the target", "line, a straight line leads", "minus, a straight line leads", "rounded, a straight line leads",
        "log, it rises and falls with it", "noisy,"})
    void ofAQuantity(String how, String words) {
        List<String> told = told(quantity(how), numbers("y", Y));
        if (words == null) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).hasSize(1).allSatisfy(one -> assertThat(one).startsWith("\"f\" ").contains(words));
        }
    }

    private static int kind(int row) {
        return (int) (Y[row] * 3);
    }

    private static Column ofKinds(String how) {
        return switch (how) {
            case "equal" -> labels("f", texts(i -> "k" + kind(i)));
            case "names" -> numbers("f", rows(i -> 7 * kind(i)));
            case "finer" -> labels("f", texts(i -> "k" + kind(i) + (i % 4)));
            case "bands" -> numbers("f", Y);
            case "overlapping" -> numbers("f", rows(i -> Y[i] + 0.3 * NOISE[i]));
            default -> labels("f", texts(i -> "k" + (i % 10 == 0 ? 0 : kind(i))));
        };
    }

    @ParameterizedTest
    @CsvSource({"equal, equals the target", "names, is the target under other names", "finer, alone tells the classes apart",
        "bands, alone tells the classes apart", "overlapping,", "nearly,"})
    void ofClasses(String how, String words) {
        List<String> told = told(ofKinds(how), labels("y", texts(i -> "k" + kind(i))));
        if (words == null) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).hasSize(1).allSatisfy(one -> assertThat(one).startsWith("\"f\" ").contains(words));
        }
    }

    @Test
    void anOnlyFeatureHasToTellTheTargetAndIsTellingNothingNew() {
        assertThat(Roles.of(table(numbers("x", rows(i -> 2 * Y[i])), numbers("y", Y)), spec()).notices()).extracting(Notice::message)
                .containsExactly("\"y\" was taken as the target.");
    }

    @Test
    void equalRowsTellNothingTwice() {
        Column label = labels("y", texts(i -> "k" + (i * 7 % 24) % 2));
        assertThat(told(numbers("f", rows(i -> Y[i % 24])), label)).isNotEmpty();
        assertThat(Roles.of(table(numbers("f", rows(i -> Y[i % 24])), numbers("g", rows(i -> NOISE[i % 24])), label), spec()).notices())
                .extracting(Notice::column).containsExactly("y");
    }

    @Test
    void itIsLookedForInWideTablesInAMoment() {
        Column[] columns = IntStream.range(0, 3000).mapToObj(c -> numbers("c" + c, new Random(c).doubles(1000).toArray()))
                .toArray(Column[]::new);
        columns[1700] = numbers("c1700", ((NumberColumn) columns[2999]).values());
        assertThat(Roles.of(table(columns), spec()).notices()).extracting(Notice::column).containsExactlyInAnyOrder("c2999", "c1700");
    }
}
