package downhill.lesson.text;

/**
 * The words of a step as they are written, in one language.
 *
 * @param title of the step, without the mark of its id
 * @param text  Markdown below the heading: the body, then parts that begin with {@code ###}
 */
public record WrittenStep(String title, String text) {
    /** Nothing written yet. */
    public static final WrittenStep NONE = new WrittenStep("", "");
    private static final String PART = "### ";

    /** The same with an empty part at the end, as long as there is none of that key. */
    public WrittenStep withPart(String key) {
        boolean there = text.lines().anyMatch(line -> line.strip().equals(PART + key));
        String before = text.isBlank() ? "" : text.stripTrailing() + "\n\n";
        return there ? this : new WrittenStep(title, before + PART + key + "\n");
    }

    /** The step alone, read. */
    public StepText read() {
        String heading = "## " + (title.isBlank() ? "…" : title) + " {#step}\n";
        try {
            return LessonMarkdown.read("# …\n" + heading + text).steps().get("step");
        } catch (TextFault fault) {
            throw new TextFault(Math.max(1, fault.line() - 2), fault.said());
        }
    }
}
