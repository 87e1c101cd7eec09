package downhill.lesson.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a step.
 *
 * @param title its heading
 * @param body  what stands before all else
 * @param parts by key, such as {@code hint}
 * @param line  of the heading in the file, from 1
 */
public record StepText(String title, List<Passage> body, Map<String, List<Passage>> parts, int line) {
    public StepText {
        body = List.copyOf(body);
        parts = Map.copyOf(parts);
    }

    /** A part; empty where it is not there. */
    public Optional<List<Passage>> part(String key) {
        return Optional.ofNullable(parts.get(key));
    }
}
