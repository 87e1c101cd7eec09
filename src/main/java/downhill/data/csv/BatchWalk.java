package downhill.data.csv;

import java.util.function.Consumer;

/** Leads a pass through batches of cells: row by row, and what is told of other records between them, in the order of the file. */
final class BatchWalk implements Consumer<CellBatch> {
    private final Pass pass;
    private final Opening opening;
    private final Watch watch;
    /** Whether the first row, which has the names, is still to come. */
    private boolean header;

    BatchWalk(Pass pass, Opening opening, Watch watch, Stretch stretch) {
        this.pass = pass;
        this.opening = opening;
        this.watch = watch;
        this.header = opening.layout().header() != null && stretch.isBeginning();
    }

    @Override
    public void accept(CellBatch batch) {
        RecordBatch records = batch.records();
        if (!header && pass.takeAll(batch)) {
            tick(batch, batch.count());
            return;
        }
        int told = 0;
        for (int record = 0; record <= batch.count(); record++) {
            while (told < records.told().size() && records.told().get(told).before() == record) {
                records.told().get(told++).to(pass);
            }
            if (record < batch.count()) {
                row(batch, record);
            }
        }
    }

    private void row(CellBatch batch, int record) {
        Row row = batch.row(record, batch.records().lines().next());
        tick(batch, 1);
        if (header) {
            header = false;
            pass.skipped(SkipKind.HEADER, row.line());
        } else {
            pass.take(batch, row, batch.verdict(record));
        }
    }

    private void tick(CellBatch batch, int rows) {
        if (watch.tick(rows, batch.records().consumed())) {
            ImportMemory.check(opening.source().name(), pass.rows(), opening.layout().fields());
        }
    }
}
