package downhill.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.Samples;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Clipping;
import downhill.optim.Hyperparameter;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each remedy changes, that it changes nothing else, and that there is none where nothing can be changed. */
class RemediesTest {
    private static final ContenderSpec OTHER = ContenderSpec.of("c2", "Other", "adam", Map.of("learningRate", 0.2), 1);
    private static final Patient STUCK = Ward.patient(Ward.training(t -> 0.97 - 0.04 * Math.min(1, 10 * t)), Curve.EMPTY);
    private static final Patient FLAT = Ward.patient(Ward.training(t -> 1.1), Ward.validation(t -> 1.1));
    private static final String FREE = "id: free\nname: Free\nsource: made up\n\nupdate:\n  θ ← θ − 0.01·g\n";

    private static ModelSpec mlp(Activation activation, Integer... hidden) {
        return new ModelSpec(new Architecture.Mlp(List.of(hidden), activation), Loss.CROSS_ENTROPY);
    }

    private static Experiment document(ModelSpec model, ContenderSpec spec) {
        return Ward.document(Ward.learning(model), List.of(OTHER, spec));
    }

    private static List<Finding> findings(Experiment document, Patient patient) {
        return RunDoctor.of(document, Ward.IRIS, List.of(patient));
    }

    private static Patient as(Patient patient, ContenderSpec spec) {
        return new Patient(spec, patient.diverged(), patient.training(), patient.validation(), patient.validationNow(), 1,
                patient.inside());
    }

    private static Patient inside(double dead, double saturated, double ratio, double sensitivity) {
        return STUCK.with(() -> Optional.of(new Vitals(9, List.of(new Vitals.Layer("dense1.activation", dead, saturated)), "dense1.weight",
                ratio, sensitivity, 1, 16)));
    }

    private static List<String> settings(ModelSpec model, Patient patient) {
        return findings(document(model, patient.spec()), patient).stream().flatMap(one -> one.remedies().stream()).map(Remedy::setting)
                .toList();
    }

    /** The document of a remedy of one contender, with that contender put back, is the one before; the others are as they were. */
    private static ContenderSpec changed(Experiment before, Remedy remedy, String id) {
        assertThat(remedy.contender()).isEqualTo(id);
        assertThat(remedy.changed().contenders().get(0)).isEqualTo(OTHER);
        assertThat(remedy.changed().withContenders(before.contenders())).isEqualTo(before);
        return remedy.spec().orElseThrow();
    }

    @Test
    void aRateGoesDownFromTheOneInForceAndTheChangesMadeByHandAreInIt() {
        ContenderSpec spec = Ward.SPEC.withChanges(List.of(new ContenderSpec.Change(50, "learningRate", 0.7)));
        Experiment before = document(Samples.IRIS_MODEL, spec);
        Remedy remedy = findings(before, as(Ward.patient(Ward.training(0.3, 0.6), Curve.EMPTY), spec)).get(0).remedy();
        assertThat(remedy.setting()).isEqualTo("learningRate=0.07");
        assertThat(changed(before, remedy, "c1")).isEqualTo(Ward.SPEC.withHyperparameters(Map.of("learningRate", 0.07)));
    }

    @Test
    void deadUnitsAreMendedByTheRateOfOneOrByTheUnitsOfAll() {
        ModelSpec model = mlp(Activation.RELU, 8, 4);
        Experiment before = document(model, Ward.SPEC);
        List<Remedy> remedies = findings(before, inside(1, 0, 1, 1)).get(0).remedies();
        assertThat(remedies).extracting(Remedy::setting).containsExactly("learningRate=0.01", "--activation gelu");
        assertThat(changed(before, remedies.get(0), "c1").withHyperparameters(Ward.SPEC.hyperparameters())).isEqualTo(Ward.SPEC);
        assertThat(remedies.get(1).spec()).isEmpty();
        assertThat(remedies.get(1).changed()).isEqualTo(before.withProblem(Ward.learning(mlp(Activation.GELU, 8, 4))));
    }

    @Test
    void clippingIsOfferedToThoseWhoHaveNone() {
        Experiment before = document(Samples.IRIS_MODEL, Ward.SPEC);
        Patient exploding = inside(0, 0, 1, 5000);
        Remedy remedy = findings(before, exploding).get(0).remedy();
        assertThat(changed(before, remedy, "c1")).isEqualTo(Ward.SPEC.withClipping(new Clipping.ByNorm(1)));
        ContenderSpec own = Ward.SPEC.withClipping(new Clipping.ByValue(3));
        assertThat(settings(Samples.IRIS_MODEL, as(exploding, own))).containsExactly("learningRate=0.01");
        Experiment shared = before.withTraining(before.training().withClipping(new Clipping.ByNorm(5)));
        assertThat(findings(shared, exploding).get(0).remedies()).extracting(Remedy::setting).containsExactly("learningRate=0.01");
        ContenderSpec none = Ward.SPEC.withClipping(new Clipping.None());
        assertThat(findings(shared.withContenders(List.of(OTHER, none)), as(exploding, none)).get(0).remedy().setting())
                .as("without what the others have").isEqualTo("clipNorm=1");
    }

    @ParameterizedTest
    @CsvSource({"TANH, 3, --activation relu|--hidden 16;16", "RELU, 3, --hidden 16;16", "SIGMOID, 2, --activation relu", "RELU, 2,"})
    void vanishingGradientsAreMendedByUnitsOrDepthAndUnsaidWhereThereIsNeither(Activation units, int layers, String typed) {
        Integer[] hidden = {8, 8, 8};
        ModelSpec model = mlp(units, Arrays.copyOf(hidden, layers));
        List<String> wanted = typed == null ? List.of() : List.of(typed.replace(';', ',').split("\\|"));
        assertThat(settings(model, inside(0, 0, 1e-5, 1))).isEqualTo(wanted);
    }

    @Test
    void aRuleWithoutALearningRateGetsNoFindingThatWantsOne() {
        ContenderSpec spec = Ward.SPEC.withRule("free", FREE, Map.of());
        assertThat(settings(Samples.IRIS_MODEL, as(Ward.patient(Ward.training(0.3, 50), Curve.EMPTY), spec))).isEmpty();
        assertThat(settings(Samples.IRIS_MODEL, as(Ward.patient(Ward.training(0.3, 0.6), Curve.EMPTY), spec))).isEmpty();
        assertThat(settings(Samples.IRIS_MODEL, as(Ward.patient(Ward.training(t -> 0.8 - 0.5 * t), Curve.EMPTY), spec))).isEmpty();
        assertThat(settings(mlp(Activation.RELU, 8), as(inside(1, 0, 1, 1), spec))).containsExactly("--activation gelu");
    }

    /** Whatever the rule, a rate that is asked for is one that the rule takes; three digits are enough for it. */
    @Test
    void everyRuleGetsARateItAllows() {
        for (Rule rule : RuleLibrary.complete().all().stream().filter(one -> one.learningRateIndex() >= 0).toList()) {
            Hyperparameter rate = rule.hyperparameters().get(rule.learningRateIndex());
            ContenderSpec spec = ContenderSpec.of("c1", "Mine", rule.id(), Map.of(), 0);
            Remedy remedy = findings(document(Samples.IRIS_MODEL, spec), as(Ward.patient(Ward.training(0.3, 50), Curve.EMPTY), spec)).get(0)
                    .remedy();
            double asked = remedy.spec().orElseThrow().hyperparameters().get(rate.key());
            assertThat(rate.problemWith(asked)).as(rule.id()).isNull();
            assertThat(asked).as(rule.id()).isCloseTo(0.1 * rate.defaultValue(), Percentage.withPercentage(0.5));
            assertThat(Double.parseDouble(remedy.setting().substring(rate.key().length() + 1))).as(rule.id()).isEqualTo(asked);
        }
    }

    @Test
    void underfittingLoosensOneThingAfterTheOther() {
        ModelSpec dropped = new ModelSpec(Samples.IRIS_MODEL.architecture(), Loss.CROSS_ENTROPY, Samples.IRIS_MODEL.initializer(), 0.5);
        ContenderSpec both = Ward.SPEC.withPenalty(new Penalty(0.1, 0.2));
        ContenderSpec l1 = Ward.SPEC.withPenalty(new Penalty(0.1, 0));
        Experiment before = document(dropped, both);
        Remedy first = findings(before, as(FLAT, both)).get(0).remedy();
        assertThat(first.setting()).isEqualTo("l2=0");
        assertThat(changed(before, first, "c1")).isEqualTo(l1);
        before = document(dropped, l1);
        Remedy second = findings(before, as(FLAT, l1)).get(0).remedy();
        assertThat(second.setting()).isEqualTo("l1=0");
        assertThat(changed(before, second, "c1").penalty()).isEqualTo(Penalty.NONE);
        before = document(dropped, Ward.SPEC);
        Remedy third = findings(before, FLAT).get(0).remedy();
        assertThat(third.setting()).isEqualTo("--dropout 0");
        assertThat(third.changed()).isEqualTo(before.withProblem(Ward.learning(Samples.IRIS_MODEL)));
        before = document(Samples.IRIS_MODEL, Ward.SPEC);
        Remedy last = findings(before, FLAT).get(0).remedy();
        assertThat(last.setting()).isEqualTo("--steps 1920");
        assertThat(last.changed()).isEqualTo(before.withTraining(before.training().withSteps(1920)));
    }

    @Test
    void aLineThatUnderfitsBecomesANetworkAndTheRestOfTheModelStays() {
        ModelSpec line = new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY);
        Experiment before = document(line, Ward.SPEC);
        Remedy remedy = findings(before, FLAT).get(0).remedy();
        assertThat(remedy.setting()).isEqualTo("--model mlp --hidden 16,16");
        ModelSpec now = ((Problem.Learning) remedy.changed().problem()).model();
        assertThat(now.architecture()).isEqualTo(new Architecture.Mlp(List.of(16, 16), Activation.TANH));
        assertThat(new ModelSpec(line.architecture(), now.loss(), now.initializer(), now.dropout(), now.lossOptions())).isEqualTo(line);
        assertThat(remedy.changed().withProblem(before.problem())).isEqualTo(before);
    }

    @Test
    void overfittingIsStoppedEarlyOrHeldBackTenTimesAsMuchAsNow() {
        Patient over = Ward.patient(Ward.training(0.1, 0.1), Ward.validation(t -> t < 0.3 ? 1 - 2.5 * t : 0.25 + (t - 0.3)));
        ContenderSpec held = Ward.SPEC.withPenalty(new Penalty(0.3, 0.02));
        Experiment before = document(Samples.IRIS_MODEL, held);
        List<Remedy> remedies = findings(before, as(over, held)).get(0).remedies();
        assertThat(remedies).extracting(Remedy::setting).containsExactly("--patience 10", "l2=0.2");
        assertThat(remedies.get(0).changed()).isEqualTo(before.withTraining(before.training()
                .withEarlyStopping(new TrainingSpec.EarlyStopping(10, 0, true))));
        assertThat(changed(before, remedies.get(1), "c1")).isEqualTo(held.withPenalty(new Penalty(0.3, 0.2)));
        Experiment stopping = before.withTraining(before.training().withEarlyStopping(new TrainingSpec.EarlyStopping(3, 0, false)));
        assertThat(findings(stopping, as(over, held)).get(0).remedies()).extracting(Remedy::setting).containsExactly("l2=0.2");
    }

    /** A branch comes off where all was well last; where that never was, at the start of the contender. */
    @Test
    void theStepToComeOffIsTheBestValidationOrTheBirth() {
        ContenderSpec branch = Ward.SPEC.withFork(new ContenderSpec.Fork("c2", 70, Map.of()));
        Curve rising = Ward.training(0.3, 0.6);
        Curve turning = Ward.validation(t -> 0.2 + Math.abs(t - 0.5));
        assertThat(Ward.findings(Ward.patient(branch, rising, turning)).get(0).since()).isEqualTo(240);
        assertThat(Ward.findings(Ward.patient(branch, rising, Curve.EMPTY)).get(0).since()).isEqualTo(70);
        assertThat(Ward.findings(as(FLAT, branch)).get(0).since()).isEqualTo(70);
    }
}
