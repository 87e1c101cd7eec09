package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Progress;
import downhill.data.prepare.Preprocessing;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.graph.ParameterLayout;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Quantisation;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of models with whole numbers for weights. */
class QuantisedFileTest {
    @TempDir
    private Path folder;

    private static final Preprocessing STEPS = DataSources.prepare(SampleData.of("iris").spec(), null, Progress.NONE).preprocessing();

    /** With random whole numbers, of an odd count where two share a byte. */
    static TrainedModel model(Quantisation how) {
        ModelSpec spec = new ModelSpec(new Architecture.Mlp(List.of(5), Activation.TANH), Loss.CROSS_ENTROPY).withQuantisation(how);
        ParameterLayout layout = ModelBuilder.prediction(spec, InputShape.of(4), 3, 1, false).layout();
        double[] row = new double[layout.count()];
        Random random = new Random(3);
        layout.slots().forEach(slot -> {
            boolean whole = layout.slot(slot.name() + ".step").isPresent() && !how.learning();
            for (int i = 0; i < slot.size(); i++) {
                int number = how.bits() == 1 ? 2 * random.nextInt(2) - 1 : random.nextInt(2 * how.most() + 1) - how.most();
                row[slot.position(i)] = whole ? number : (float) random.nextGaussian();
            }
        });
        return new TrainedModel("whole", spec, STEPS, 3, row,
                new TrainedModel.Origin("adam", Map.of(), 10, 1, "double", "FINISHED", 0.5, Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 4, 1})
    void whatIsWrittenIsReadAndTakesItsBits(int bits) {
        Path file = folder.resolve("m.downhill-model");
        TrainedModel model = model(Quantisation.ofWeights(bits).withInputs(Map.of("dense1", new Quantisation.Grid(0.5, -3))));
        ModelStore.write(file, model);
        TrainedModel read = ModelStore.read(file);
        assertThat(read.parameters()).containsExactly(model.parameters());
        assertThat(read.model()).isEqualTo(model.model());
        ModelZip zip = ModelZip.read(file);
        int floats = 4 * (5 + 5 + 3 + 3);
        assertThat(zip.parameters()).hasSize(floats + (20 * bits + 7) / 8 + (15 * bits + 7) / 8);
        assertThat(new String(zip.manifest(), StandardCharsets.UTF_8)).contains("\"version\" : 4", "\"type\" : \"int" + bits + "\"");
    }

    @Test
    void oneThatIsTrainedKeepsItsRealNumbers() {
        Path file = folder.resolve("m.downhill-model");
        TrainedModel model = model(Quantisation.ofWeights(4).learning(true));
        ModelStore.write(file, model);
        assertThat(ModelStore.read(file).parameters()).containsExactly(model.parameters());
        assertThat(ModelZip.read(file).parameters()).hasSize(8 * model.parameters().length);
    }

    @Test
    void itStandsBesideOthersInAnEnsemble() {
        Path file = folder.resolve("m.downhill-model");
        TrainedModel whole = model(Quantisation.ofWeights(4));
        TrainedModel real = ModelStoreTest.write(folder.resolve("other.downhill-model"));
        ModelStore.write(file, new TrainedEnsemble("both", List.of(new TrainedEnsemble.Member(0.5, whole),
                new TrainedEnsemble.Member(0.5, real))));
        List<TrainedEnsemble.Member> read = ModelStore.readAny(file).members();
        assertThat(read.get(0).model().parameters()).containsExactly(whole.parameters());
        assertThat(read.get(1).model().parameters()).containsExactly(real.parameters());
    }

    @Test
    void aNumberThatItsWidthDoesNotHoldIsNotWrittenAsAnother() {
        TrainedModel model = model(Quantisation.ofWeights(4));
        model.parameters()[0] = 8;
        assertThatThrownBy(() -> ModelStore.write(folder.resolve("m.downhill-model"), model)).isInstanceOf(StoreException.class)
                .hasMessageContaining("8.0");
    }
}
