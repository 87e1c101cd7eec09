package downhill.store;

import downhill.data.prepare.Preprocessing;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.words.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;

/**
 * Trained models in files: a zip of {@code model.json} and {@code parameters.f64}. The numbers are little-endian IEEE 754
 * binary64, the named arrays one after another as {@code model.json} lists them, each row-major. Several models that
 * answer as one are a file of the same kind: {@code model.json} lists them with their weights, and their numbers follow one another. Of a
 * quantised model the numbers are as wide as {@code model.json} says, and stand in {@code parameters.bin}.
 */
public final class ModelStore {
    /** Ending of the files. */
    public static final String ENDING = ".downhill-model";
    static final String MANIFEST = "model.json";
    static final String PARAMETERS = "parameters.f64";
    /** In place of {@link #PARAMETERS} where not all numbers are of one width. */
    static final String NARROW = "parameters.bin";
    private static final String FORMAT = "downhill-model";
    /** Of a model alone, so that programs that know no ensembles read it. */
    private static final int VERSION = 2;
    /** Of several that answer as one. */
    private static final int OF_ENSEMBLES = 3;
    /** Of those with a quantised one among them. */
    private static final int OF_QUANTISED = 4;

    /** A named array of the file; {@code type} is how wide its numbers are, null for float64. */
    record NamedArray(String name, List<Integer> shape, String type) {
    }

    record Manifest(String format, int version, String application, String name, ModelSpec model, Preprocessing preprocessing,
                    int outputs, List<NamedArray> arrays, String sha256, TrainedModel.Origin training) {
    }

    /** One of several; its numbers follow those of the one before it. */
    record Part(double weight, String name, ModelSpec model, Preprocessing preprocessing, int outputs, List<NamedArray> arrays,
                TrainedModel.Origin training) {
    }

    record Parts(String format, int version, String application, String name, List<Part> members, String sha256) {
    }

    private ModelStore() {
    }

    /** Saves a model. */
    public static void write(Path target, TrainedModel model) {
        ModelArrays arrays = ModelArrays.of(model.model(), model.preprocessing(), model.outputs());
        byte[] numbers = arrays.bytes(model.parameters());
        write(target, new Manifest(FORMAT, quantised(model) ? OF_QUANTISED : VERSION, Application.version(), model.name(), model.model(),
                model.preprocessing(), model.outputs(), arrays.named(), FileHash.of(numbers), model.training()), numbers, quantised(model));
    }

    /** Bytes of its file, which is written to find out and does not stay. */
    public static long size(TrainedModel model) {
        try {
            Path file = Files.createTempFile("downhill", ENDING);
            try {
                write(file, model);
                return Files.size(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException unmeasured) {
            throw new UncheckedIOException(unmeasured);
        }
    }

    private static boolean quantised(TrainedModel model) {
        return model.model().quantisation() != null;
    }

    /** Saves several that answer as one; one alone is saved as any other. */
    public static void write(Path target, TrainedEnsemble ensemble) {
        if (ensemble.members().size() == 1) {
            write(target, ensemble.members().get(0).model());
            return;
        }
        List<ModelArrays> arrays = ensemble.members().stream().map(each -> ModelArrays.of(each.model())).toList();
        List<byte[]> numbers = IntStream.range(0, arrays.size())
                .mapToObj(i -> arrays.get(i).bytes(ensemble.members().get(i).model().parameters())).toList();
        byte[] all = joined(numbers);
        List<Part> parts = IntStream.range(0, arrays.size()).mapToObj(i -> part(ensemble.members().get(i), arrays.get(i))).toList();
        boolean narrow = ensemble.members().stream().anyMatch(each -> quantised(each.model()));
        write(target, new Parts(FORMAT, narrow ? OF_QUANTISED : OF_ENSEMBLES, Application.version(), ensemble.name(), parts,
                FileHash.of(all)), all, narrow);
    }

    private static Part part(TrainedEnsemble.Member member, ModelArrays arrays) {
        TrainedModel model = member.model();
        return new Part(member.weight(), model.name(), model.model(), model.preprocessing(), model.outputs(), arrays.named(),
                model.training());
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).reduce(0, Math::addExact));
        parts.forEach(all::put);
        return all.array();
    }

    private static void write(Path target, Record manifest, byte[] numbers, boolean narrow) {
        byte[] json = Json.text(RecordWriter.tree(manifest)).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.write(target, file -> zip(file, json, numbers, narrow ? NARROW : PARAMETERS), false);
    }

    /** Entries have no time, so that the same model gives the same bytes. */
    private static void zip(Path file, byte[] json, byte[] numbers, String name) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, MANIFEST, json);
            entry(zip, name, numbers);
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
     * @throws StoreException with one sentence where it cannot be, or is several that answer as one
     */
    public static TrainedModel read(Path file) {
        TrainedEnsemble read = readAny(file);
        if (read.members().size() > 1) {
            throw new StoreException(Said.of("model.several", file, read.members().size()));
        }
        return read.members().get(0).model();
    }

    /**
     * Opens a model, or several that answer as one; a model alone is one member with the weight 1.
     *
     * @throws StoreException with one sentence where it cannot be
     */
    public static TrainedEnsemble readAny(Path file) {
        try {
            return whole(file);
        } catch (MalformedException e) {
            throw e.advising(file, Said.of("advice.model"));
        }
    }

    private static TrainedEnsemble whole(Path file) {
        ModelZip zip = ModelZip.read(file);
        JsonNode tree = Json.parse(zip.manifest(), file + " (" + MANIFEST + ")");
        RecordReader reader = new RecordReader(file + " (" + MANIFEST + ")", zip.manifest());
        int version = version(tree, file);
        if (version == OF_ENSEMBLES || version == OF_QUANTISED && tree.has("members")) {
            return several(file, reader.read(Parts.class, tree, ""), zip.parameters());
        }
        Manifest one = reader.read(Manifest.class, tree, "");
        requireHash(file, one.sha256(), zip.parameters());
        ModelArrays arrays = fitting(file, one.model(), one.preprocessing(), one.outputs(), one.arrays());
        requireBytes(file, zip.parameters(), arrays.bytes());
        return TrainedEnsemble.of(new TrainedModel(one.name(), one.model(), one.preprocessing(), one.outputs(),
                arrays.numbers(zip.parameters(), 0), one.training()));
    }

    private static TrainedEnsemble several(Path file, Parts parts, byte[] numbers) {
        requireHash(file, parts.sha256(), numbers);
        List<ModelArrays> arrays = parts.members().stream()
                .map(each -> fitting(file, each.model(), each.preprocessing(), each.outputs(), each.arrays())).toList();
        requireBytes(file, numbers, arrays.stream().mapToLong(ModelArrays::bytes).sum());
        List<TrainedEnsemble.Member> members = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < arrays.size(); i++) {
            Part part = parts.members().get(i);
            members.add(new TrainedEnsemble.Member(part.weight(), new TrainedModel(part.name(), part.model(), part.preprocessing(),
                    part.outputs(), arrays.get(i).numbers(numbers, at), part.training())));
            at += arrays.get(i).bytes();
        }
        try {
            return new TrainedEnsemble(parts.name(), members);
        } catch (ModelException apart) {
            throw new StoreException(Said.of("model.unbuilt", file, apart.said()), apart);
        }
    }

    private static int version(JsonNode tree, Path file) {
        JsonNode format = tree.get("format");
        if (!tree.isObject() || format == null || !format.isString() || !format.stringValue().equals(FORMAT)) {
            throw new StoreException(Said.of("model.foreign", file));
        }
        JsonNode version = tree.get("version");
        if (version == null || !version.isInt() || version.intValue() < 1 || version.intValue() > OF_QUANTISED) {
            throw new StoreException(Said.of("model.version", file, version, OF_QUANTISED));
        }
        return version.intValue();
    }

    private static void requireHash(Path file, String told, byte[] numbers) {
        if (!FileHash.of(numbers).equals(told)) {
            throw new StoreException(Said.of("model.hash", file, MANIFEST));
        }
    }

    private static void requireBytes(Path file, byte[] numbers, long count) {
        if (numbers.length != count) {
            throw new StoreException(Said.of("model.count", file, numbers.length, count));
        }
    }

    private static ModelArrays fitting(Path file, ModelSpec model, Preprocessing preprocessing, int outputs, List<NamedArray> told) {
        try {
            ModelArrays arrays = ModelArrays.of(model, preprocessing, outputs);
            if (!arrays.named().equals(told)) {
                throw new StoreException(Said.of("model.arrays", file));
            }
            return arrays;
        } catch (ModelException | ArithmeticException | NegativeArraySizeException e) {
            throw new StoreException(Said.of("model.unbuilt", file, Said.message(e)), e);
        }
    }
}
