package downhill.data;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Roles;
import downhill.data.prepare.TargetStep;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A column says how much its row counts. */
class WeightRoleTest {
    private static final double NONE = Double.NaN;
    private static final double[] X = {3, -1, 7, NONE, 2, 2, 9, 0.5};
    private static final String[] KIND = {"a", "b", "a", null, "b", "c", "c", "a"};
    private static final double[] Y = {10, 11, 14, 9, 30, -5, 2, 6};
    private static final double[] TIMES = {1, 4, 2, 3, 0, 5, 1, 2};

    private static DataSpec weighted(String column) {
        return spec().withTarget("y").withTask(TaskKind.REGRESSION)
                .withColumns(List.of(new ColumnSpec(column, ColumnType.NUMBER, Role.WEIGHT)))
                .withSplit(new SplitSpec(0, 0, false));
    }

    private static Table rows(int[] which) {
        return table(numbers("x", Arrays.stream(which).mapToDouble(i -> X[i]).toArray()),
                labels("kind", Arrays.stream(which).mapToObj(i -> KIND[i]).toArray(String[]::new)),
                numbers("y", Arrays.stream(which).mapToDouble(i -> Y[i]).toArray()),
                numbers("times", Arrays.stream(which).mapToDouble(i -> TIMES[i]).toArray()));
    }

    private static int[] repeated() {
        return IntStream.range(0, X.length).flatMap(i -> IntStream.range(0, (int) TIMES[i]).map(again -> i)).toArray();
    }

    private static Prepared prepared(DataSpec spec, double... weights) {
        double[] y = Tables.range(weights.length);
        return Preparation.prepare(table(numbers("x", y), numbers("y", y), numbers("w", weights)), spec);
    }

    /** Scaling and filled values are those of a table in which each row stands as often as it counts. */
    @ParameterizedTest
    @EnumSource(value = MissingStrategy.class, names = "DROP_ROW", mode = EnumSource.Mode.EXCLUDE)
    void constantsAreThoseOfRepeatedRows(MissingStrategy missing) {
        DataSpec spec = weighted("times").withMissing(missing);
        Prepared once = Preparation.prepare(rows(IntStream.range(0, X.length).toArray()), spec);
        Prepared often = Preparation.prepare(rows(repeated()),
                spec.withColumns(List.of(new ColumnSpec("times", ColumnType.NUMBER, Role.IGNORED))));
        FeatureStep.Numeric x = (FeatureStep.Numeric) once.preprocessing().features().get(0);
        FeatureStep.Numeric wanted = (FeatureStep.Numeric) often.preprocessing().features().get(0);
        assertThat(new double[] {x.center(), x.scale(), x.fill()})
                .containsExactly(new double[] {wanted.center(), wanted.scale(), wanted.fill()}, within(1e-12));
        assertThat(once.preprocessing().features().get(1)).isEqualTo(often.preprocessing().features().get(1));
        TargetStep.NumberTarget y = (TargetStep.NumberTarget) once.preprocessing().target();
        TargetStep.NumberTarget wantedY = (TargetStep.NumberTarget) often.preprocessing().target();
        assertThat(new double[] {y.center(), y.scale()}).containsExactly(new double[] {wantedY.center(), wantedY.scale()}, within(1e-12));
    }

    @Test
    void aWeightIsNoFeatureAndARowOfZeroIsLeftOut() {
        Prepared prepared = Preparation.prepare(rows(IntStream.range(0, X.length).toArray()), weighted("times"));
        assertThat(prepared.featureNames()).noneMatch(name -> name.contains("times"));
        assertThat(prepared.training().weights()).containsExactly(1, 4, 2, 3, 5, 1, 2);
        assertThat(prepared.preprocessing().weight()).isEqualTo("times");
        assertThat(prepared.notices()).extracting(Notice::message)
                .contains("1 row is left out because the weight \"times\" is 0.")
                .anyMatch(words -> words.startsWith("Rows count by \"times\": 7 rows with weights from 1 to 5, 18 in all."));
    }

    @ParameterizedTest
    @CsvSource({"NaN, missing or no number", "-1, the weight -1 is negative", "-0.5, the weight -0.5 is negative",
            "Infinity, the weight is infinite"})
    void whatIsNoWeightIsRefusedWithItsPlace(double wrong, String words) {
        assertThatThrownBy(() -> prepared(weighted("w"), 1, 2, wrong, 4)).isInstanceOf(DataException.class)
                .hasMessageContaining("row 3, column \"w\": ").hasMessageContaining(words);
    }

    @Test
    void weightsMustCountAndBeWithinReach() {
        assertThatThrownBy(() -> prepared(weighted("w"), 0, 0, 0)).hasMessageContaining("Each weight in \"w\" is 0");
        assertThatThrownBy(() -> prepared(weighted("w"), 1, 1e-16, 1)).hasMessageContaining("too far");
        assertThat(prepared(weighted("w"), 1e-280, 2e-280, 1e-280).training().weights()).containsExactly(1e-280, 2e-280, 1e-280);
        assertThatThrownBy(() -> prepared(weighted("w"), 1e300, 1e300, 1e300)).hasMessageContaining("divide them all by one number");
        assertThatThrownBy(() -> prepared(weighted("w"), 1e-300, 1e-300, 1e-300)).hasMessageContaining("divide them all by one number");
        assertThatThrownBy(() -> prepared(weighted("y"), 1, 2, 3)).hasMessageContaining("cannot be both the target and the weight");
    }

    /** A row that is not used needs none. */
    @Test
    void onlyRowsWithATargetNeedAWeight() {
        Table table = table(numbers("x", 1, 2, 3), numbers("y", 1, NONE, 4), numbers("w", 2, NONE, 3));
        assertThat(Preparation.prepare(table, weighted("w")).training().weights()).containsExactly(2, 3);
    }

    /** The name is found without regard to case, as other names are. */
    @Test
    void aNameInAnotherCaseIsNotIgnored() {
        assertThat(prepared(weighted("W"), 1, 2, 3).training().weights()).containsExactly(1, 2, 3);
    }

    @Test
    void twoWeightsAreRefused() {
        DataSpec both = weighted("x")
                .withColumns(List.of(new ColumnSpec("x", ColumnType.NUMBER, Role.WEIGHT),
                new ColumnSpec("w", ColumnType.NUMBER, Role.WEIGHT)));
        assertThatThrownBy(() -> prepared(both, 1, 2, 3)).hasMessageContaining("\"x\" and \"w\"");
    }

    @Test
    void aWindowCountsAsTheRowItPredicts() {
        DataSpec series = weighted("w").withSequence(new SequenceSpec(2, 1, 1, Level.NONE));
        assertThat(prepared(series, 9, 9, 3, 0, 5, 6).training().weights()).containsExactly(3, 5, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Freq", "frequency", "count", "Count", "n", "N", "weight", "sample_weight", "fnlwgt", "频数", "权重"})
    void aCountIsToldAndNotTaken(String name) {
        Roles roles = Roles.of(table(numbers("a", 3, 1, 2, 8), numbers(name, 5, 0, 670, 12), labels("class", "p", "q", "p", "q")), spec());
        assertThat(roles.features()).extracting(ColumnSpec::name).contains(name);
        assertThat(roles.notices()).anyMatch(notice -> notice.about() == Notice.About.WEIGHT
                && notice.message().contains("give it the role weight"));
    }

    @ParameterizedTest
    @CsvSource({"count, 1.5", "n, -1", "weight, -3", "birth_weight, 3", "counts_of_x, 4", "account, 2"})
    void whatIsNoCountIsNotTold(String name, double value) {
        Roles roles = Roles.of(table(numbers("a", 3, 1, 2, 8), numbers(name, value, 5, 2, 7), labels("class", "p", "q", "p", "q")), spec());
        assertThat(roles.notices()).noneMatch(notice -> notice.about() == Notice.About.WEIGHT);
    }
}
