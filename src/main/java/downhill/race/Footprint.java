package downhill.race;

import downhill.data.Room;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.ModelException;
import downhill.model.ModelSize;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;

/**
 * What the models of a race take of memory, at least: worked out before any of it is asked for, and refused in words where there is not so
 * much. What is less certain, such as the states of rules and what is kept to go back in time, is left out: no race that has room
 * is refused.
 */
final class Footprint {
    /** The parameters at the start and those of now. */
    private static final int ON_HEAP = 2;
    /** The parameters and their gradient. */
    private static final int NATIVE = 2;
    /** Bytes of a run without its parameters: its curve, its seed, its moments. */
    private static final double BESIDE = 1000;

    private final ModelSize size;
    private double runs;
    private double onHeap;
    private double outside;
    private double widest;

    private Footprint(ModelSize size) {
        this.size = size;
    }

    /** @throws ModelException where the models do not fit the data, or the memory */
    static void require(Experiment experiment, Prepared data, Room room) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        int outputs = Targets.outputs(data, learning.model());
        ModelSize size = ModelSize.of(learning.model(), Targets.shape(data), outputs);
        new Footprint(size).of(experiment, data.training().count()).require(room);
    }

    /** The same where the rows are elsewhere: gradients are worked out there. */
    static void requireElsewhere(Experiment experiment, Prepared data, Room room) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        ModelSize size = ModelSize.of(learning.model(), Targets.shape(data), Targets.outputs(data, learning.model()));
        new Footprint(size).of(experiment, 0).require(room);
    }

    /** Of contenders of two parameters each. */
    static void requireOnSurface(Experiment experiment, Room room) {
        new Footprint(new ModelSize(2, 0)).of(experiment, 0).require(room);
    }

    private Footprint of(Experiment experiment, int rows) {
        double bytes = experiment.precision() == Precision.FLOAT ? Float.BYTES : Double.BYTES;
        for (ContenderSpec contender : experiment.contenders()) {
            int asked = contender.batchSize() == ContenderSpec.SHARED_BATCH ? experiment.training().batchSize() : contender.batchSize();
            double batch = asked <= 0 ? rows : Math.min(asked, rows);
            double seeds = Math.max(1, contender.seeds());
            runs += seeds;
            widest = Math.max(widest, batch * size.perRow());
            onHeap += seeds * (ON_HEAP * Double.BYTES * size.parameters() + BESIDE);
            outside += seeds * bytes * (NATIVE * size.parameters() + batch * size.perRow());
        }
        return this;
    }

    private void require(Room room) {
        double most = Math.max(onHeap, outside);
        if (!room.has(most) || !room.hasArray(size.parameters()) || widest > Integer.MAX_VALUE) {
            throw new ModelException(Said.of(runs == 1 ? "room.run" : "room.runs", ModelSize.count(runs),
                    ModelSize.count(size.parameters()), Room.text(most), room.text(), Room.MORE));
        }
    }
}
