package downhill.data.csv;

import downhill.data.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Hands its rows on whenever enough have come together, and keeps only as many of the last ones as the next block shall repeat. */
final class BlockStore extends RowStore {
    /** A row of which the next blocks need to know. */
    private record Kept(long line, List<String> cells) {
    }

    private final StreamPlan plan;
    private final CellShapes shapes;
    private final BlockListener listener;
    private final int size;
    private final int repeated;
    private final Deque<Kept> tail = new ArrayDeque<>();
    private List<List<String>> cells = new ArrayList<>();
    private int first;

    /** @param repeated rows of a block that the next one begins with */
    BlockStore(StreamPlan plan, CellShapes shapes, int size, int repeated, BlockListener listener) {
        super(plan.sinks(shapes));
        this.plan = plan;
        this.shapes = shapes;
        this.size = size;
        this.repeated = repeated;
        this.listener = listener;
    }

    @Override
    boolean byColumn() {
        return false;
    }

    @Override
    void keep(Row row) {
        super.keep(row);
        List<String> texts = row.texts();
        cells.add(plan.shown(texts));
        if (repeated > 0) {
            tail.add(new Kept(row.line(), texts));
            if (tail.size() > repeated) {
                tail.remove();
            }
        }
        if (cells.size() == size) {
            pass(false);
        }
    }

    /** Hands on what is left. */
    void finish() {
        pass(true);
    }

    private void pass(boolean last) {
        try {
            listener.rows(new Block(new Table(plan.columns(sinks(), rows()), lines(), null), first, cells, last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clear(plan.sinks(shapes));
        cells = new ArrayList<>();
        tail.forEach(this::again);
        first = rows();
    }

    private void again(Kept row) {
        for (int j = 0; j < sinks().size(); j++) {
            char[] chars = row.cells().get(j).toCharArray();
            put(j, shapes.of(chars, 0, chars.length), chars, 0, chars.length);
        }
        add(row.line());
    }
}
