package downhill.data.csv;

import java.util.ArrayList;
import java.util.List;

/** Counts what the cells of each column look like as they come. */
final class SeenCells {
    private final CellShapes shapes;
    private final boolean units;
    private final BrokenBytes broken;
    private final List<ColumnFacts> facts = new ArrayList<>();

    /** @param units whether signs are taken off numbers before these are looked at */
    SeenCells(int columns, CellShapes shapes, boolean units, BrokenBytes broken) {
        this.shapes = shapes;
        this.units = units;
        this.broken = broken;
        for (int j = 0; j < columns; j++) {
            facts.add(new ColumnFacts());
        }
    }

    List<ColumnFacts> facts() {
        return facts;
    }

    /** All cells of a row. */
    void see(CellBatch cells, Row row) {
        char[] chars = row.chars();
        for (int j = 0; j < facts.size(); j++) {
            see(j, cells.shape(j), chars, row.start(j), row.end(j));
        }
    }

    void see(int column, Shape shape, char[] chars, int start, int end) {
        if (shape == Shape.UNIT && units) {
            String bare = Units.strip(new String(chars, start, end - start));
            facts.get(column).add(shapes.of(bare), bare.toCharArray(), 0, bare.length());
            return;
        }
        facts.get(column).add(shape, chars, start, end);
        broken.see(shape, chars, start, end);
    }

    /** A cell for whose text {@link TextIndex#hash} is known. */
    void see(int column, Shape shape, int hash, char[] chars, int start, int end) {
        if (shape == Shape.UNIT) {
            see(column, shape, chars, start, end);
            return;
        }
        facts.get(column).add(shape, hash, chars, start, end);
        broken.see(shape, chars, start, end);
    }

    /** Whether a batch can be seen column by column. */
    boolean canSee(CellBatch batch) {
        for (int j = 0; j < facts.size(); j++) {
            if (units && batch.column(j).count(Shape.UNIT.ordinal()) > 0) {
                return false;
            }
        }
        return true;
    }

    /** All cells of a batch that fit. */
    void see(CellBatch batch) {
        for (int j = 0; j < facts.size(); j++) {
            CellColumn column = batch.column(j);
            facts.get(j).add(column);
            for (int text = 0; text < column.different(); text++) {
                int record = column.sample(text);
                broken.see(column.shape(record), column.chars(), column.start(record), column.end(record));
            }
        }
    }
}
