package downhill.analysis.verdict;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule that another is a case of cannot lose to it where the settings of both were sought well enough (Choi et al. 2019, "On empirical
 * comparisons of optimizers for deep learning"): where it does, the settings were compared and not the rules.
 */
public final class NestingAlarm {
    /** By rule, those that it is for some values of its hyperparameters, to the last bit or to rounding. */
    private static final Map<String, Set<String>> CASES = Map.of(
            "sgd", Set.of("momentum", "nesterov"), "momentum", Set.of("sgd"), "nesterov", Set.of("sgd"),
            "adamw", Set.of("adam"), "adamw-amsgrad", Set.of("amsgrad"), "qhadam", Set.of("adam"),
            "rmsprop-momentum", Set.of("rmsprop"), "rmsprop-centered-momentum", Set.of("rmsprop-centered"));

    private NestingAlarm() {
    }

    /**
     * One sentence for each pair that it is about.
     *
     * @param rules id of each contender's rule, in the order of the verdict
     */
    public static List<Said> of(Verdict verdict, List<String> rules) {
        List<Said> told = new ArrayList<>();
        for (Pair pair : verdict.pairs()) {
            alarm(told, verdict, rules, pair.a(), pair.b(), pair.better());
            alarm(told, verdict, rules, pair.b(), pair.a(), pair.worse());
        }
        return told;
    }

    private static void alarm(List<Said> told, Verdict verdict, List<String> rules, int winner, int loser, double sure) {
        if (sure >= Verdict.SURE && CASES.getOrDefault(rules.get(loser), Set.of()).contains(rules.get(winner))) {
            told.add(Said.of("verdict.nesting", verdict.standings().get(loser).name(), verdict.standings().get(winner).name()));
        }
    }
}
