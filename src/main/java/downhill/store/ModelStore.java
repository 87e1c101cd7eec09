package downhill.store;

import downhill.data.prepare.Preprocessing;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.words.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/**
 * Trained models in files: a zip of {@code model.json} and {@code parameters.f64}. The numbers are little-endian IEEE 754
 * binary64, the named arrays one after another as {@code model.json} lists them, each row-major.
 */
public final class ModelStore {
    /** Ending of the files. */
    public static final String ENDING = ".downhill-model";
    static final String MANIFEST = "model.json";
    static final String PARAMETERS = "parameters.f64";
    private static final String FORMAT = "downhill-model";
    private static final int VERSION = 2;

    /** A named array of the file. */
    record NamedArray(String name, List<Integer> shape) {
    }

    record Manifest(String format, int version, String application, String name, ModelSpec model, Preprocessing preprocessing,
                    int outputs, List<NamedArray> arrays, String sha256, TrainedModel.Origin training) {
    }

    private ModelStore() {
    }

    /** Saves a model. */
    public static void write(Path target, TrainedModel model) {
        ParameterLayout layout = layout(model.model(), model.preprocessing(), model.outputs());
        byte[] numbers = numbers(layout, model.parameters());
        List<NamedArray> arrays = layout.slots().stream().map(slot -> new NamedArray(slot.name(),
                Arrays.stream(slot.shape()).boxed().toList())).toList();
        Manifest manifest = new Manifest(FORMAT, VERSION, Application.version(), model.name(), model.model(), model.preprocessing(),
                model.outputs(), arrays, FileHash.of(numbers), model.training());
        byte[] json = Json.text(RecordWriter.tree(manifest)).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(target, file -> zip(file, json, numbers), false);
    }

    /** Entries have no time, so that the same model gives the same bytes. */
    private static void zip(Path file, byte[] json, byte[] numbers) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, MANIFEST, json);
            entry(zip, PARAMETERS, numbers);
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(315_532_800_000L));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /**
     * Opens a model.
     *
     * @throws StoreException with one sentence where it cannot be
     */
    public static TrainedModel read(Path file) {
        try {
            return whole(file);
        } catch (MalformedException e) {
            throw e.advising(file, Said.of("advice.model"));
        }
    }

    private static TrainedModel whole(Path file) {
        ModelZip zip = ModelZip.read(file);
        JsonNode tree = Json.parse(zip.manifest(), file + " (" + MANIFEST + ")");
        checkVersion(tree, file);
        Manifest manifest = new RecordReader(file + " (" + MANIFEST + ")", zip.manifest()).read(Manifest.class, tree, "");
        if (!FileHash.of(zip.parameters()).equals(manifest.sha256())) {
            throw new StoreException(Said.of("model.hash", file, MANIFEST));
        }
        double[] parameters = parameters(file, manifest, zip.parameters());
        return new TrainedModel(manifest.name(), manifest.model(), manifest.preprocessing(), manifest.outputs(), parameters,
                manifest.training());
    }

    private static void checkVersion(JsonNode tree, Path file) {
        JsonNode format = tree.get("format");
        if (!tree.isObject() || format == null || !format.isString() || !format.stringValue().equals(FORMAT)) {
            throw new StoreException(Said.of("model.foreign", file));
        }
        JsonNode version = tree.get("version");
        if (version == null || !version.isInt() || version.intValue() < 1 || version.intValue() > VERSION) {
            throw new StoreException(Said.of("model.version", file, version, VERSION));
        }
    }

    private static double[] parameters(Path file, Manifest manifest, byte[] bytes) {
        ParameterLayout layout = fitting(file, manifest);
        if (bytes.length != 8L * layout.count()) {
            throw new StoreException(Said.of("model.count", file, bytes.length / 8, layout.count()));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] row = new double[layout.count()];
        for (ParameterSlot slot : layout.slots()) {
            for (int i = 0; i < slot.size(); i++) {
                row[slot.position(i)] = buffer.getDouble();
            }
        }
        return row;
    }

    private static ParameterLayout fitting(Path file, Manifest manifest) {
        try {
            ParameterLayout layout = layout(manifest.model(), manifest.preprocessing(), manifest.outputs());
            List<NamedArray> wanted = layout.slots().stream().map(slot -> new NamedArray(slot.name(),
                    Arrays.stream(slot.shape()).boxed().toList())).toList();
            if (!wanted.equals(manifest.arrays())) {
                throw new StoreException(Said.of("model.arrays", file));
            }
            return layout;
        } catch (ModelException | ArithmeticException | NegativeArraySizeException e) {
            throw new StoreException(Said.of("model.unbuilt", file, Said.message(e)), e);
        }
    }

    private static byte[] numbers(ParameterLayout layout, double[] row) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(8, layout.count())).order(ByteOrder.LITTLE_ENDIAN);
        for (ParameterSlot slot : layout.slots()) {
            for (int i = 0; i < slot.size(); i++) {
                buffer.putDouble(row[slot.position(i)]);
            }
        }
        return buffer.array();
    }

    private static ParameterLayout layout(ModelSpec model, Preprocessing preprocessing, int outputs) {
        return ModelBuilder.prediction(model, InputShape.of(preprocessing.inputShape()), outputs, 1, false).layout();
    }
}
