package downhill.race;

import downhill.data.Room;
import downhill.data.prepare.Prepared;
import downhill.engine.machine.Machines;
import downhill.engine.train.RunState;
import downhill.expr.FormulaException;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Contenders of one experiment trained side by side on the caller's thread, step by step as the caller says, without going back and without
 * forks. Their numbers are those of a {@link Race} of the same document; whoever leaves changes nothing for the others.
 */
public final class Heat implements AutoCloseable {
    private static final long KEY_FRAME_BYTES = 1L << 20;
    private static final double CHUNK_SECONDS = 0.05;

    /**
     * How a contender stands.
     *
     * @param outcome FAILED where it could not take part
     * @param score   on the validation rows exactly where it stands; of one that stopped early, of what it answers with
     */
    public record Standing(Outcome outcome, Score score) {
    }

    private final Experiment experiment;
    private final Judge judge;
    private final Field field;
    private final AtRest atRest;
    private final List<String> unable = new ArrayList<>();

    /**
     * Compiles and validates at step 0.
     *
     * @param data    rows of the experiment, which is on data
     * @param threads that may compute, at least 1
     * @throws downhill.model.ModelException where the model does not fit the data
     */
    public Heat(Experiment experiment, Prepared data, RuleLibrary library, int threads) {
        this.experiment = experiment;
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        Footprint.require(experiment, data, Room.here());
        Machines.load();
        Task task = new LearningTask(data, learning.model(), experiment.training().augmentation());
        judge = task.judge(experiment.precision());
        Spacing spacing = new Spacing(KEY_FRAME_BYTES);
        Arrival arrival = new Arrival(experiment.training(), task, judge, null, spacing);
        field = new Field(task, experiment.training(), experiment.precision(), threads, arrival, spacing, null);
        atRest = new AtRest(field, judge, true);
        Replay replay = new Replay(task, experiment.training(), experiment.precision(), arrival, () -> false);
        add(experiment.contenders(), new Nursery(experiment, task, new Rules(library), replay));
    }

    private void add(List<ContenderSpec> contenders, Nursery nursery) {
        List<Lane> lanes = new ArrayList<>();
        for (ContenderSpec each : contenders) {
            try {
                lanes.add(nursery.lane(each));
            } catch (IllegalArgumentException | FormulaException refused) {
                unable.add(each.id());
            }
        }
        field.add(lanes);
    }

    /**
     * Trains everybody who still runs up to a step.
     *
     * @param go asked about twenty times a second
     * @return false where {@code go} said no before
     */
    public boolean advance(long step, BooleanSupplier go) {
        while (field.lanes().stream().anyMatch(lane -> lane.running() && lane.step < step)) {
            if (!go.getAsBoolean()) {
                return false;
            }
            field.turn(step - field.clock(), CHUNK_SECONDS);
        }
        return true;
    }

    /** How those stand who have not left, by id. */
    public Map<String, Standing> standings() {
        while (atRest.measureOne(() -> true)) {
            // One after the other.
        }
        Map<String, Standing> standings = new LinkedHashMap<>();
        unable.forEach(id -> standings.put(id, new Standing(Outcome.FAILED, Score.NONE)));
        field.lanes().forEach(lane -> standings.put(lane.id, new Standing(lane.outcome, lane.shown())));
        return standings;
    }

    /**
     * Losses of those who have not left on rows that have nothing to do with the race, by id: of what they would answer with where they
     * stand, the mean over their seeds. NaN for one that diverged.
     *
     * @param rows prepared as those of the race were; its validation rows are judged
     */
    public Map<String, Double> losses(Prepared rows) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        Map<String, Double> losses = new LinkedHashMap<>();
        try (Judge other = new LearningTask(rows, learning.model(), experiment.training().augmentation()).judge(experiment.precision())) {
            field.lanes().forEach(lane -> losses.put(lane.id, Arrays.stream(answers(lane))
                    .mapToDouble(parameters -> other.validate(parameters).loss()).average().orElse(Double.NaN)));
        }
        return losses;
    }

    /** [seeds][P]; of one that diverged none. */
    private double[][] answers(Lane lane) {
        if (lane.outcome == Outcome.DIVERGED) {
            return new double[0][];
        }
        return lane.running() ? field.teamOf(lane).answers(lane)
                : Arrays.stream(lane.answering(lane.states, lane.step)).map(RunState::answer).toArray(double[][]::new);
    }

    /** Takes contenders out; their rows of the stack are computed no more. */
    public void leave(Collection<String> ids) {
        ids.forEach(field::remove);
        unable.removeAll(ids);
    }

    @Override
    public void close() {
        field.close();
        judge.close();
    }
}
