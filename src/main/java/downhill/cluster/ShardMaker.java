package downhill.cluster;

import downhill.data.DataException;
import downhill.data.Examples;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.csv.FilePart;
import downhill.data.csv.PartsReading;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.data.prepare.SpreadRows;
import downhill.engine.Precision;
import downhill.model.ModelSpec;
import downhill.race.LossWeights;
import downhill.race.RowShare;
import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes a worker's rows of its parts of the table, from their beginning: so another worker makes the same where one is lost.
 *
 * @param parts   of the worker
 * @param reading of all files
 * @param rows    what can be used
 * @param held    of each part, which of the rows that can be used are held out
 * @param steps   of preparation
 * @param first   index of its first training row among those of all workers
 * @param setup   what is learned from them
 */
record ShardMaker(ArrayList<FilePart> parts, PartsReading reading, SpreadRows rows, ArrayList<BitSet> held, Preprocessing steps, int first,
                  Setup setup) implements Maker<RowShare> {
    /** Of the memory of a worker, for its rows; the others are in a file. */
    private static final int SHARE = 4;

    /**
     * What all workers have in common.
     *
     * @param workers at a time in one program, at most
     */
    record Setup(TaskKind task, ModelSpec model, LossWeights weights, Precision precision, int workers) implements Serializable {
    }

    @Override
    public RowShare make(Workplace place) {
        Side training = new Side();
        Side validation = new Side();
        PartFiles own = new PartFiles(parts);
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            own.walk(reading, rows, i, held.get(i), place::wanted, () -> {
                training.restart(part);
                validation.restart(part);
            }, (typed, usable, out) -> {
                training.add(typed, usable.get(false, out));
                validation.add(typed, usable.get(true, out));
            });
        }
        return new RowShare(new Prepared(training.examples(), validation.examples(), setup.task, steps.featureNames(), steps.classNames(),
                steps.target().column(), steps, List.of()), first, setup.model, setup.weights, setup.precision);
    }

    /** Rows of training, or those held out. */
    private final class Side {
        private final ShardRows values = new ShardRows(steps.width(),
                Runtime.getRuntime().maxMemory() / Double.BYTES / SHARE / setup.workers);
        private final List<Integer> firstOfPart = new ArrayList<>();
        private double[] targets = new double[0];
        private double[] weights = new double[0];

        /** What came before of this part does not count. */
        void restart(int part) {
            while (firstOfPart.size() > part) {
                values.keep(firstOfPart.remove(firstOfPart.size() - 1));
            }
            firstOfPart.add(values.count());
        }

        void add(Table typed, int[] wanted) {
            if (wanted.length == 0) {
                return;
            }
            Applied applied = steps.apply(typed.inOrder(wanted), 0, false);
            if (!applied.unscored().isEmpty()) {
                Applied.Unscored lost = applied.unscored().get(0);
                throw new DataException(Said.of("parts.unfit", lost.line(), lost.reason()));
            }
            targets = appended(targets, applied.inputs().targets());
            weights = appended(weights, applied.inputs().weights());
            values.add(applied.inputs().values());
        }

        private double[] appended(double[] all, double[] some) {
            int needed = some.length == 0 ? 0 : values.count() + some.length;
            double[] longer = needed <= all.length ? all : Arrays.copyOf(all, Math.max(needed, 2 * all.length));
            System.arraycopy(some, 0, longer, some.length == 0 ? 0 : values.count(), some.length);
            return longer;
        }

        Examples examples() {
            int count = values.count();
            return new Examples(count, steps.inputShape(), values, Arrays.copyOf(targets, count), new int[count], new double[0],
                    Arrays.copyOf(weights, Math.min(count, weights.length)));
        }
    }
}
