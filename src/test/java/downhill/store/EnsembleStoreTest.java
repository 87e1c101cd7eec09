package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.MissingStrategy;
import downhill.data.Progress;
import downhill.data.Scaling;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several models in one file. */
class EnsembleStoreTest {
    @TempDir
    private Path folder;
    private Path file;
    private TrainedModel net;
    private TrainedEnsemble ensemble;

    @BeforeEach
    void save() {
        file = folder.resolve("two.downhill-model");
        net = ModelStoreTest.write(folder.resolve("one.downhill-model"));
        ensemble = new TrainedEnsemble("Zwei",
                List.of(new TrainedEnsemble.Member(0.75, net), new TrainedEnsemble.Member(0.25, plain("iris"))));
        ModelStore.write(file, ensemble);
    }

    /** A linear model of the same rows, scaled otherwise. */
    private static TrainedModel plain(String sample) {
        var steps = DataSources.prepare(SampleData.of(sample).spec().withScaling(Scaling.MIN_MAX), null, Progress.NONE).preprocessing();
        double[] row = new double[steps.width() * 3 + 3];
        row[2] = -0.0;
        row[3] = 0.1;
        return new TrainedModel("Plain", new ModelSpec(new Architecture.Softmax(), Loss.CROSS_ENTROPY), steps, 3, row,
                new TrainedModel.Origin("sgd", Map.of(), 5, 2, "float", "FINISHED", 1, 2));
    }

    @Test
    void allMembersComeBackToTheBit() {
        TrainedEnsemble back = ModelStore.readAny(file);
        assertThat(back.name()).isEqualTo("Zwei");
        assertThat(back.members()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            TrainedModel read = back.members().get(i).model();
            TrainedModel saved = ensemble.members().get(i).model();
            assertThat(back.members().get(i).weight()).isEqualTo(ensemble.members().get(i).weight());
            assertThat(read.parameters()).isEqualTo(saved.parameters());
            assertThat(read.preprocessing()).isEqualTo(saved.preprocessing());
            assertThat(read.model()).isEqualTo(saved.model());
            assertThat(read.training()).isEqualTo(saved.training());
        }
    }

    @Test
    void theSameEnsembleGivesTheSameBytes() throws IOException {
        ModelStore.write(folder.resolve("again.downhill-model"), ModelStore.readAny(file));
        assertThat(folder.resolve("again.downhill-model")).hasBinaryContent(Files.readAllBytes(file));
    }

    /** So that programs that know no ensembles read it. */
    @Test
    void oneAloneIsAFileAsBefore() throws IOException {
        Path alone = folder.resolve("alone.downhill-model");
        ModelStore.write(alone, TrainedEnsemble.of(net));
        assertThat(alone).hasBinaryContent(Files.readAllBytes(folder.resolve("one.downhill-model")));
        assertThat(new String(ModelZip.read(alone).manifest(), StandardCharsets.UTF_8)).contains("\"version\" : 2");
        assertThat(new String(ModelZip.read(file).manifest(), StandardCharsets.UTF_8)).contains("\"version\" : 3");
        assertThat(ModelStore.readAny(alone).members()).hasSize(1).allMatch(each -> each.weight() == 1);
    }

    @Test
    void whoCanAskASingleOneOnlySaysSo() {
        assertThatThrownBy(() -> ModelStore.read(file)).isInstanceOf(StoreException.class).hasMessageContaining("holds 2 models")
                .hasMessageContaining("predict, evaluate, explain");
    }

    private void refused(String part, String replacement, String why) throws IOException {
        ModelZip zip = ModelZip.read(file);
        String text = new String(zip.manifest(), StandardCharsets.UTF_8);
        assertThat(text).contains(part);
        Path other = folder.resolve("other.downhill-model");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            out.putNextEntry(new ZipEntry(ModelStore.MANIFEST));
            out.write(text.replace(part, replacement).getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            out.putNextEntry(new ZipEntry(ModelStore.PARAMETERS));
            out.write(zip.parameters());
            out.closeEntry();
        }
        assertThatThrownBy(() -> ModelStore.readAny(other)).isInstanceOf(StoreException.class).hasMessageStartingWith(other.toString())
                .hasMessageContaining(why);
    }

    @Test
    void whatWasChangedByHandIsRefusedWithWhatIsWrong() throws IOException {
        refused("\"weight\" : 0.75", "\"weight\" : 0.5", "add up to 1");
        refused("\"weight\" : 0.75", "\"weight\" : -0.75", "above 0");
        refused("\"weight\" : 0.75", "\"weight\" : \"NaN\"", "above 0");
        refused("\"weight\" : 0.75,", "", "weight");
        refused("\"sha256\" : \"", "\"sha256\" : \"0", "SHA-256");
        refused("\"version\" : 3", "\"version\" : 2", "members");
        refused("\"name\" : \"dense2.weight\"", "\"name\" : \"dense3.weight\"", "arrays");
        refused("\"petal_width\"", "\"petal_length\"", "");
    }

    @Test
    void modelsOfOtherColumnsOrTargetsDoNotAnswerAsOne() {
        TrainedModel wine = plain("wine");
        assertThatThrownBy(() -> new TrainedEnsemble("x",
                List.of(new TrainedEnsemble.Member(0.5, net), new TrainedEnsemble.Member(0.5, wine))))
                .isInstanceOf(ModelException.class).hasMessageContaining("the same columns");
        TrainedModel strict = TrainedEnsemble.of(net).preparing(steps -> DataSources.prepare(SampleData.of("iris").spec()
                .withMissing(MissingStrategy.DROP_ROW), null, Progress.NONE).preprocessing()).members().get(0).model();
        assertThatThrownBy(() -> new TrainedEnsemble("x", List.of(new TrainedEnsemble.Member(0.5, net),
                new TrainedEnsemble.Member(0.5, strict)))).as("other rows can be predicted").isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> new TrainedEnsemble("x", List.of())).isInstanceOf(ModelException.class);
    }
}
