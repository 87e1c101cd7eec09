package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.Made;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.words.Said;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns made of others: their values, their slopes, and what is refused. */
class MadeColumnTest {
    private static final Table TABLE = Made.table("""
            area,rooms,built,town,price
            50,2,2024-01-06,Ulm,100
            80,0,2024-01-08,Bonn,150
            ,3,2024-01-07,Ulm,120
            -4,4,2024-01-05,Ulm,130
            60,5,2024-02-05,Ulm,110
            """);

    @ParameterizedTest
    @CsvSource({"LOG, 2, 0, 0, 0.6931471805599453", "LOG, 0, 0, 0, NaN", "LOG, -1, 0, 0, NaN", "SIGNED_LOG, -1, 0, 0, -0.6931471805599453",
        "STEP, 3, 0, 3, 1", "STEP, 2.9, 0, 3, 0", "PRODUCT, 3, -4, 0, -12", "RATIO, 3, 4, 0, 0.75", "RATIO, 3, 0, 0, NaN",
        "RATIO, 0, 0, 0, NaN",
        "SINE, 1.75, 0, 7, 1", "COSINE, 3.5, 0, 7, -1", "PRODUCT, 1e200, 1e200, 0, NaN", "PRODUCT, 2, NaN, 0, NaN"})
    void valuesAreThoseOfTheFormula(Making making, double a, double b, double constant, double value) {
        double found = making.value(a, b, constant);
        if (Double.isNaN(value)) {
            assertThat(found).isNaN();
        } else {
            assertThat(found).isCloseTo(value, within(1e-15));
        }
    }

    @Test
    void saturdaysAndSundaysAreWeekends() {
        for (LocalDate day = LocalDate.of(1969, 12, 1); day.getYear() < 1971; day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().getValue() >= 6;
            assertThat(Making.WEEKEND.value(day.toEpochDay() + 0.75, 0, 0)).as("%s", day).isEqualTo(weekend ? 1 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Making.class)
    void slopesAreDifferences(Making making) {
        double step = 1e-6;
        for (double a : new double[] {-2.3, 0.4, 3.7}) {
            double slope = making.slope(0, a, 1.5, 7);
            double difference = (making.value(a + step, 1.5, 7) - making.value(a - step, 1.5, 7)) / (2 * step);
            assertThat(slope).isCloseTo(Double.isNaN(difference) ? 0 : difference, within(1e-8));
            if (making.columns() == 2) {
                double other = (making.value(a, 1.5 + step, 7) - making.value(a, 1.5 - step, 7)) / (2 * step);
                assertThat(making.slope(1, a, 1.5, 7)).isCloseTo(other, within(1e-8));
            }
        }
    }

    @Test
    void everyStepSaysHowTheyAreMade() {
        List<MadeColumn> made = List.of(MadeColumn.of(Making.RATIO, 0, "area", "rooms"), MadeColumn.of(Making.SINE, 7, "built"),
                MadeColumn.of(Making.STEP, 3, "rooms"));
        List<Said> told = Preparation.prepare(TABLE, Made.spec("price").withMade(made)).preprocessing().describe(TABLE);
        assertThat(told.stream().map(Said::toString)).startsWith("area / rooms: made in every row: area over rooms",
                "sine(built, 7): made in every row: sine of built with a period of 7 days",
                "rooms ≥ 3: made in every row: 1 where rooms is 3 or more, else 0")
                .anyMatch(line -> line.startsWith("area / rooms: standardised"));
    }

    /** A gap in what it is made of, or an undefined value, is a gap, which is filled by the mean of the training rows. */
    @Test
    void theyAreFeaturesLikeAnyOther() {
        List<MadeColumn> made = List.of(MadeColumn.of(Making.RATIO, 0, "area", "rooms"), MadeColumn.of(Making.WEEKEND, 0, "built"));
        DataSpec spec = Made.spec("price").withMade(made).withScaling(Scaling.NONE).withSplit(SplitSpec.DEFAULT.withRatio(0));
        Prepared prepared = Preparation.prepare(TABLE, spec);
        assertThat(prepared.featureNames()).containsExactly("area", "rooms", "built", "town=Bonn", "town=Ulm", "area / rooms",
                "weekend(built)");
        double[] inputs = prepared.training().inputs();
        double[] ratios = {25, (25 - 1 + 12) / 3.0, (25 - 1 + 12) / 3.0, -1, 12};
        double[] weekends = {1, 0, 1, 0, 0};
        for (int row = 0; row < 5; row++) {
            assertThat(inputs[row * 7 + 5]).isCloseTo(ratios[row], within(1e-12));
            assertThat(inputs[row * 7 + 6]).isEqualTo(weekends[row]);
        }
        assertThat(prepared.preprocessing().apply(TABLE).inputs().inputs()).as("rows of later").isEqualTo(inputs);
        Table shuffled = TABLE.withColumns(List.of(TABLE.column("rooms"), TABLE.column("town"), TABLE.column("built"),
                TABLE.column("area")));
        assertThat(prepared.preprocessing().apply(shuffled).inputs().inputs()).as("in another order").isEqualTo(inputs);
    }

    /** What is made of a column that is not learned from itself is asked for all the same. */
    @Test
    void columnsThatOthersAreMadeOfAloneAreAskedFor() {
        DataSpec spec = Made.spec("price").withMade(List.of(MadeColumn.of(Making.PRODUCT, 0, "area", "rooms")))
                .withColumns(List.of(new ColumnSpec("area", ColumnType.NUMBER, Role.IGNORED)));
        Prepared prepared = Preparation.prepare(TABLE, spec);
        assertThat(prepared.preprocessing().asked()).extracting(step -> step.column()).containsExactly("rooms", "built", "town", "area");
        assertThat(prepared.preprocessing().wanted(false).columns()).extracting(each -> each.name()).contains("area")
                .doesNotContain("area × rooms");
        assertThatThrownBy(() -> prepared.preprocessing().apply(TABLE.withColumns(List.of(TABLE.column("rooms"), TABLE.column("built"),
                TABLE.column("town"))))).isInstanceOf(DataException.class).hasMessageContaining("area");
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        refused("what is to be predicted", MadeColumn.of(Making.LOG, 0, "price"));
        refused("holds no numbers", MadeColumn.of(Making.LOG, 0, "town"));
        refused("holds no dates", MadeColumn.of(Making.WEEKEND, 0, "area"));
        refused("holds no numbers", MadeColumn.of(Making.LOG, 0, "built"));
        refused("not among the columns", MadeColumn.of(Making.LOG, 0, "garden"));
        refused("of that name already", new MadeColumn("rooms", Making.LOG, List.of("area"), 0));
        refused("of that name already", MadeColumn.of(Making.LOG, 0, "area"), MadeColumn.of(Making.LOG, 0, "area"));
        assertThatThrownBy(() -> MadeColumn.of(Making.SINE, 0, "built")).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> new MadeColumn("x", Making.LOG, List.of("a", "b"), 0)).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> Made.spec("price").withMade(List.of(MadeColumn.of(Making.LOG, 0, "area")))
                .withSequence(new SequenceSpec(3, 1, 1, Level.NONE))).isInstanceOf(DataException.class).hasMessageContaining("time series");
    }

    private static void refused(String said, MadeColumn... made) {
        assertThatThrownBy(() -> Preparation.prepare(TABLE, Made.spec("price").withMade(Arrays.asList(made))))
                .isInstanceOf(DataException.class).hasMessageContaining(said);
    }
}
