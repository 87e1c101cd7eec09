package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.ColumnType;
import downhill.data.ImageSpec;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.TaskKind;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.TargetStep;
import downhill.engine.graph.ParameterSlot;
import downhill.engine.graph.ReferenceInterpreter;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelCases;
import downhill.model.Prediction;
import downhill.model.TrainedModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Models of every family in files: what is read answers as what was saved, to the bit; what was damaged is never another model. */
class ModelFilesTest {
    @TempDir
    private Path folder;

    static Stream<ModelCases.Case> cases() {
        return ModelCases.all().filter(each -> !each.weighting().rows());
    }

    /** Steps whose inputs have the shape that a model wants. */
    private static Preprocessing steps(ModelCases.Case saved) {
        List<Integer> shape = saved.shape().lengths();
        int columns = shape.size() == 2 ? shape.get(1) : saved.shape().size();
        List<FeatureStep> features = IntStream.range(0, columns).<FeatureStep>mapToObj(i -> new FeatureStep.Numeric("x" + i,
                ColumnType.NUMBER, i % 2 == 0 ? null : 0.1 * i, Scaling.STANDARD, i, 1 + i)).toList();
        TaskKind task = saved.outputs() == 1 ? TaskKind.REGRESSION : TaskKind.MULTICLASS;
        TargetStep target = task == TaskKind.REGRESSION ? new TargetStep.NumberTarget("y", 0.1, 3)
                : new TargetStep.ClassTarget("y", IntStream.range(0, saved.outputs()).mapToObj(i -> "k" + i).toList());
        return new Preprocessing(features, target, task, shape.size() == 3 ? new ImageSpec(shape.get(0), shape.get(1), shape.get(2)) : null,
                shape.size() == 2 ? new SequenceSpec(shape.get(0), 1, 1) : null, null);
    }

    private static TrainedModel model(ModelCases.Case saved, long seed) {
        double[] row = InitialValues.row(saved.spec(), saved.shape(), saved.outputs(), seed);
        return new TrainedModel(saved.name(), saved.spec(), steps(saved), saved.outputs(), row, new TrainedModel.Origin("adam",
                Map.of("learningRate", 0.1 + seed), seed, -seed, "float", "FINISHED", 1 / 3.0, Double.NaN));
    }

    private static double[] answers(TrainedModel model, double[] x) {
        InputShape shape = InputShape.of(model.preprocessing().inputShape());
        Prediction graph = ModelBuilder.prediction(model.model(), shape, model.outputs(), x.length / shape.size(), false);
        return new ReferenceInterpreter().evaluate(List.of(graph.output()), 1, Map.of("x", x), model.parameters())[0][0];
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsReadAnswersAsWhatWasSaved(ModelCases.Case saved) {
        Path file = folder.resolve("m" + ModelStore.ENDING);
        TrainedModel model = model(saved, 7);
        ModelStore.write(file, model);
        TrainedModel back = ModelStore.read(file);
        assertThat(back.model()).isEqualTo(model.model());
        assertThat(back.preprocessing()).isEqualTo(model.preprocessing());
        assertThat(back.training()).isEqualTo(model.training());
        double[] x = new Random(8).doubles(3L * saved.shape().size(), -2, 2).toArray();
        assertThat(answers(back, x)).isEqualTo(answers(model, x)).doesNotContain(Double.NaN);
    }

    /** As a program that knows the documentation alone would read it: named arrays one after another, row by row. */
    @ParameterizedTest
    @MethodSource("cases")
    void theFileHoldsItsArraysAsIsDocumented(ModelCases.Case saved) {
        Path file = folder.resolve("m" + ModelStore.ENDING);
        TrainedModel model = model(saved, 9);
        ModelStore.write(file, model);
        ModelZip zip = ModelZip.read(file);
        JsonNode arrays = Json.parse(zip.manifest(), "model.json").get("arrays");
        Prediction graph = ModelBuilder.prediction(saved.spec(), saved.shape(), saved.outputs(), 1, false);
        ByteBuffer numbers = ByteBuffer.wrap(zip.parameters()).order(ByteOrder.LITTLE_ENDIAN);
        for (JsonNode array : arrays) {
            ParameterSlot slot = graph.layout().slot(array.get("name").stringValue()).orElseThrow();
            int size = 1;
            for (JsonNode length : array.get("shape")) {
                size *= length.intValue();
            }
            assertThat(size).isEqualTo(slot.size());
            for (int i = 0; i < size; i++) {
                assertThat(numbers.getDouble()).as("%s[%d]", slot.name(), i).isEqualTo(model.parameters()[slot.position(i)]);
            }
        }
        assertThat(numbers.hasRemaining()).isFalse();
        assertThat(FileHash.of(zip.parameters())).isEqualTo(Json.parse(zip.manifest(), "model.json").get("sha256").stringValue());
    }

    private static boolean equal(TrainedModel one, TrainedModel other) {
        return Arrays.equals(one.parameters(), other.parameters()) && one.model().equals(other.model()) && one.name().equals(other.name())
                && one.preprocessing().equals(other.preprocessing()) && one.training().equals(other.training());
    }

    /** At every place of a file, one bit: refused in one line that names it, or of no consequence. */
    @Test
    void aDamagedBitIsRefusedOrOfNoConsequence() throws IOException {
        ModelCases.Case small = cases().filter(each -> each.name().equals("logistic")).findFirst().orElseThrow();
        Path file = folder.resolve("m" + ModelStore.ENDING);
        TrainedModel model = model(small, 3);
        ModelStore.write(file, model);
        byte[] whole = Files.readAllBytes(file);
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Files.write(file, damaged);
            try {
                assertThat(equal(ModelStore.read(file), model)).as("bit %d of byte %d", at % 8, at).isTrue();
            } catch (StoreException e) {
                refused++;
                assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n", "invalid", "CRC", "null").endsWith(".");
            }
        }
        assertThat(refused).as("of %d", whole.length).isGreaterThan(whole.length / 2);
    }

    /** Where the numbers of another model of the same size were put in, it is noticed. */
    @Test
    void theNumbersOfAnotherModelAreNoticed() throws IOException {
        ModelCases.Case small = cases().filter(each -> each.name().equals("softmax")).findFirst().orElseThrow();
        Path one = folder.resolve("one" + ModelStore.ENDING);
        Path other = folder.resolve("other" + ModelStore.ENDING);
        ModelStore.write(one, model(small, 1));
        ModelStore.write(other, model(small, 2));
        assertThat(ModelZip.read(one).parameters()).hasSameSizeAs(ModelZip.read(other).parameters());
        Map<String, byte[]> parts = Map.of(ModelStore.MANIFEST, ModelZip.read(one).manifest(), ModelStore.PARAMETERS,
                ModelZip.read(other).parameters());
        Path mixed = folder.resolve("mixed" + ModelStore.ENDING);
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(mixed))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new java.util.zip.ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ModelStore.read(mixed))).isInstanceOf(StoreException.class)
                .hasMessageContaining("SHA-256");
    }
}
