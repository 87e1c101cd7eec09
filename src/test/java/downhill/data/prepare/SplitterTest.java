package downhill.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.SplitSpec;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of every split, tried on drawn rows, classes and shares. */
class SplitterTest {
    private static final int DRAWN = 200;

    private record Drawn(int[] rows, int[] classes, int count, SplitSpec spec) {
        static Drawn of(long seed, boolean stratified) {
            Random random = new Random(seed);
            int[] rows = random.ints(0, 10_000).distinct().limit(1 + random.nextInt(120)).sorted().toArray();
            int count = 1 + random.nextInt(4);
            double ratio = random.nextInt(5) == 0 ? 0 : random.nextDouble() * 0.95;
            return new Drawn(rows, random.ints(rows.length, 0, count).toArray(), count, new SplitSpec(ratio, seed, stratified));
        }

        int share(int members) {
            return Math.max(0, Math.min(members - 1, (int) Math.round(members * spec.validationRatio())));
        }
    }

    private static Splitter.Parts split(int[] rows, int[] classes, SplitSpec spec) {
        return Splitter.split(rows, classes, EqualGroups.alone(rows.length), spec);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRowIsInOnePartAndBothAreInOrder(boolean stratified) {
        for (long seed = 0; seed < DRAWN; seed++) {
            Drawn drawn = Drawn.of(seed, stratified);
            Splitter.Parts parts = split(drawn.rows, drawn.classes, drawn.spec);
            assertThat(parts.training()).isSorted().isNotEmpty();
            assertThat(parts.validation()).isSorted();
            assertThat(IntStream.concat(Arrays.stream(parts.training()), Arrays.stream(parts.validation())).sorted().toArray())
                    .isEqualTo(drawn.rows);
        }
    }

    @Test
    void aStratifiedSplitHoldsTheSameShareOfEachClass() {
        for (long seed = 0; seed < DRAWN; seed++) {
            Drawn drawn = Drawn.of(seed, true);
            int[] held = split(drawn.rows, drawn.classes, drawn.spec).validation();
            for (int each = 0; each < drawn.count; each++) {
                int wanted = each;
                int[] members = IntStream.range(0, drawn.rows.length).filter(i -> drawn.classes[i] == wanted).map(i -> drawn.rows[i])
                        .toArray();
                long of = Arrays.stream(members).filter(row -> Arrays.binarySearch(held, row) >= 0).count();
                assertThat(of).as("seed %d, class %d of %d rows", seed, each, members.length).isEqualTo(drawn.share(members.length));
            }
        }
    }

    @Test
    void withoutStrataTheShareIsThatOfAllRows() {
        for (long seed = 0; seed < DRAWN; seed++) {
            Drawn drawn = Drawn.of(seed, false);
            assertThat(split(drawn.rows, drawn.classes, drawn.spec).validation()).hasSize(drawn.share(drawn.rows.length));
            assertThat(split(drawn.rows, null, drawn.spec).validation()).hasSize(drawn.share(drawn.rows.length));
        }
    }

    @Test
    void theLastRowsAreHeldOutInTime() {
        for (long seed = 0; seed < DRAWN; seed++) {
            Drawn drawn = Drawn.of(seed, false);
            Splitter.Parts parts = Splitter.chronological(drawn.rows, drawn.spec);
            int held = drawn.share(drawn.rows.length);
            assertThat(parts.training()).isEqualTo(Arrays.copyOf(drawn.rows, drawn.rows.length - held));
            assertThat(parts.validation()).isEqualTo(Arrays.copyOfRange(drawn.rows, drawn.rows.length - held, drawn.rows.length));
        }
    }

    @Test
    void theSeedAloneDecidesWhoIsHeldOut() {
        int[] rows = IntStream.range(0, 100).toArray();
        int[] held = split(rows, null, new SplitSpec(0.3, 5, false)).validation();
        assertThat(split(rows, null, new SplitSpec(0.3, 5, false)).validation()).isEqualTo(held);
        assertThat(split(rows, null, new SplitSpec(0.3, 6, false)).validation()).isNotEqualTo(held);
        int[] counts = new int[rows.length];
        for (int seed = 0; seed < 400; seed++) {
            Arrays.stream(split(rows, null, new SplitSpec(0.3, seed, false)).validation()).forEach(row -> counts[row]++);
        }
        assertThat(Arrays.stream(counts).min().orElseThrow()).as("each row is held out about 120 times, with a deviation of 9")
                .isGreaterThan(75);
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(165);
    }

    /** Such as the visits of one patient, who was ill at some and well at others. */
    @Test
    void aGroupOfSeveralClassesStaysWhole() {
        for (long seed = 0; seed < DRAWN; seed++) {
            Drawn drawn = Drawn.of(seed, true);
            int groups = 1 + new Random(seed).nextInt(8);
            int[] firsts = IntStream.range(0, drawn.rows.length).map(i -> i % groups).toArray();
            Splitter.Parts parts = Splitter.split(drawn.rows, drawn.classes, firsts, drawn.spec);
            for (int group = 0; group < Math.min(groups, drawn.rows.length); group++) {
                int of = group;
                long held = IntStream.range(0, drawn.rows.length).filter(i -> firsts[i] == of)
                        .filter(i -> Arrays.binarySearch(parts.validation(), drawn.rows[i]) >= 0).count();
                long all = IntStream.range(0, drawn.rows.length).filter(i -> firsts[i] == of).count();
                assertThat(held).as("seed %d, group %d", seed, group).isIn(0L, all);
            }
            assertThat(parts.training()).isNotEmpty();
        }
    }
}
