package downhill.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts to be written into files, each at a place that is told by what stands there; see {@code src/test/dryrun/edits.txt}. */
record Edits(List<Edit> all) {
    private static final String FILE = "@@ ";

    /** One text at one place. */
    private record Edit(Path file, String how, String anchor, String text) {
        void write(Path root) throws IOException {
            Path target = root.resolve(file);
            String before = Files.readString(target);
            int at = before.indexOf(anchor);
            if (at < 0) {
                throw new IOException(file + " has no longer \"" + anchor + "\": the steps of docs/contributing.md lead elsewhere");
            }
            int lineStart = before.lastIndexOf('\n', at) + 1;
            int lineEnd = before.indexOf('\n', at) + 1;
            Files.writeString(target, switch (how) {
                case "before" -> before.substring(0, lineStart) + text + "\n" + before.substring(lineStart);
                case "after" -> before.substring(0, lineEnd) + text + "\n" + before.substring(lineEnd);
                case "replace" -> before.substring(0, at) + text + before.substring(at + anchor.length());
                case "within" -> before.substring(0, at + anchor.length()) + text + before.substring(at + anchor.length());
                default -> throw new IOException("nothing is done by \"" + how + "\"");
            });
        }
    }

    static Edits read(Path list) throws IOException {
        List<Edit> edits = new ArrayList<>();
        String text = Files.readString(list);
        for (String block : text.substring(text.indexOf(FILE) + FILE.length()).split("\n" + FILE)) {
            String[] parts = block.split("\n", 3);
            int space = parts[1].indexOf(' ');
            edits.add(new Edit(Path.of(parts[0]), parts[1].substring(1, space), parts[1].substring(space + 1), parts[2].stripTrailing()));
        }
        return new Edits(edits);
    }

    /** Writes all of them into the files below {@code root}, in order. */
    void write(Path root) throws IOException {
        for (Edit edit : all) {
            edit.write(root);
        }
    }
}
