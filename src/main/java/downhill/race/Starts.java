package downhill.race;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Descent;
import downhill.race.document.Experiment;
import downhill.race.document.StartPoint;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether those who race start from the same numbers: a race compares how they learn only where they do. */
public final class Starts {
    /** Contenders that are named; of more the first ones tell enough. */
    private static final int NAMED = 6;

    private Starts() {
    }

    /** A sentence that says who starts where; empty where all start alike. */
    public static Optional<Said> differing(Experiment experiment) {
        return differing(experiment, any -> true);
    }

    /** The same of those that {@code concerned} holds for. */
    public static Optional<Said> differing(Experiment experiment, Predicate<ContenderSpec> concerned) {
        List<ContenderSpec> all = experiment.contenders().stream().filter(concerned).toList();
        if (all.stream().allMatch(one -> alike(start(experiment, all.get(0)), start(experiment, one)))) {
            return Optional.empty();
        }
        return Optional.of(Said.of("start.differ", Said.list(told(experiment, all))));
    }

    /** That whoever starts from a model may start from one that has seen rows held out here; empty where nobody starts from a model. */
    public static Optional<Said> seen(Experiment experiment) {
        List<Said> from = experiment.contenders().stream().filter(one -> start(experiment, one) != null)
                .map(one -> Said.plain(one.name())).limit(NAMED).toList();
        return from.isEmpty() ? Optional.empty() : Optional.of(Said.of("start.seen", Said.list(from)));
    }

    private static boolean alike(StartPoint one, StartPoint other) {
        return Objects.equals(one, other) || one != null && one.isLike(other);
    }

    /** Those that start elsewhere first: they are the ones to know of. */
    private static List<Said> told(Experiment experiment, List<ContenderSpec> all) {
        List<ContenderSpec> order = new ArrayList<>(all);
        order.sort((a, b) -> Boolean.compare(start(experiment, a) == null, start(experiment, b) == null));
        List<Said> told = new ArrayList<>(order.stream().limit(NAMED).map(one -> told(one, start(experiment, one))).toList());
        if (all.size() > NAMED) {
            told.add(Said.plain("…"));
        }
        return told;
    }

    private static Said told(ContenderSpec one, StartPoint start) {
        if (start == null) {
            return Said.of("start.differ.seed", one.name());
        }
        return Said.of(start.newHead() ? "start.differ.head" : "start.differ.model", one.name(), start.name());
    }

    /** That of its first ancestor; null for the seed. */
    private static StartPoint start(Experiment experiment, ContenderSpec spec) {
        return Descent.first(experiment, spec).settledWeights().start();
    }
}
