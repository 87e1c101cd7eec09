package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Progress;
import downhill.data.prepare.Preprocessing;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    @TempDir
    private Path folder;
    private Path file;
    private TrainedModel model;

    @BeforeEach
    void save() {
        file = folder.resolve("m.downhill-model");
        model = write(file);
    }

    /** Saves a small model of iris. */
    static TrainedModel write(Path target) {
        Preprocessing steps = DataSources.prepare(SampleData.of("iris").spec(), null, Progress.NONE).preprocessing();
        ModelSpec spec = new ModelSpec(new Architecture.Mlp(List.of(5), Activation.TANH), Loss.CROSS_ENTROPY);
        double[] row = InitialValues.row(spec, InputShape.of(4), 3, 1);
        row[0] = Double.MIN_VALUE;
        row[1] = Double.NaN;
        TrainedModel model = new TrainedModel("Größe", spec, steps, 3, row,
                new TrainedModel.Origin("adam", Map.of("learningRate", 0.1), 10, 1, "double", "FINISHED", 0.5, Double.NaN));
        ModelStore.write(target, model);
        return model;
    }

    private Map<String, byte[]> parts() {
        ModelZip zip = ModelZip.read(file);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(ModelStore.MANIFEST, zip.manifest());
        parts.put(ModelStore.PARAMETERS, zip.parameters());
        return parts;
    }

    private Path zip(Map<String, byte[]> parts) throws IOException {
        Path other = folder.resolve("other.downhill-model");
        try (OutputStream out = Files.newOutputStream(other); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return other;
    }

    private static void refused(Path file, String message) {
        assertThatThrownBy(() -> ModelStore.read(file)).isInstanceOf(StoreException.class).hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    private Map<String, byte[]> edited(String part, String replacement) {
        Map<String, byte[]> parts = parts();
        String text = new String(parts.get(ModelStore.MANIFEST), StandardCharsets.UTF_8);
        assertThat(text).contains(part);
        parts.put(ModelStore.MANIFEST, text.replace(part, replacement).getBytes(StandardCharsets.UTF_8));
        return parts;
    }

    @Test
    void aModelComesBackToTheBit() {
        TrainedModel back = ModelStore.read(file);
        assertThat(back.parameters()).isEqualTo(model.parameters());
        assertThat(back.preprocessing()).isEqualTo(model.preprocessing());
        assertThat(back.model()).isEqualTo(model.model());
        assertThat(back.training()).isEqualTo(model.training());
        assertThat(back.name()).isEqualTo("Größe");
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again.downhill-model");
        ModelStore.write(again, ModelStore.read(file));
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void aChangedNumberIsNoticed() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.get(ModelStore.PARAMETERS)[20] ^= 1;
        refused(zip(parts), "SHA-256");
    }

    @Test
    void aPartTooManyIsRefused() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put("../../etc/passwd", new byte[3]);
        refused(zip(parts), "it contains \"../../etc/passwd\"");
    }

    @Test
    void aMissingPartIsNamed() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.remove(ModelStore.PARAMETERS);
        refused(zip(parts), "lacks parameters.f64");
    }

    @Test
    void aBrokenZipIsRefusedWhereverItBreaks() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length - 100; length += 97) {
            Path cut = Files.write(folder.resolve("cut.downhill-model"), java.util.Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ModelStore.read(cut)).as("cut after " + length).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void aModelOfTheFirstVersionOpensWithoutAReading() throws IOException {
        Preprocessing steps = model.preprocessing();
        Preprocessing old = new Preprocessing(steps.features(), steps.target(), steps.task(), steps.image(), steps.sequence(), null);
        ModelStore.write(file, new TrainedModel(model.name(), model.model(), old, model.outputs(), model.parameters(), model.training()));
        Files.write(file, Files.readAllBytes(zip(edited("\"version\" : 2,", "\"version\" : 1,"))));
        assertThat(ModelStore.read(file).preprocessing()).isEqualTo(old);
    }

    @Test
    void aNewerVersionAsksForANewerProgram() throws IOException {
        refused(zip(edited("\"version\" : 2,", "\"version\" : 5,")), "Install a newer Downhill");
    }

    @Test
    void aModelThatItsNumbersDoNotFitIsRefused() throws IOException {
        refused(zip(edited("\"hidden\" : [ 5 ]", "\"hidden\" : [ 6 ]")), "arrays it lists are not those of its model");
        refused(zip(edited("\"outputs\" : 3", "\"outputs\" : 0")), "cannot be built");
        refused(zip(edited("\"outputs\" : 3", "\"outputs\" : 2000000000")), "damaged");
    }

    @Test
    void aPartThatGrowsTooLargeIsRefused() throws IOException {
        Map<String, byte[]> parts = parts();
        parts.put(ModelStore.MANIFEST, new byte[(int) Json.MAX_BYTES + 1]);
        refused(zip(parts), "larger than 50 MB");
    }
}
