package downhill.export.notebook;

/**
 * A part of a notebook.
 *
 * @param code   whether it is a program; else it is text in Markdown
 * @param source without a line feed at its end
 */
public record NotebookCell(boolean code, String source) {
    static NotebookCell text(String source) {
        return new NotebookCell(false, source.strip());
    }

    static NotebookCell code(String source) {
        return new NotebookCell(true, source.strip());
    }
}
