package downhill.store;

import downhill.export.notebook.NotebookCell;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Notebooks as Jupyter reads them: nbformat 4.5. */
public final class NotebookStore {
    private static final Pattern LINE_ENDS = Pattern.compile("(?<=\n)");

    private NotebookStore() {
    }

    /** A file's content. */
    public static byte[] content(List<NotebookCell> cells) {
        ObjectNode notebook = Json.object();
        ObjectNode about = notebook.putObject("metadata");
        about.put("kind", "downhill-export");
        about.putObject("kernelspec").put("display_name", "Python 3").put("language", "python").put("name", "python3");
        about.putObject("language_info").put("name", "python");
        notebook.put("nbformat", 4).put("nbformat_minor", 5);
        ArrayNode all = notebook.putArray("cells");
        for (NotebookCell cell : cells) {
            ObjectNode one = all.addObject().put("cell_type", cell.code() ? "code" : "markdown").put("id", "cell-" + all.size());
            one.putObject("metadata");
            LINE_ENDS.splitAsStream(cell.source()).forEach(one.withArray("source")::add);
            if (cell.code()) {
                one.putNull("execution_count").putArray("outputs");
            }
        }
        return Json.text(notebook).getBytes(StandardCharsets.UTF_8);
    }
}
