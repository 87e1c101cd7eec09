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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Trains a contender once for each of some pixels of a {@link TrainabilityMap}: rows of stacks, all with the same seed. Whatever the two
 * knobs are, pixels of one model, rule and batch size share a stack; what comes of a pixel depends on no other.
 */
public final class MapRuns {
    private final Recipe recipe;
    private final MapAxis across;
    private final MapAxis up;
    private final int steps;
    private final Function<DataSpec, Prepared> rows;
    private final RuleLibrary library;
    private final Map<Alike, StepSetup> setups = new HashMap<>();

    /** What pixels of one stack have in common: all but numbers of the run. */
    private record Alike(Experiment experiment, String ruleId, String ruleText, int batch) {
    }

    private record Run(Refinement.Pixel pixel, StepSetup setup) {
    }

    /** Arguments as those of {@link Trainability}. */
    public MapRuns(Recipe recipe, MapAxis across, MapAxis up, int steps, Function<DataSpec, Prepared> rows, RuleLibrary library) {
        this.recipe = recipe;
        this.across = across;
        this.up = up;
        this.steps = steps;
        Map<DataSpec, Prepared> known = new HashMap<>();
        this.rows = spec -> known.computeIfAbsent(spec, rows);
        this.library = library;
    }

    /** The same pixels, those that share a stack one after the other. */
    public List<Refinement.Pixel> sorted(List<Refinement.Pixel> pixels) {
        Map<Alike, List<Refinement.Pixel>> alike = new LinkedHashMap<>();
        for (Refinement.Pixel pixel : pixels) {
            Experiment one = at(pixel);
            alike.computeIfAbsent(alike(one, StepSetup.single(one, library).batch()), unused -> new ArrayList<>()).add(pixel);
        }
        return alike.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Trains pixels.
     *
     * @param threads  how many may compute at once
     * @param progress told the part of them that is done
     * @param ended    receives what came of each block
     * @throws CancellationException where the progress says to give up
     */
    public void train(List<Refinement.Pixel> pixels, int threads, Progress progress, Consumer<List<MapEnd>> ended) {
        int known = 0;
        for (List<Run> block : blocks(pixels)) {
            Progress part = progress.stretch((double) known / pixels.size(), (double) (known + block.size()) / pixels.size());
            MapBlock done = new MapBlock(block.stream().map(Run::setup).toList(), steps);
            done.train(recipe.base().precision(), threads, part);
            List<MapEnd> ends = new ArrayList<>();
            for (int i = 0; i < block.size(); i++) {
                Refinement.Pixel pixel = block.get(i).pixel();
                ends.add(new MapEnd(pixel.row(), pixel.column(), done.startLoss(i), done.finalLoss(i), done.divergedAt(i)));
            }
            ended.accept(ends);
            known += block.size();
        }
    }

    private Experiment at(Refinement.Pixel pixel) {
        return recipe.at(Map.of(across.knob().name(), across.values().get(pixel.column()), up.knob().name(),
                up.values().get(pixel.row())));
    }

    private List<List<Run>> blocks(List<Refinement.Pixel> pixels) {
        Map<Alike, List<Run>> alike = new LinkedHashMap<>();
        for (Refinement.Pixel pixel : pixels) {
            Experiment one = at(pixel);
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
}
