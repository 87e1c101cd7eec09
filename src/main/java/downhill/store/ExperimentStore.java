package downhill.store;

import downhill.race.Experiment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Experiments as JSON documents: {@code format}, {@code version}, {@code application} (the version that wrote it),
 * {@code experiment}, and {@code files} with the SHA-256 of each data file. Documents of all earlier versions are read.
 */
public final class ExperimentStore {
    /** The value of {@code format}. */
    public static final String FORMAT = "downhill-experiment";

    record Envelope(String format, int version, String application, Experiment experiment, List<DataFiles.Entry> files) {
    }

    private ExperimentStore() {
    }

    /**
     * Saves a document; what was there before is kept beside it.
     *
     * @param folder paths of data files are relative to it; the document names them relatively to its own folder
     */
    public static void write(Path target, Experiment experiment, Path folder) {
        Path own = target.toAbsolutePath().getParent();
        AtomicFiles.write(target, text(DataFiles.moved(experiment, folder, own), own), true);
    }

    /** The text of a document whose data files are relative to {@code folder}. */
    public static String text(Experiment experiment, Path folder) {
        return Json.text(RecordWriter.tree(new Envelope(FORMAT, Migrations.experimentVersion(), Application.version(), experiment,
                DataFiles.entries(experiment, folder))));
    }

    /**
     * Opens a document.
     *
     * @throws StoreException with one sentence where it cannot be
     */
    public static OpenedExperiment read(Path file) {
        return parse(Json.bytes(file), file.toString(), file.toAbsolutePath().getParent());
    }

    /** Reads a document from memory, such as a bundled one. */
    public static OpenedExperiment read(String text, String name, Path folder) {
        return parse(text.getBytes(StandardCharsets.UTF_8), name, folder);
    }

    private static OpenedExperiment parse(byte[] bytes, String name, Path folder) {
        JsonNode tree = Json.parse(bytes, name);
        int version = version(tree, name);
        ObjectNode current = Migrations.experiment((ObjectNode) tree, version);
        current.put("version", Migrations.experimentVersion());
        Envelope document = new RecordReader(name).read(Envelope.class, current, "");
        ExperimentCheck.problem(document.experiment()).ifPresent(problem -> {
            throw new StoreException(name + ": " + problem);
        });
        return new OpenedExperiment(document.experiment(), folder, DataFiles.changes(document.files(), folder));
    }

    private static int version(JsonNode tree, String name) {
        JsonNode format = tree.get("format");
        if (!tree.isObject() || format == null || !format.isString() || !format.stringValue().equals(FORMAT)) {
            throw new StoreException(name + " is not an experiment of Downhill: its \"format\" is not \"" + FORMAT + "\".");
        }
        JsonNode version = tree.get("version");
        if (version == null || !version.isIntegralNumber() || !version.canConvertToInt() || version.intValue() < 1) {
            throw new StoreException(name + ": \"version\" must be a whole number from 1.");
        }
        if (version.intValue() > Migrations.experimentVersion()) {
            String by = Optional.ofNullable(tree.get("application")).filter(JsonNode::isString)
                    .map(text -> " (by Downhill " + text.stringValue() + ")").orElse("");
            throw new StoreException(name + " was saved in version " + version.intValue() + " of the format" + by
                    + ", but this program reads up to version " + Migrations.experimentVersion() + ". Install a newer Downhill.");
        }
        return version.intValue();
    }
}
