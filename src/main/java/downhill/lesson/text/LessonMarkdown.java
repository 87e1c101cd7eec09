package downhill.lesson.text;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the words of a lesson: {@code # Title} and a summary, then for each step {@code ## Heading {#id}} and its body, and below it parts
 * that begin with {@code ### key}. What stands in a text is read by {@link Passages}.
 */
public final class LessonMarkdown {
    private static final Pattern STEP = Pattern.compile("##\\s+(.+?)\\s*\\{#([a-z0-9-]+)}\\s*");
    private static final Pattern PART = Pattern.compile("###\\s+([a-z]+(?: [a-z0-9-]+)?)\\s*");

    private final List<String> lines;
    private int at;

    private LessonMarkdown(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads a whole text.
     *
     * @throws TextFault of one sentence, with its line, where it has not this form
     */
    public static LessonText read(String text) {
        return new LessonMarkdown(text.lines().map(String::stripTrailing).toList()).all();
    }

    private LessonText all() {
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        if (at == lines.size() || !lines.get(at).startsWith("# ")) {
            throw new TextFault(Math.min(at, Math.max(0, lines.size() - 1)) + 1, Said.of("lesson.text.title"));
        }
        String title = lines.get(at++).substring(2).strip();
        List<Passage> summary = blocks();
        Map<String, StepText> steps = new LinkedHashMap<>();
        while (at < lines.size()) {
            int line = at + 1;
            Matcher heading = STEP.matcher(lines.get(at));
            if (!heading.matches()) {
                throw new TextFault(line, Said.of("lesson.text.heading", lines.get(at)));
            }
            at++;
            if (steps.put(heading.group(2), step(heading.group(1), line)) != null) {
                throw new TextFault(line, Said.of("lesson.text.twice", heading.group(2)));
            }
        }
        return new LessonText(title, summary, steps);
    }

    private StepText step(String title, int line) {
        List<Passage> body = blocks();
        Map<String, List<Passage>> parts = new LinkedHashMap<>();
        while (at < lines.size() && lines.get(at).startsWith("###")) {
            Matcher part = PART.matcher(lines.get(at));
            if (!part.matches() || parts.containsKey(part.group(1))) {
                throw new TextFault(at + 1, Said.of("lesson.text.part", lines.get(at)));
            }
            at++;
            parts.put(part.group(1), blocks());
        }
        return new StepText(title, body, parts, line);
    }

    /** Up to the next heading; one within code is none. */
    private List<Passage> blocks() {
        int from = at;
        boolean code = false;
        List<String> part = new ArrayList<>();
        while (at < lines.size() && (code || !lines.get(at).startsWith("#"))) {
            code ^= lines.get(at).startsWith(Passages.FENCE);
            part.add(lines.get(at++));
        }
        return new Passages(part, from + 1).all();
    }
}
