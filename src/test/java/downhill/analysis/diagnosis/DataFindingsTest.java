package downhill.analysis.diagnosis;

import static downhill.analysis.diagnosis.Ward.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.Samples;
import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.Notice;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.prepare.Prepared;
import downhill.model.ClassWeights;
import downhill.model.LossOptions;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.history.Curve;
import downhill.words.Said;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rows themselves say, made up on the columns of iris; it is said of all contenders, after what is said of each. */
class DataFindingsTest {
    private static final Patient WELL = Ward.patient(Ward.training(0.1, 0.1), Curve.EMPTY);
    private static final Problem.Learning IRIS = Ward.learning(Samples.IRIS_MODEL);
    private static final Problem.Learning UNSCALED = new Problem.Learning(IRIS.data().withScaling(Scaling.NONE), IRIS.model());
    private static final IntFunction<double[]> ALIKE = row -> new double[] {row % 2, row % 2, row % 2, row % 2};

    private static List<Finding> findings(Problem.Learning problem, Prepared data, Patient patient) {
        return RunDoctor.of(Ward.document(problem, List.of(Ward.SPEC)), data, List.of(patient));
    }

    /** So many of the first class to ten of the second; the third, of which there is none, is not the rarest. */
    private static Prepared classes(int common) {
        return Ward.rows(common + 10, row -> row < common ? 0 : 1, ALIKE);
    }

    /** Two inputs of spread 1/2, one of as many times that, and one that is always the same. */
    private static Prepared apart(double times) {
        return Ward.rows(90, row -> row % 3, row -> new double[] {row % 2, row % 2, times * (row % 2), 7});
    }

    @Test
    void nineToOneIsInBalanceAndMoreIsNotUnlessTheyAreWeighted() {
        assertThat(findings(IRIS, classes(90), WELL)).isEmpty();
        List<Finding> found = findings(IRIS, classes(91), WELL);
        assertThat(kinds(found)).containsExactly(Ailment.CLASSES_OUT_OF_BALANCE);
        assertThat(found.get(0).evidence().toString()).contains("91").contains("10").contains("setosa").contains("versicolor");
        LossOptions weighted = new LossOptions(1, 0, new ClassWeights.Balanced());
        assertThat(findings(Ward.learning(IRIS.model().withLossOptions(weighted)), classes(91), WELL)).isEmpty();
    }

    @Test
    void weightsAreGivenBesideWhatTheLossHasAlready() {
        LossOptions smoothed = new LossOptions(2, 0.1, null);
        Problem.Learning problem = Ward.learning(IRIS.model().withLossOptions(smoothed));
        Remedy remedy = findings(problem, classes(91), WELL).get(0).remedy();
        assertThat(remedy.setting()).isEqualTo("--class-weights balanced");
        Experiment wanted = Ward.document(Ward.learning(IRIS.model().withLossOptions(new LossOptions(2, 0.1, new ClassWeights.Balanced()))),
                List.of(Ward.SPEC));
        assertThat(remedy.changed()).isEqualTo(wanted);
        assertThat(findings((Problem.Learning) wanted.problem(), classes(91), WELL)).as("mended").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9.99, 0", "10.01, 1", "0.101, 0", "0.099, 1"})
    void spreadsTenTimesApartWantScaling(double times, int found) {
        assertThat(kinds(findings(UNSCALED, apart(times), WELL))).hasSize(found).allMatch(kind -> kind == Ailment.INPUTS_OUT_OF_SCALE);
        assertThat(findings(IRIS, apart(times), WELL)).as("scaled").isEmpty();
    }

    @Test
    void scalingIsTheFirstRemedyOfWhatItMayHaveCausedAndChangesNothingElse() {
        Patient diverging = Ward.patient(Ward.training(0.3, 50), Curve.EMPTY);
        List<Finding> found = findings(UNSCALED, apart(100), diverging);
        assertThat(kinds(found)).containsExactly(Ailment.DIVERGING, Ailment.INPUTS_OUT_OF_SCALE);
        assertThat(found).allSatisfy(one -> {
            assertThat(one.remedy().setting()).isEqualTo("--scaling standard");
            assertThat(one.remedy().changed()).isEqualTo(Ward.document(new Problem.Learning(IRIS.data().withScaling(Scaling.STANDARD),
                    IRIS.model()), List.of(Ward.SPEC)));
        });
        assertThat(found.get(1).contender()).isNull();
        assertThat(found.get(1).since()).isZero();
        Patient flat = Ward.patient(Ward.training(t -> 1.2), Ward.validation(t -> 1.2));
        assertThat(findings(UNSCALED, apart(100), flat).get(0).remedy().setting()).isEqualTo("--scaling standard");
        assertThat(findings(UNSCALED, apart(2), flat).get(0).remedy().setting()).isEqualTo("--steps 1920");
    }

    /** 90 to 10 of two classes: the entropy is 0.325, and nine tenths of it 0.2926. */
    @ParameterizedTest
    @CsvSource({"0.295, 1", "0.290, 0"})
    void aLossIsHeldAgainstTheEntropyOfTheClassesThereAre(double loss, int found) {
        Patient flat = Ward.patient(Ward.training(t -> loss), Ward.validation(t -> loss));
        assertThat(kinds(findings(IRIS, classes(90), flat))).hasSize(found).allMatch(kind -> kind == Ailment.UNDERFITTING);
        LossOptions smoothed = new LossOptions(1, 0.1, null);
        assertThat(findings(Ward.learning(IRIS.model().withLossOptions(smoothed)), classes(90), flat)).as("not known").isEmpty();
    }

    private static Notice giveaway(String column) {
        return new Notice(column, Said.of("notice.giveaway.equal", column, "species", 3));
    }

    @Test
    void aColumnThatGivesTheTargetIsLeftOutWhereOthersStay() {
        Prepared leaking = Ward.IRIS.withNotices(List.of(giveaway("petal_width"), new Notice("petal_width", Said.of("shape.both"))));
        String column = Ward.IRIS.preprocessing().features().get(3).column();
        Finding found = findings(IRIS, Ward.IRIS.withNotices(List.of(giveaway(column))), WELL).get(0);
        assertThat(found.kind()).isEqualTo(Ailment.LEAK_SUSPECTED);
        assertThat(found.remedy().setting()).isEqualTo("--types " + column + "=text");
        Problem.Learning without = (Problem.Learning) found.remedy().changed().problem();
        assertThat(without.data().columns()).contains(new ColumnSpec(column, ColumnType.TEXT, Role.IGNORED));
        assertThat(without.data().columns()).filteredOn(one -> one.name().equals(column)).hasSize(1);
        assertThat(without.data().withColumns(IRIS.data().columns())).isEqualTo(IRIS.data());
        assertThat(without.model()).isEqualTo(IRIS.model());
        assertThat(kinds(findings(IRIS, leaking, WELL))).containsExactly(Ailment.LEAK_SUSPECTED);
        assertThat(findings(IRIS, Ward.IRIS.withNotices(List.of(new Notice(column, Said.of("shape.both")))), WELL)).isEmpty();
        List<Notice> all = Ward.IRIS.preprocessing().features().stream().map(one -> giveaway(one.column())).toList();
        assertThat(findings(IRIS, Ward.IRIS.withNotices(all), WELL)).as("nothing would be left").isEmpty();
    }

    /** No answer is better than that one, so none can be called poor beside it. */
    @Test
    void whereAllTargetsAreOneNobodyUnderfits() {
        Patient poor = Ward.patient(Ward.training(0.5, 0.5), Ward.validation(t -> 0.5));
        Patient poorer = Ward.patient(Ward.training(0.7, 0.7), Ward.validation(t -> 0.7));
        assertThat(kinds(findings(IRIS, Ward.rows(60, row -> row % 2, ALIKE), poorer))).as("one that underfits")
                .contains(Ailment.UNDERFITTING);
        assertThat(kinds(findings(IRIS, Ward.rows(60, row -> 1, ALIKE), poor))).doesNotContain(Ailment.UNDERFITTING);
    }

    @Test
    void aSurfaceHasNoFindings() {
        Experiment surface = Ward.document(new Problem.Surface("rosenbrock", -1, 1), List.of(Ward.SPEC));
        assertThat(RunDoctor.of(surface, null, List.of(Ward.patient(Ward.training(0.3, 50), Curve.EMPTY)))).isEmpty();
        assertThat(Examination.of(surface, null, Ward.SPEC, new double[] {1, 1}, 0)).isEmpty();
    }
}
