package downhill.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of all folds, tried on drawn rows, classes, groups and numbers of folds. */
class FoldsTest {
    private static final int DRAWN = 200;

    private record Drawn(FoldRows rows, FoldSpec spec, long seed) {
        static Drawn of(long seed, boolean grouped, boolean stratified) {
            Random random = new Random(seed);
            int[] rows = random.ints(0, 10_000).distinct().limit(40 + random.nextInt(120)).sorted().toArray();
            int classes = stratified ? 2 + random.nextInt(3) : 1;
            int[] classOf = IntStream.range(0, rows.length).map(i -> i < 8 * classes ? i % classes : random.nextInt(classes)).toArray();
            int[] group = IntStream.range(0, rows.length).map(i -> grouped ? random.nextInt(12) : i).toArray();
            int[] firsts = IntStream.range(0, rows.length).map(i -> IntStream.range(0, rows.length).filter(k -> group[k] == group[i])
                    .findFirst().orElseThrow()).toArray();
            List<String> names = stratified ? IntStream.range(0, classes).mapToObj(Integer::toString).toList() : List.of();
            return new Drawn(new FoldRows(rows, names, classOf, firsts),
                    new FoldSpec(2 + random.nextInt(5), 1 + random.nextInt(3), null, false), seed);
        }

        List<Fold> folds() {
            return Folds.of(rows, spec, seed);
        }

        private int place(int row) {
            return Arrays.binarySearch(rows.rows(), row);
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void eachRowIsHeldOutOnceARepeatAndNeverLearnedThen(boolean grouped, boolean stratified) {
        for (long seed = 0; seed < DRAWN; seed++) {
            Drawn drawn = Drawn.of(seed, grouped, stratified);
            Map<Integer, List<Fold>> repeats = drawn.folds().stream().collect(Collectors.groupingBy(Fold::repeat));
            assertThat(repeats).hasSize(drawn.spec.repeats());
            for (List<Fold> repeat : repeats.values()) {
                assertThat(repeat).hasSize(drawn.spec.folds());
                assertThat(repeat.stream().flatMapToInt(fold -> Arrays.stream(fold.held())).sorted().toArray())
                        .isEqualTo(drawn.rows.rows());
                for (Fold fold : repeat) {
                    assertThat(fold.held()).isNotEmpty().isSorted();
                    assertThat(fold.training()).isNotEmpty().isSorted();
                    assertThat(IntStream.concat(Arrays.stream(fold.held()), Arrays.stream(fold.training())).sorted().toArray())
                            .isEqualTo(drawn.rows.rows());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void groupsStayWhole(boolean stratified) {
        for (long seed = 0; seed < DRAWN; seed++) {
            Drawn drawn = Drawn.of(seed, true, stratified);
            for (Fold fold : drawn.folds()) {
                List<Integer> held = IntStream.of(fold.held()).map(row -> drawn.rows.firsts()[drawn.place(row)]).boxed().toList();
                assertThat(IntStream.of(fold.training()).map(row -> drawn.rows.firsts()[drawn.place(row)]).boxed())
                        .doesNotContainAnyElementsOf(held);
            }
        }
    }

    @Test
    void foldsOfRowsThatGoAloneDifferByOneRow() {
        for (long seed = 0; seed < DRAWN; seed++) {
            assertThat(Drawn.of(seed, false, false).folds().stream().mapToInt(fold -> fold.held().length).summaryStatistics())
                    .satisfies(sizes -> assertThat(sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1));
        }
    }

    @Test
    void stratifiedFoldsDifferByOneRowOfAClassAndByOneRowInAll() {
        for (long seed = 0; seed < DRAWN; seed++) {
            Drawn drawn = Drawn.of(seed, false, true);
            for (int each = 0; each < drawn.rows.names().size(); each++) {
                int wanted = each;
                int[] counts = drawn.folds().stream().mapToInt(fold -> (int) IntStream.of(fold.held())
                        .filter(row -> drawn.rows.classes()[drawn.place(row)] == wanted).count()).toArray();
                assertThat(Arrays.stream(counts).max().orElseThrow() - Arrays.stream(counts).min().orElseThrow())
                        .as("seed %d, class %d", seed, each).isLessThanOrEqualTo(1);
            }
            int[] sizes = drawn.folds().stream().mapToInt(fold -> fold.held().length).toArray();
            assertThat(Arrays.stream(sizes).max().orElseThrow() - Arrays.stream(sizes).min().orElseThrow())
                    .as("seed %d", seed).isLessThanOrEqualTo(drawn.rows.names().size());
        }
    }

    @Test
    void theSeedAndTheRepeatDecide() {
        FoldRows rows = FoldRows.alone(IntStream.range(0, 60).toArray());
        FoldSpec spec = new FoldSpec(5, 2, null, false);
        int[] first = Folds.of(rows, spec, 7).get(0).held();
        assertThat(Folds.of(rows, spec, 7).get(0).held()).isEqualTo(first);
        assertThat(Folds.of(rows, spec, 7).get(5).held()).isNotEqualTo(first);
        assertThat(Folds.of(rows, spec, 8).get(0).held()).isNotEqualTo(first);
    }

    /** The values are those of scikit-learn's TimeSeriesSplit(n_splits=3) on 11 rows. */
    @Test
    void rollingFoldsKeepTheOrder() {
        List<Fold> folds = Folds.of(FoldRows.alone(IntStream.range(0, 11).toArray()), FoldSpec.rolling(3), 1);
        assertThat(folds).extracting(fold -> fold.training().length).containsExactly(5, 7, 9);
        assertThat(folds).extracting(fold -> IntStream.of(fold.held()).boxed().toList())
                .containsExactly(List.of(5, 6), List.of(7, 8), List.of(9, 10));
        for (int rows = 4; rows < 60; rows++) {
            for (Fold fold : Folds.of(FoldRows.alone(IntStream.range(100, 100 + rows).toArray()), FoldSpec.rolling(3), rows)) {
                assertThat(fold.training()[fold.training().length - 1]).isEqualTo(fold.held()[0] - 1);
                assertThat(fold.held()).isSorted();
            }
        }
    }

    @Test
    void leavingOneOutHoldsEachUnit() {
        FoldRows rows = new FoldRows(new int[] {3, 5, 8, 9}, List.of(), new int[4], new int[] {0, 1, 0, 3});
        List<Fold> folds = Folds.of(rows, FoldSpec.of(FoldSpec.EACH), 1);
        assertThat(folds).extracting(fold -> IntStream.of(fold.held()).boxed().toList())
                .containsExactlyInAnyOrder(List.of(3, 8), List.of(5), List.of(9));
    }

    @Test
    void aPartKeepsItsUnits() {
        FoldRows part = new FoldRows(new int[] {3, 5, 8, 9}, List.of("a", "b"), new int[] {0, 1, 0, 1}, new int[] {0, 1, 0, 3})
                .part(new int[] {3, 8, 9});
        assertThat(part.firsts()).containsExactly(0, 0, 2);
        assertThat(part.classes()).containsExactly(0, 0, 1);
    }

    @Test
    void whatCannotBeDividedIsRefusedInASentence() {
        FoldRows three = new FoldRows(IntStream.range(0, 9).toArray(), List.of("a", "b"), new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1},
                IntStream.range(0, 9).toArray());
        refused(() -> Folds.of(three, FoldSpec.of(4), 1), "folds.class");
        refused(() -> Folds.of(FoldRows.alone(new int[] {1, 2}), FoldSpec.of(3), 1), "folds.rows");
        refused(() -> Folds.of(FoldRows.alone(new int[] {1, 2}), FoldSpec.rolling(2), 1), "folds.rolling.rows");
        FoldRows one = new FoldRows(new int[] {1, 2, 3}, List.of(), new int[3], new int[3]);
        refused(() -> Folds.of(one, new FoldSpec(2, 1, "g", false), 1), "folds.group.one");
        refused(() -> Folds.of(one, FoldSpec.of(2), 1), "folds.rows.equal");
        refused(() -> FoldSpec.of(1), "folds.few");
        refused(() -> new FoldSpec(3, 0, null, false), "folds.repeats");
        refused(() -> new FoldSpec(3, 2, null, true), "folds.repeats.rolling");
        refused(() -> new FoldSpec(FoldSpec.EACH, 2, null, false), "folds.repeats.each");
        refused(() -> new FoldSpec(3, 1, "g", true), "folds.group.rolling");
        refused(() -> FoldSpec.rolling(FoldSpec.EACH), "folds.each.rolling");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String key) {
        assertThatThrownBy(call).isInstanceOfSatisfying(DataException.class, e -> assertThat(e.said().key()).isEqualTo(key));
    }
}
