package downhill.study.importance;

import downhill.study.space.Choices;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares of the knobs in how the losses of complete trials differ, which add up to 1: by functional analysis of variance over a forest
 * (fANOVA, Hutter et al. 2014), or where trials are few by how the best of them differ from all (PED-ANOVA, Watanabe et al. 2023).
 *
 * @param shares by knob, in the order of the space; empty where nothing can be said
 * @param few    whether it was PED-ANOVA
 */
public record Importance(Map<String, Double> shares, boolean few) {
    /** With fewer complete trials a forest has little to learn from. */
    public static final int MANY = 32;
    /** Of fewer complete trials nothing is said. */
    public static final int LEAST = 4;

    /** Keeps the order. */
    public Importance {
        shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /** Of the complete trials among these, with a finite loss (another program may have added others); the same for the same. */
    public static Importance of(SearchSpace space, List<Trial> trials) {
        List<Trial> complete = trials.stream().filter(trial -> trial.state() == TrialState.COMPLETE && Double.isFinite(trial.loss()))
                .filter(trial -> space.holds(trial.values())).toList();
        boolean few = complete.size() < MANY;
        if (complete.size() < LEAST) {
            return new Importance(Map.of(), few);
        }
        double[][] points = complete.stream().map(trial -> point(space, trial)).toArray(double[][]::new);
        double[] losses = complete.stream().mapToDouble(Trial::loss).toArray();
        return of(space, few ? PedAnova.of(points, losses, choices(space)) : Forest.of(points, losses).mainEffects(), few);
    }

    /** A knob that did not matter is in its middle. */
    private static double[] point(SearchSpace space, Trial trial) {
        return space.knobs().stream().mapToDouble(knob -> trial.values().containsKey(knob.name())
                ? knob.extent().unit(trial.values().get(knob.name())) : 0.5).toArray();
    }

    private static int[] choices(SearchSpace space) {
        return space.knobs().stream().mapToInt(knob -> knob.extent() instanceof Choices values ? values.values().size() : 0).toArray();
    }

    private static Importance of(SearchSpace space, double[] effects, boolean few) {
        double sum = Arrays.stream(effects).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        int i = 0;
        for (Knob knob : sum > 0 ? space.knobs() : List.<Knob>of()) {
            shares.put(knob.name(), effects[i++] / sum);
        }
        return new Importance(shares, few);
    }
}
