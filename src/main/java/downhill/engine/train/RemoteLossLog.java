package downhill.engine.train;

import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Instruction;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Planner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects numbers on the device, a row for each step, and fetches the rows together: reading each step's loss would wait
 * for the device at each step. Column 0 holds the losses [R], the others a watched parameter of each run [R].
 */
final class RemoteLossLog implements LossLog {
    private static final int ROWS = 64;

    private final Machine machine;
    private final int firstRun;
    private final int runs;
    private final ArrayView parameters;
    private final ArrayView losses;
    private int[] watched = {};
    private Memory rows;
    private List<Instruction[]> copies;
    private double[] values;
    private int from;
    private int count;

    /** @param firstRun number within the stack of the first run logged here */
    RemoteLossLog(Machine machine, int firstRun, int runs, ArrayView parameters, Memory losses) {
        this.machine = machine;
        this.firstRun = firstRun;
        this.runs = runs;
        this.parameters = parameters;
        this.losses = ArrayView.rows(losses, 0, 1);
        makeRoom();
    }

    private void makeRoom() {
        int columns = 1 + watched.length;
        rows = machine.allocate(ROWS * columns * runs);
        values = new double[ROWS * columns * runs];
        copies = new ArrayList<>();
    }

    @Override
    public void watch(int[] wanted) {
        if (!Arrays.equals(watched, wanted)) {
            watched = wanted.clone();
            makeRoom();
        }
    }

    @Override
    public void parameters(int i, StepLog log) {
        if (count == 0) {
            from = i;
        }
        Instruction[] row = copies(count);
        for (int k = 1; k < row.length; k++) {
            row[k].run();
        }
    }

    @Override
    public void losses(int i, StepLog log) {
        copies(count)[0].run();
        count++;
        if (count == ROWS) {
            end(log);
        }
    }

    /** The instructions that fill a row, bound when it is first needed. */
    private Instruction[] copies(int row) {
        while (copies.size() <= row) {
            Instruction[] made = new Instruction[1 + watched.length];
            for (int column = 0; column < made.length; column++) {
                ArrayView source = column == 0 ? losses
                        : ArrayView.rows(parameters.memory(), parameters.offset() + watched[column - 1], parameters.runStride());
                ArrayView target = ArrayView.rows(rows, (copies.size() * made.length + column) * runs, 1);
                made[column] = Planner.copy(runs, machine, source, target);
            }
            copies.add(made);
        }
        return copies.get(row);
    }

    @Override
    public void end(StepLog log) {
        int columns = 1 + watched.length;
        rows.read(0, values, 0, count * columns * runs);
        for (int row = 0; row < count; row++) {
            for (int run = 0; run < runs; run++) {
                int at = row * columns * runs + run;
                log.loss(firstRun + run, from + row, values[at]);
                for (int k = 0; k < watched.length; k++) {
                    log.watch(firstRun + run, from + row, k, values[at + (k + 1) * runs]);
                }
            }
        }
        count = 0;
    }
}
