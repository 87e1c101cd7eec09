package downhill.study.map;

import downhill.analysis.sweep.Refinement;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.Recipe;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Trains a contender once for each pixel of a {@link TrainabilityMap}: rows of stacks, all with the same seed. Whatever the two knobs are,
 * pixels of one model, rule and batch size share a stack.
 */
public final class Trainability {
    private final Recipe recipe;
    private final MapAxis across;
    private final MapAxis up;
    private final int steps;
    private final Function<DataSpec, Prepared> rows;
    private final RuleLibrary library;
    private final Map<Alike, StepSetup> setups = new HashMap<>();
    private final double[][] startLoss;
    private final double[][] finalLoss;
    private final double[][] divergedAt;
    private final boolean[][] trained;

    /** What pixels of one stack have in common: all but numbers of the run. */
    private record Alike(Experiment experiment, String ruleId, String ruleText, int batch) {
    }

    private record Run(Refinement.Pixel pixel, StepSetup setup) {
    }

    /**
     * Makes everything ready.
     *
     * @param recipe  whose space has both knobs, or larger ranges of them
     * @param steps   of each run, at least 1
     * @param rows    of a specification of data, asked once for each
     * @throws RefusedException of one sentence where both axes are the same knob
     */
    public Trainability(Recipe recipe, MapAxis across, MapAxis up, int steps, Function<DataSpec, Prepared> rows, RuleLibrary library) {
        if (across.knob().name().equals(up.knob().name())) {
            throw new RefusedException(Said.of("sweep.two"));
        }
        this.recipe = recipe;
        this.across = across;
        this.up = up;
        this.steps = steps;
        Map<DataSpec, Prepared> known = new HashMap<>();
        this.rows = spec -> known.computeIfAbsent(spec, rows);
        this.library = library;
        int height = up.values().size();
        int width = across.values().size();
        startLoss = new double[height][width];
        finalLoss = new double[height][width];
        divergedAt = new double[height][width];
        trained = new boolean[height][width];
    }

    /**
     * Trains all pixels, coarse first, on the caller's thread and some more.
     *
     * @param threads how many may compute at once
     * @param each    receives every picture, the last included; where it is given up in between, what there is by then
     * @throws CancellationException where the progress says to give up
     */
    public TrainabilityMap draw(int threads, Progress progress, Consumer<TrainabilityMap> each) {
        TrainabilityMap map = null;
        for (Refinement.Level level : Refinement.levels(finalLoss.length, finalLoss[0].length)) {
            try {
                train(level, threads, progress);
            } catch (CancellationException given) {
                if (map != null) {
                    each.accept(map(2 * level.stride()));
                }
                throw given;
            }
            map = map(level.stride());
            each.accept(map);
        }
        return map;
    }

    private void train(Refinement.Level level, int threads, Progress progress) {
        int pixels = finalLoss.length * finalLoss[0].length;
        int known = known();
        for (List<Run> block : blocks(level.pixels())) {
            train(block, threads, progress.stretch((double) known / pixels, (double) (known + block.size()) / pixels));
            known += block.size();
        }
    }

    private int known() {
        int known = 0;
        for (boolean[] row : trained) {
            for (boolean each : row) {
                known += each ? 1 : 0;
            }
        }
        return known;
    }

    private TrainabilityMap map(int stride) {
        boolean[][] runs = Stream.of(trained).map(boolean[]::clone).toArray(boolean[][]::new);
        return new TrainabilityMap(across, up, steps, Refinement.filled(startLoss, runs, stride),
                Refinement.filled(finalLoss, runs, stride), Refinement.filled(divergedAt, runs, stride), runs);
    }

    private List<List<Run>> blocks(List<Refinement.Pixel> pixels) {
        Map<Alike, List<Run>> alike = new LinkedHashMap<>();
        for (Refinement.Pixel pixel : pixels) {
            Experiment one = recipe.at(Map.of(across.knob().name(), across.values().get(pixel.column()), up.knob().name(),
                    up.values().get(pixel.row())));
            StepSetup.Single single = StepSetup.single(one, library);
            Alike key = alike(one, single.batch());
            StepSetup setup = setups.computeIfAbsent(key, unused -> setup(one)).with(single.run());
            alike.computeIfAbsent(key, unused -> new ArrayList<>()).add(new Run(pixel, setup));
        }
        List<List<Run>> blocks = new ArrayList<>();
        alike.values().forEach(runs -> {
            int capacity = MapBlock.capacity(runs.get(0).setup(), recipe.base().precision());
            for (int from = 0; from < runs.size(); from += capacity) {
                blocks.add(runs.subList(from, Math.min(runs.size(), from + capacity)));
            }
        });
        return blocks;
    }

    private static Alike alike(Experiment one, int batch) {
        ContenderSpec spec = one.contenders().get(0);
        return new Alike(one.withContenders(List.of()), spec.ruleId(), spec.ruleText(), batch);
    }

    private StepSetup setup(Experiment one) {
        DataSpec data = ((Problem.Learning) one.problem()).data();
        return StepSetup.of(one, rows.apply(data), one.contenders().get(0).id(), 0, 0, library);
    }

    private void train(List<Run> block, int threads, Progress progress) {
        MapBlock done = new MapBlock(block.stream().map(Run::setup).toList(), steps);
        done.train(recipe.base().precision(), threads, progress);
        for (int i = 0; i < block.size(); i++) {
            Refinement.Pixel pixel = block.get(i).pixel();
            startLoss[pixel.row()][pixel.column()] = done.startLoss(i);
            finalLoss[pixel.row()][pixel.column()] = done.finalLoss(i);
            divergedAt[pixel.row()][pixel.column()] = done.divergedAt(i);
            trained[pixel.row()][pixel.column()] = true;
        }
    }
}
