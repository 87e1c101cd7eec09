package downhill.data.csv;

import downhill.words.Said;
import java.util.List;

/** Notices a second table in a file: two rows or more of one other length, the first of them all text. */
final class RaggedRuns {
    private final ProblemLog log;
    private final CellShapes shapes;
    private int length;
    private int run;
    private long start;
    private boolean header;

    RaggedRuns(ProblemLog log, CellShapes shapes) {
        this.log = log;
        this.shapes = shapes;
    }

    /** There was a row as usual. */
    void usual() {
        run = 0;
    }

    void next(Row row, int usual) {
        if (row.fields() == usual) {
            usual();
            return;
        }
        if (run > 0 && row.fields() == length) {
            run++;
        } else {
            run = 1;
            length = row.fields();
            start = row.line();
            header = length > 1 && isText(row.texts());
        }
        if (run == 2 && header) {
            log.add(start, null, ProblemKind.SECOND_TABLE, "", Said.of("csv.say.table", start,
                    length), Said.of("csv.do.table"));
        }
    }

    private boolean isText(List<String> cells) {
        return cells.stream().allMatch(cell -> !cell.isEmpty() && shapes.of(cell) == Shape.TEXT);
    }
}
