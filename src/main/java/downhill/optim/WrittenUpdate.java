package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.UpdatePart;
import java.util.ArrayList;
import java.util.List;

/** The update of a rule as it is read: its lines, and the words that open its parts. */
public final class WrittenUpdate {
    /**
     * One line, or what opens a part.
     *
     * @param depth  number of parts it stands in
     * @param words  such as {@code for matrices:}, {@code otherwise:}, {@code every 10:} or {@code repeat 5:}; empty for a line
     * @param line   null for words
     * @param opened the part that the words open; that of the line
     */
    public record Row(int depth, String words, Assignment line, UpdatePart opened) {
        /** Whether it opens a part. */
        public boolean opens() {
            return line == null;
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private UpdatePart last = UpdatePart.NONE;

    private WrittenUpdate() {
    }

    /** All of it, in order. */
    public static List<Row> of(Rule rule) {
        WrittenUpdate written = new WrittenUpdate();
        rule.update().forEach(written::line);
        return List.copyOf(written.rows);
    }

    private static String words(UpdatePart.Whom whom) {
        String most = whom.most() == UpdatePart.Whom.ANY ? "" : " up to " + whom.most();
        return "for " + (whom.matrices() ? "matrices" : "arrays") + most + ":";
    }

    private void line(Assignment line) {
        UpdatePart block = line.block();
        int depth = 0;
        if (block.place() != UpdatePart.Place.EVERYWHERE) {
            if (block.place() != last.place()) {
                String words = block.place() == UpdatePart.Place.CHOSEN ? words(block.whom()) : "otherwise:";
                rows.add(new Row(0, words, null, UpdatePart.NONE.of(block.place(), block.whom())));
            }
            depth++;
        }
        if (block.gate() != null) {
            if (!block.gate().equals(last.gate())) {
                rows.add(new Row(depth, block.gate().words() + ":", null, block.repeated(1, 0)));
            }
            depth++;
        }
        if (block.group() != 0) {
            if (block.group() != last.group()) {
                rows.add(new Row(depth, "repeat " + block.repeats() + ":", null, block));
            }
            depth++;
        }
        rows.add(new Row(depth, "", line, block));
        last = block;
    }
}
