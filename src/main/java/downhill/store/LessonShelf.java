package downhill.store;

import downhill.lesson.LessonWork;
import downhill.words.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was done of each lesson, in a small file that is kept from one start to the next: {@code lessons.json}. */
public final class LessonShelf {
    private static final String FORMAT = "downhill-progress";
    private static final int VERSION = 1;

    record Shelf(String format, int version, List<LessonWork> lessons) {
    }

    private LessonShelf() {
    }

    /**
     * What is kept there; nothing where there is no file yet.
     *
     * @throws StoreException with one sentence where it cannot be read
     */
    public static List<LessonWork> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        byte[] json = Json.bytes(file);
        String place = file.toString();
        JsonNode tree = Json.parse(json, place);
        Versions.of(tree, place, FORMAT, Said.of("kind.progress"), VERSION);
        return new RecordReader(place, json).read(Shelf.class, (ObjectNode) tree, "").lessons();
    }

    /**
     * Keeps these in place of what was there, whole or not at all, for their owner alone.
     *
     * @throws StoreException with one sentence where it cannot be written
     */
    public static void write(Path file, List<LessonWork> lessons) {
        try {
            PrivateText.write(file, Json.text(RecordWriter.tree(new Shelf(FORMAT, VERSION, List.copyOf(lessons)))));
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }
}
