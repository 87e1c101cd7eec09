package downhill.study.sample;

import downhill.study.space.Choices;
import downhill.study.space.Extent;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The tree-structured Parzen estimator (Bergstra et al. 2011) with the numbers of Optuna: the first {@value #STARTUP} trials at random;
 * then for each knob, of {@value #CANDIDATES} values drawn from the density of the best trials, the one that is densest there compared with
 * the density of the others. Of n trials ⌈n / 10⌉ are the best, at most {@value #BEST}.
 *
 * @param seed of all draws
 */
public record TpeSampler(long seed) implements Sampler {
    static final int STARTUP = 10;
    static final int CANDIDATES = 24;
    static final int BEST = 25;
    /** Few, so that it learns soon; more than one, so that they train beside each other. */
    private static final int TOGETHER = 2;
    /** So many of the newest trials count in full. */
    private static final int NEWEST = 25;

    @Override
    public int together(SearchSpace space) {
        return TOGETHER;
    }

    @Override
    public Map<String, Object> next(SearchSpace space, List<Trial> before, int number) {
        List<Trial> ranked = TrialOrder.ranked(before);
        if (ranked.size() < STARTUP) {
            return new RandomSampler(seed).next(space, before, number);
        }
        SplittableRandom random = Draws.of(seed, number);
        int best = Math.min(BEST, (ranked.size() + 9) / 10);
        List<Trial> good = byNumber(ranked.subList(0, best));
        List<Trial> rest = byNumber(ranked.subList(best, ranked.size()));
        return space.each(knob -> value(knob, of(knob, good), of(knob, rest), random));
    }

    private static List<Trial> byNumber(List<Trial> trials) {
        return trials.stream().sorted(Comparator.comparingInt(Trial::number)).toList();
    }

    /** Values that were tried; trials that another program added may have others. */
    private static List<Object> of(Knob knob, List<Trial> trials) {
        return trials.stream().map(trial -> trial.values().get(knob.name())).filter(value -> value != null && knob.extent().holds(value))
                .toList();
    }

    private static Object value(Knob knob, List<Object> good, List<Object> rest, SplittableRandom random) {
        Density density = knob.extent() instanceof Choices choices ? new OfChoices(choices, good, rest)
                : new OfNumbers(knob.extent(), good, rest);
        Object best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDIDATES; i++) {
            Object candidate = density.draw(random);
            double gain = density.gain(candidate);
            if (gain > most || best == null) {
                best = candidate;
                most = gain;
            }
        }
        return best;
    }

    /** 1 for the newest, less the older they are. */
    private static double[] weights(int count) {
        double[] weights = new double[count];
        double old = count - NEWEST;
        double least = 1.0 / count;
        Arrays.setAll(weights, i -> i >= old ? 1 : least + (1 - least) * i / Math.max(1, old - 1));
        return weights;
    }

    /** What is known of the good values and of all others. */
    private interface Density {
        Object draw(SplittableRandom random);

        /** log of the density of the good over that of the others. */
        double gain(Object value);
    }

    private static final class OfNumbers implements Density {
        private final Extent extent;
        private final Parzen good;
        private final Parzen rest;

        OfNumbers(Extent extent, List<Object> good, List<Object> rest) {
            this.extent = extent;
            this.good = parzen(good);
            this.rest = parzen(rest);
        }

        private Parzen parzen(List<Object> values) {
            return new Parzen(values.stream().mapToDouble(extent::unit).toArray(), weights(values.size()));
        }

        @Override
        public Object draw(SplittableRandom random) {
            return extent.at(good.draw(random));
        }

        @Override
        public double gain(Object value) {
            double unit = extent.unit(value);
            return good.log(unit) - rest.log(unit);
        }
    }

    private static final class OfChoices implements Density {
        private final Choices choices;
        private final double[] good;
        private final double[] rest;

        OfChoices(Choices choices, List<Object> good, List<Object> rest) {
            this.choices = choices;
            this.good = shares(good);
            this.rest = shares(rest);
        }

        /** Each trial speaks for its value and a little for all, and one more speaks for all alike. */
        private double[] shares(List<Object> values) {
            int all = choices.values().size();
            double[] weights = weights(values.size());
            double[] shares = new double[all];
            Arrays.fill(shares, 1.0 / all);
            double little = 1.0 / (values.size() + 1);
            for (int i = 0; i < weights.length; i++) {
                for (int k = 0; k < all; k++) {
                    double own = choices.values().get(k).equals(values.get(i)) ? 1 : 0;
                    shares[k] += weights[i] * (own + little) / (1 + all * little);
                }
            }
            double sum = Arrays.stream(shares).sum();
            return Arrays.stream(shares).map(share -> share / sum).toArray();
        }

        @Override
        public Object draw(SplittableRandom random) {
            double target = random.nextDouble();
            int i = 0;
            while (i < good.length - 1 && target >= good[i]) {
                target -= good[i++];
            }
            return choices.values().get(i);
        }

        @Override
        public double gain(Object value) {
            int i = choices.values().indexOf(value);
            return Math.log(good[i]) - Math.log(rest[i]);
        }
    }
}
