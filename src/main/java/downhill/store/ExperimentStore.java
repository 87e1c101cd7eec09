package downhill.store;

import downhill.race.document.Experiment;
import downhill.words.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        write(target, experiment, folder, null);
    }

    /** @param dataHash SHA-256 of its data file as it was read; null where that is not known: then of what the file contains now */
    public static void write(Path target, Experiment experiment, Path folder, String dataHash) {
        Path own = target.toAbsolutePath().getParent();
        DataFiles.spare(experiment, folder, target);
        AtomicFiles.write(target, text(DataFiles.moved(experiment, folder, own), own, dataHash), true);
    }

    /** The text of a document whose data files are relative to {@code folder}. */
    public static String text(Experiment experiment, Path folder) {
        return text(experiment, folder, (String) null);
    }

    /** The text of the document as {@link #write} would save it in a folder. */
    public static String text(Experiment experiment, Path folder, Path own) {
        return text(DataFiles.moved(experiment, folder, own.toAbsolutePath()), own.toAbsolutePath(), (String) null);
    }

    /**
     * A text that is the same for experiments that learn the same from the same rows, wherever their file lies and whatever they are
     * called.
     *
     * @param folder paths of data files are relative to it
     */
    public static String fingerprint(Experiment experiment, Path folder) {
        ObjectNode tree = hashed(experiment.withTitle(""), folder);
        tree.remove(List.of("looks", "evaluation", "search", "treatments", "shrink"));
        return FileHash.of(tree.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A text that is the same where all contenders share the same: data, by the name of their file, model and training. */
    public static String setup(Experiment experiment) {
        ObjectNode tree = (ObjectNode) RecordWriter.tree(experiment);
        tree.retain("problem", "training");
        if (tree.at("/problem/data/source/path").isString()) {
            ObjectNode source = (ObjectNode) tree.at("/problem/data/source");
            source.put("path", source.get("path").stringValue().replaceFirst(".*[/\\\\]", ""));
        }
        return FileHash.of(tree.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A tree in which a data file is told by what it contains. */
    static ObjectNode hashed(Experiment experiment, Path folder) {
        String hash = DataFiles.csv(experiment).flatMap(csv -> DataFiles.path(csv.path(), folder)).map(DataFiles::hash).orElse("");
        ObjectNode tree = (ObjectNode) RecordWriter.tree(experiment);
        if (!hash.isEmpty()) {
            ((ObjectNode) tree.at("/problem/data/source")).put("path", hash);
        }
        return tree;
    }

    /** The text of a document that goes to another machine; files that it names are not looked at. */
    public static String portable(Experiment experiment) {
        return text(experiment, Path.of(""), "");
    }

    static String text(Experiment experiment, Path folder, String dataHash) {
        return Json.text(RecordWriter.tree(new Envelope(FORMAT, Migrations.experimentVersion(), Application.version(), experiment,
                DataFiles.entries(experiment, folder, dataHash))));
    }

    /**
     * Opens a document, or the one in a session.
     *
     * @throws StoreException with one sentence where it cannot be
     */
    public static OpenedExperiment read(Path file) {
        if (SessionStore.isSession(file)) {
            return SessionStore.document(file);
        }
        try {
            return parse(bytes(file), file.toString(), file.toAbsolutePath().getParent());
        } catch (MalformedException e) {
            throw e.advising(file, Said.of("advice.correct"));
        }
    }

    /** Reads a document from memory, such as a bundled one. */
    public static OpenedExperiment read(String text, String name, Path folder) {
        return parse(text.getBytes(StandardCharsets.UTF_8), name, folder);
    }

    /** The experiment of a document; no file that it names is looked at. */
    static Experiment alone(byte[] bytes, String name) {
        return envelope(bytes, name).experiment();
    }

    private static OpenedExperiment parse(byte[] bytes, String name, Path folder) {
        Envelope document = envelope(bytes, name);
        List<Said> notices = new ArrayList<>(DataFiles.changes(document.files(), folder));
        MissingData missing = DataFiles.missing(document.files(), folder);
        if (missing == null && !document.experiment().looked().isEmpty()) {
            notices.add(Looks.told(document.experiment(), folder));
        }
        return new OpenedExperiment(document.experiment(), folder, notices, missing);
    }

    /**
     * The data files of a document, or of the one in a session, that lie elsewhere than in its folder, as absolute paths. None is
     * touched, which {@link #read(Path)} does: that is for a person to decide who has seen where they lie.
     *
     * @throws StoreException as {@link #read(Path)}
     */
    public static List<Path> farData(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Envelope document = SessionStore.isSession(file) ? envelope(SessionStore.text(file), file.toString())
                    : envelope(bytes(file), file.toString());
            return FarData.of(document.experiment(), document.files(), folder);
        } catch (MalformedException e) {
            throw e.advising(file, Said.of("advice.correct"));
        }
    }

    /** Of the document itself, or of the one in a report. */
    private static byte[] bytes(Path file) {
        return ReportFile.isReport(file) ? ReportFile.document(file) : Json.bytes(file);
    }

    /** The title of a document; no file that it names is looked at. */
    static String title(String text, String name) {
        return alone(text.getBytes(StandardCharsets.UTF_8), name).title();
    }

    private static Envelope envelope(byte[] bytes, String name) {
        JsonNode tree = Json.parse(bytes, name);
        int version = Versions.of(tree, name, FORMAT, Said.of("kind.document"), Migrations.experimentVersion());
        ObjectNode current = Migrations.experiment((ObjectNode) tree, version);
        Envelope document = new RecordReader(name, bytes).read(Envelope.class, current, "");
        ExperimentCheck.problem(document.experiment()).ifPresent(problem -> {
            String path = problem.toString().substring(0, problem.toString().indexOf(' ')).replace(":", "");
            throw new MalformedException(JsonPlace.said(name, bytes, path, problem));
        });
        return document;
    }
}
