package downhill.lesson.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All words of a lesson as they are written, in one language: what {@link LessonMarkdown} reads, taken apart at its headings and put
 * together again. Nothing is judged here.
 *
 * @param head  the title of the lesson and, in place of a step's text, the summary
 * @param steps by id, in the order of the file
 */
public record WrittenLesson(WrittenStep head, Map<String, WrittenStep> steps) {
    private static final Pattern STEP = Pattern.compile("##\\s+(.*?)\\s*\\{#([^}]*)}\\s*");

    public WrittenLesson {
        steps = new LinkedHashMap<>(steps);
    }

    /** Takes a file apart. What stands before the first heading is left out; a heading within code is none. */
    public static WrittenLesson of(String markdown) {
        WrittenStep head = WrittenStep.NONE;
        Map<String, WrittenStep> steps = new LinkedHashMap<>();
        List<String> text = new ArrayList<>();
        String title = "";
        String id = null;
        boolean code = false;
        for (String line : markdown.lines().map(String::stripTrailing).toList()) {
            code ^= line.startsWith(Passages.FENCE);
            Matcher heading = STEP.matcher(line);
            boolean first = id == null && line.startsWith("# ");
            if (code || !first && !heading.matches()) {
                text.add(line);
                continue;
            }
            head = id == null && !first ? new WrittenStep(title, joined(text)) : head;
            if (id != null) {
                steps.put(id, new WrittenStep(title, joined(text)));
            }
            title = first ? line.substring(2).strip() : heading.group(1);
            id = first ? null : heading.group(2);
            text.clear();
        }
        if (id == null) {
            return new WrittenLesson(new WrittenStep(title, joined(text)), steps);
        }
        steps.put(id, new WrittenStep(title, joined(text)));
        return new WrittenLesson(head, steps);
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).strip();
    }

    /** The file. */
    public String markdown() {
        StringBuilder all = new StringBuilder("# ").append(head.title()).append("\n\n");
        append(all, head.text());
        steps.forEach((id, step) -> {
            all.append(heading(id, step)).append("\n\n");
            append(all, step.text());
        });
        return all.toString().stripTrailing() + "\n";
    }

    private static String heading(String id, WrittenStep step) {
        return "## " + step.title() + " {#" + id + "}";
    }

    private static void append(StringBuilder all, String text) {
        if (!text.isBlank()) {
            all.append(text.stripTrailing()).append("\n\n");
        }
    }

    /**
     * Where a line of the file stands.
     *
     * @param step its id; null for title and summary
     * @param line in the text of the step, from 1; 0 for its heading
     */
    public record Place(String step, int line) {
    }

    /** Where a line of {@link #markdown()} stands, from 1. */
    public Place place(int line) {
        int from = 1;
        String at = null;
        int heading = from;
        from += 2 + height(head.text());
        for (Map.Entry<String, WrittenStep> step : steps.entrySet()) {
            if (line < from) {
                break;
            }
            at = step.getKey();
            heading = from;
            from += 2 + height(step.getValue().text());
        }
        return new Place(at, Math.max(0, line - heading - 1));
    }

    private static int height(String text) {
        return text.isBlank() ? 0 : (int) text.stripTrailing().lines().count() + 1;
    }
}
