package downhill.optim;

import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.List;

/**
 * The scalar part of a rule as a list of instructions over numbered registers. Immutable and free of allocation while
 * running: the caller owns every array. Safe for use by several threads, each with a workspace of its own.
 */
public final class HostProgram {
    /** {@code target ← op(a, b, c)}; {@code op} is a UnaryOp, a BinaryOp, or null for a selection. */
    record Instruction(Object op, int a, int b, int c, int target) {
    }

    private final int hyperparameters;
    private final int scalars;
    private final double[] initial;
    private final Instruction[] code;
    private final int[] scalarResults;
    private final int[] slotRegisters;
    private final List<ScalarSlot> slots;
    private final int rate;

    HostProgram(int hyperparameters, double[] initial, List<Instruction> code, int[] scalarResults, int[] slotRegisters,
                List<ScalarSlot> slots, int rate) {
        this.hyperparameters = hyperparameters;
        this.scalars = scalarResults.length;
        this.initial = initial.clone();
        this.code = code.toArray(new Instruction[0]);
        this.scalarResults = scalarResults.clone();
        this.slotRegisters = slotRegisters.clone();
        this.slots = List.copyOf(slots);
        this.rate = rate;
    }

    /** The slots, in the order in which {@link #evaluate} writes them. */
    public List<ScalarSlot> slots() {
        return slots;
    }

    /** Number of scalars that a run keeps between steps: its scalar states and, for a rule that assigns η, the carry. */
    public int scalarCount() {
        return scalars;
    }

    /** Registers for one thread. */
    public double[] newWorkspace() {
        return initial.clone();
    }

    /**
     * Computes the scalars of one step.
     *
     * @param hyperparameterValues in the rule's order, η being the scheduled learning rate of this step
     * @param t                    number of the step, from 1
     * @param scalarStates         length {@link #scalarCount()}, replaced by their values after the step
     * @param workspace            from {@link #newWorkspace()}
     * @param out                  receives slot i at {@code offset + i * stride}
     */
    public void evaluate(double[] hyperparameterValues, double t, double[] scalarStates, double[] workspace,
                         double[] out, int offset, int stride) {
        System.arraycopy(hyperparameterValues, 0, workspace, 0, hyperparameters);
        workspace[hyperparameters] = t;
        System.arraycopy(scalarStates, 0, workspace, hyperparameters + 1, scalars);
        for (Instruction instruction : code) {
            execute(instruction, workspace);
        }
        for (int i = 0; i < scalars; i++) {
            scalarStates[i] = workspace[scalarResults[i]];
        }
        for (int i = 0; i < slotRegisters.length; i++) {
            out[offset + i * stride] = workspace[slotRegisters[i]];
        }
    }

    /**
     * The learning rate that the step of the latest {@link #evaluate} with this workspace uses: η where its lines first take it;
     * NaN without one.
     */
    public double learningRate(double[] workspace) {
        return rate < 0 ? Double.NaN : workspace[rate];
    }

    private static void execute(Instruction instruction, double[] registers) {
        double a = registers[instruction.a];
        double value;
        if (instruction.op instanceof BinaryOp binary) {
            value = binary.apply(a, registers[instruction.b]);
        } else if (instruction.op instanceof UnaryOp unary) {
            value = unary.apply(a);
        } else {
            value = registers[a != 0 ? instruction.b : instruction.c];
        }
        registers[instruction.target] = value;
    }
}
