package downhill.study.sample;

import downhill.study.space.Choices;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * CMA-ES over the numbers of a space, from its middle; choices are drawn at random, for it knows none. Its state is worked out anew from
 * the trials before, λ = 4 + ⌊3 ln n⌋ of them at a time, so that nothing has to be kept beside them.
 *
 * @param seed of all draws
 */
public record CmaesSampler(long seed) implements Sampler {
    /** Of the whole range. */
    private static final double SIGMA = 0.25;
    /** So often a point beyond the ends is drawn anew before it is put on the nearest one. */
    private static final int TRIES = 100;

    @Override
    public void check(SearchSpace space) {
        if (numbers(space).isEmpty()) {
            throw new RefusedException(Said.of("study.cmaes"));
        }
    }

    @Override
    public int together(SearchSpace space) {
        return Evolution.lambda(numbers(space).size());
    }

    private static List<Knob> numbers(SearchSpace space) {
        return space.knobs().stream().filter(knob -> !(knob.extent() instanceof Choices)).toList();
    }

    @Override
    public Map<String, Object> next(SearchSpace space, List<Trial> before, int number) {
        List<Knob> numbers = numbers(space);
        Evolution evolution = evolved(numbers, before);
        SplittableRandom random = Draws.of(seed, number);
        double[] point = inside(evolution, random);
        Map<Knob, Double> units = new HashMap<>();
        space.knobs().forEach(knob -> units.put(knob, numbers.contains(knob) ? point[numbers.indexOf(knob)] : random.nextDouble()));
        return space.values(units::get);
    }

    private static Evolution evolved(List<Knob> numbers, List<Trial> before) {
        double[] middle = new double[numbers.size()];
        Arrays.fill(middle, 0.5);
        Evolution evolution = new Evolution(middle, SIGMA);
        List<Trial> ended = before.stream().filter(trial -> trial.state().ended()).toList();
        int lambda = evolution.lambda();
        for (int from = 0; from + lambda <= ended.size(); from += lambda) {
            List<double[]> points = new ArrayList<>();
            double[] mean = evolution.mean();
            TrialOrder.ranked(ended.subList(from, from + lambda)).forEach(trial -> points.add(point(numbers, trial, mean)));
            evolution.tell(points);
        }
        return evolution;
    }

    /** Where a trial was; a knob that did not matter moves nothing. */
    private static double[] point(List<Knob> numbers, Trial trial, double[] mean) {
        double[] point = new double[mean.length];
        for (int i = 0; i < point.length; i++) {
            Object value = trial.values().get(numbers.get(i).name());
            boolean known = value != null && numbers.get(i).extent().holds(value);
            point[i] = known ? numbers.get(i).extent().unit(value) : mean[i];
        }
        return point;
    }

    private static double[] inside(Evolution evolution, SplittableRandom random) {
        double[] point = evolution.ask(random);
        for (int i = 0; i < TRIES && Arrays.stream(point).anyMatch(x -> x < 0 || x > 1); i++) {
            point = evolution.ask(random);
        }
        return Arrays.stream(point).map(x -> Math.max(0, Math.min(1, x))).toArray();
    }
}
