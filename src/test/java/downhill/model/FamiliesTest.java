package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.TaskKind;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterSlot;
import downhill.setting.Chosen;
import downhill.setting.Kind;
import downhill.setting.Part;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every family of models, those that are still to come included. */
class FamiliesTest {
    private static final InputShape FEATURES = InputShape.of(4);
    private static final InputShape SERIES = InputShape.of(6, 2);
    private static final InputShape IMAGES = InputShape.of(1, 9, 8);

    static Collection<Family<?>> families() {
        return Families.all();
    }

    private static ModelSpec start(Family<?> family) {
        return new ModelSpec(family.start(family.example()), family.usualLoss(TaskKind.MULTICLASS));
    }

    @Test
    void everyKindOfArchitectureIsOfAFamilyThatIsListed() {
        Stream<Class<?>> started = Families.all().stream().map(family -> family.start(family.example()).getClass());
        assertThat(started.distinct()).containsExactlyInAnyOrder(Architecture.class.getPermittedSubclasses());
    }

    @Test
    void eachHasANameOfItsOwnAndIsFoundByIt() {
        assertThat(Families.all()).allSatisfy(family -> assertThat(Families.named(family.id())).contains(family));
        assertThat(Families.named("forest")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatItBeginsWithIsOfIt(Family<?> family) {
        assertThat(family.start(family.example()).family()).isSameAs(family);
    }

    /** A default stands once: what a setting says is usual is what a model begins with. */
    @ParameterizedTest
    @MethodSource("families")
    void whatIsUsualIsWhatItBeginsWith(Family<?> family) {
        usual(family);
    }

    private static <A extends Architecture> void usual(Family<A> family) {
        A start = family.start(family.example());
        assertThat(family.settings()).filteredOn(part -> part.setting().usual() != null)
                .allSatisfy(part -> assertThat(part.value().apply(start)).isEqualTo(part.setting().usual()));
    }

    @ParameterizedTest
    @MethodSource("families")
    void eachSettingIsTakenOutAsItWasPutIn(Family<?> family) {
        family.settings().forEach(part -> puts(family, part));
    }

    @SuppressWarnings("unchecked")
    private static <A extends Architecture, T> void puts(Family<?> family, Part<A, T> part) {
        A start = (A) family.start(family.example());
        T value = (T) other(part.setting().kind());
        assertThat(part.value().apply(part.with().apply(start, value))).isEqualTo(value).isNotEqualTo(part.value().apply(start));
        assertThat(part.with().apply(start, part.value().apply(start))).isEqualTo(start);
    }

    private static Object other(Kind<?> kind) {
        return kind.read("6").map(Object.class::cast).orElse(Activation.GELU);
    }

    @Test
    void headsAndFeedforwardFollowAWidthThatIsChosen() {
        assertThat(Families.TRANSFORMER.start(SERIES)).isEqualTo(new Architecture.Transformer(16, 2, 32));
        assertThat(Families.TRANSFORMER.start(SERIES, Chosen.NOTHING.with(TransformerFamily.WIDTH, 9L)))
                .isEqualTo(new Architecture.Transformer(9, 1, 18));
    }

    @Test
    void convolutionsThatAreAddedHaveTheKernelOfTheLast() {
        Architecture.Cnn mixed = new Architecture.Cnn(List.of(new Convolution(4, 5), new Convolution(4, 3)), 2, List.of());
        assertThat(CnnFamily.withFilters(mixed, List.of(1, 2, 3)).convolutions())
                .containsExactly(new Convolution(1, 5), new Convolution(2, 3), new Convolution(3, 3));
    }

    /** Also the picture of the inside: each has something to show in the model. */
    @ParameterizedTest
    @MethodSource("families")
    void whatItBeginsWithCanBeBuiltCountedAndTold(Family<?> family) {
        ModelSpec spec = start(family);
        ModelGraph graph = ModelBuilder.evaluation(spec, family.example(), 3, 2, false);
        assertThat(graph.output().shape()).containsExactly(2, 3);
        assertThat(ModelSize.of(spec, family.example(), 3).parameters()).isEqualTo(graph.layout().count());
        assertThat(ModelSummary.of(spec, family.example(), 3).sizes().toString()).endsWith(" – 3");
        assertThat(family.insides()).allSatisfy(inside -> assertThat(shown(inside, graph)).isTrue());
    }

    private static boolean shown(Inside inside, ModelGraph graph) {
        Stream<String> arrays = graph.layout().slots().stream().map(ParameterSlot::name);
        return (inside == Inside.KERNELS ? arrays : graph.views().keySet().stream()).anyMatch(inside::shows);
    }

    @ParameterizedTest
    @MethodSource("families")
    void reluUnitsAreWhereItSays(Family<?> family) {
        Architecture architecture = family.start(family.example());
        Map<String, Node> views = ModelBuilder.evaluation(start(family), family.example(), 3, 2, false).views();
        assertThat(views).containsKeys(Family.of(architecture).reluViews(architecture).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("families")
    void dropoutHasMasksWhereThereAreHiddenValues(Family<?> family) {
        assertDrops(family.start(family.example()), family);
        assertDrops(new Architecture.Mlp(List.of(), List.of()), Families.MLP);
    }

    private static void assertDrops(Architecture architecture, Family<?> family) {
        ModelSpec spec = new ModelSpec(architecture, family.usualLoss(TaskKind.MULTICLASS), Initializer.DEFAULT, 0.5);
        ModelGraph graph = ModelBuilder.build(spec, family.example(), 3, 2, false);
        assertThat(Family.of(architecture).hasHidden(architecture)).isEqualTo(!graph.masks().isEmpty());
    }

    /** Each task, and each shape of examples, has what suits it. */
    @ParameterizedTest
    @MethodSource("families")
    void itIsOfferedForSomethingAndForWhatItIsMeantFor(Family<?> family) {
        assertThat(TaskKind.values()).anyMatch(task -> family.fits(task, family.example()));
        assertThat(family.means().stream()).allSatisfy(task -> assertThat(family.fits(task, family.example())).isTrue());
    }

    @Test
    void whatIsOfferedIsWhatFits() {
        assertThat(ids(TaskKind.REGRESSION, FEATURES)).contains("linear", "polynomial", "mlp")
                .doesNotContain("logistic", "softmax", "cnn", "lstm");
        assertThat(ids(TaskKind.REGRESSION, SERIES)).contains("linear", "mlp", "rnn", "lstm", "gru", "transformer")
                .doesNotContain("logistic", "cnn");
        assertThat(ids(TaskKind.BINARY, FEATURES)).contains("logistic", "mlp").doesNotContain("linear", "polynomial", "softmax", "gru");
        assertThat(ids(TaskKind.MULTICLASS, IMAGES)).contains("softmax", "mlp", "cnn").doesNotContain("linear", "logistic", "transformer");
    }

    private static List<String> ids(TaskKind task, InputShape shape) {
        return Families.fitting(task, shape).stream().<String>map(Family::id).toList();
    }

    @Test
    void whatSuitsTheDataFitsThem() {
        for (TaskKind task : TaskKind.values()) {
            assertThat(List.of(FEATURES, SERIES, IMAGES)).allSatisfy(shape -> assertThat(Families.suiting(shape).fits(task, shape))
                    .isTrue());
        }
    }
}
