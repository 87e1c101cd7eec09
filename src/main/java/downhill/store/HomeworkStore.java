package downhill.store;

import downhill.lesson.Homework;
import downhill.lesson.HomeworkCheck;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Homework in files: a small JSON beside the experiment that it hands out. {@code docs/homework.md} describes it. */
public final class HomeworkStore {
    static final String FORMAT = "downhill-assignment";
    private static final int VERSION = 1;
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9.-]*";

    record Head(String format, int version, String title, String document, List<String> locked, long run, List<Homework.Task> tasks) {
    }

    private HomeworkStore() {
    }

    /** The experiment that an assignment without faults hands out. */
    static Path document(Path file) {
        byte[] json = Json.bytes(file);
        ObjectNode tree = (ObjectNode) Json.parse(json, file.toString());
        return file.resolveSibling(new RecordReader(file.toString(), json).read(Head.class, tree, "").document());
    }

    /**
     * Reads an assignment and its experiment.
     *
     * @throws StoreException with one sentence: file, line and what to do
     */
    public static Homework read(Path file) {
        byte[] json = Json.bytes(file);
        String place = file.toString();
        JsonNode tree = Json.parse(json, place);
        Versions.of(tree, place, FORMAT, Said.of("kind.assignment"), VERSION);
        Head head = new RecordReader(place, json).read(Head.class, (ObjectNode) tree, "");
        if (!head.document().matches(NAME)) {
            throw new MalformedException(JsonPlace.said(place, json, "document", Said.of("grade.document", head.document())));
        }
        Path document = file.resolveSibling(head.document());
        Experiment experiment = ExperimentStore.read(document).experiment();
        if (DataFiles.csv(experiment).isPresent()) {
            throw new StoreException(Said.of("grade.csv", document));
        }
        Homework assignment = new Homework(head.title(), experiment, head.locked(), head.run(), head.tasks());
        HomeworkCheck.faults(assignment).stream().findFirst().ifPresent(fault -> {
            throw new MalformedException(JsonPlace.said(place, json, fault.path(), Said.of("document.at", fault.path(), fault.what())));
        });
        return assignment;
    }
}
