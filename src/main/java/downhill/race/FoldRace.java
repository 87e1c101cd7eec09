package downhill.race;

import downhill.data.Progress;
import downhill.data.Room;
import downhill.data.prepare.Prepared;
import downhill.engine.machine.Machines;
import downhill.engine.train.RunState;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Contenders trained on several sets of rows at once: each contender, fold and seed is a run of its own, all are rows of one stack where
 * their batches are equal, and what one does depends on no other. Nothing is recorded, and there is no way back. Belongs to the thread
 * that made it; it trains on that thread's time.
 */
public final class FoldRace implements AutoCloseable {
    private static final double SECONDS = 0.05;

    /**
     * A run: one contender on one fold with one seed.
     *
     * @param fold index of its rows
     * @param seed of its initial values and batches
     */
    public record Run(String contender, int fold, long seed) {
        private String id() {
            return contender + '\n' + fold + '\n' + seed;
        }
    }

    private final long budget;
    private final Judge judge;
    private final Field field;
    private final Map<Run, String> runs = new LinkedHashMap<>();

    /**
     * Takes all to their places.
     *
     * @param experiment whose contenders begin at step 0, each with as many seeds as it has
     * @param folds      rows of one shape; those with validation rows are validated as a race would
     * @param seeds      first seed of each fold
     * @param threads    how many may compute, at least 1
     * @throws RefusedException                where a contender cannot take part, in a sentence
     * @throws downhill.model.ModelException   where the model does not fit the data, or the memory
     */
    public FoldRace(Experiment experiment, List<Prepared> folds, long[] seeds, RuleLibrary library, int threads) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        List<LearningTask> tasks = folds.stream().map(rows -> {
            LearningTask.requireFit(rows, learning.model());
            return new LearningTask(rows, learning.model(), experiment.training().augmentation());
        }).toList();
        Map<String, LearningTask> byRun = new HashMap<>();
        List<ContenderSpec> specs = new ArrayList<>();
        for (ContenderSpec contender : experiment.contenders()) {
            for (int fold = 0; fold < tasks.size(); fold++) {
                for (int seed = 0; seed < Math.max(1, contender.seeds()); seed++) {
                    Run run = new Run(contender.id(), fold, seeds[fold] + seed);
                    runs.put(run, run.id());
                    byRun.put(run.id(), tasks.get(fold));
                    specs.add(contender.copy(run.id(), contender.name(), contender.style(), contender.fork()).withSeeds(1));
                }
            }
        }
        budget = experiment.training().steps();
        Footprint.require(experiment.withContenders(specs), folds.get(0), Room.here());
        Machines.load();
        Task task = new FoldTask(byRun);
        judge = task.judge(experiment.precision());
        Spacing spacing = new Spacing(0);
        Arrival arrival = new Arrival(experiment.training(), task, judge, null, spacing);
        field = new Field(task, experiment.training(), experiment.precision(), threads, arrival, spacing, null);
        begin(experiment, specs, byRun, new Rules(library));
    }

    private void begin(Experiment experiment, List<ContenderSpec> specs, Map<String, LearningTask> byRun, Rules rules) {
        try {
            List<Lane> lanes = new ArrayList<>();
            List<Run> all = List.copyOf(runs.keySet());
            for (int i = 0; i < all.size(); i++) {
                ContenderSpec spec = specs.get(i);
                if (spec.fork() != null) {
                    throw new RefusedException(Said.of("folds.fork", spec.name()));
                }
                Nursery nursery = new Nursery(experiment.withSeed(all.get(i).seed()), byRun.get(spec.id()), rules, null);
                lanes.add(nursery.lane(spec).shadow(0));
            }
            field.add(lanes);
        } catch (RuntimeException | Error refused) {
            close();
            throw refused;
        }
    }

    /** All runs: contender by contender, fold by fold, seed by seed. */
    public List<Run> runs() {
        return List.copyOf(runs.keySet());
    }

    /**
     * Trains all that have not ended up to a step, or to the end of the budget.
     *
     * @param progress told the part of the budget done, and asked now and then whether to give up
     * @throws CancellationException where it said so; the race can go on
     */
    public void advance(long step, Progress progress) {
        long to = Math.min(step, budget);
        Field.Turn turn = Field.Turn.MOVED;
        while (turn == Field.Turn.MOVED) {
            if (progress.cancelled()) {
                throw new CancellationException("cancelled");
            }
            turn = field.turn(to - field.clock(), SECONDS);
            progress.done(Math.min(1, (double) field.clock() / budget));
        }
    }

    /** Ends all runs of a contender where they are, so that they cost nothing more. */
    public void stop(String contender) {
        runs.forEach((run, id) -> {
            Lane lane = field.lane(id);
            if (run.contender().equals(contender) && lane.running()) {
                field.stop(lane);
            }
        });
    }

    /** How a run stands. */
    public Outcome outcome(Run run) {
        return lane(run).outcome;
    }

    /** Updates done. */
    public long step(Run run) {
        return lane(run).step;
    }

    /** Parameters [P] with which a run's model is asked: of its best validation where it ended with that; null where it diverged. */
    public double[] answer(Run run) {
        Lane lane = lane(run);
        if (lane.outcome == Outcome.DIVERGED) {
            return null;
        }
        if (lane.running()) {
            return field.teamOf(lane).answers(lane)[0];
        }
        RunState[] states = lane.answering(lane.states, lane.step);
        return states[0].answer().clone();
    }

    private Lane lane(Run run) {
        return field.lane(runs.get(run));
    }

    @Override
    public void close() {
        field.close();
        judge.close();
    }
}
