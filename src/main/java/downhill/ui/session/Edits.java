package downhill.ui.session;

import downhill.optim.Hyperparameter;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What an edit of the document means to a race that runs. */
public final class Edits {
    /** So many seeds tell most contenders apart whose difference is more than luck. */
    public static final int TELLING_SEEDS = 10;

    private Edits() {
    }

    /** The document with as many seeds for all; a branch keeps those of what it branched off. */
    public static Experiment withSeedsOfAll(Experiment experiment, int seeds) {
        return experiment.withContenders(experiment.contenders().stream().map(one -> one.fork() == null ? one.withSeeds(seeds) : one)
                .toList());
    }

    /** The document with one contender changed. */
    public static Experiment contender(Experiment experiment, String id, UnaryOperator<ContenderSpec> change) {
        return experiment.withContenders(experiment.contenders().stream().map(one -> one.id().equals(id) ? change.apply(one) : one)
                .toList());
    }

    /** The document with contender {@code id} at the place that {@code place} has now; the others close up. */
    public static Experiment moved(Experiment experiment, String id, String place) {
        List<ContenderSpec> order = new ArrayList<>(experiment.contenders());
        List<String> ids = order.stream().map(ContenderSpec::id).toList();
        order.add(ids.indexOf(place), order.remove(ids.indexOf(id)));
        return experiment.withContenders(order);
    }

    /** Whether the two differ in nothing that training sees: titles, names, colours, order. */
    static boolean sameTraining(Experiment one, Experiment other) {
        return essence(one).equals(essence(other));
    }

    /** Whether a race of {@code was} goes on as one of {@code now}, which has a longer budget and the same else but for who runs. */
    static boolean onlyLonger(Experiment was, Experiment now) {
        long steps = now.training().steps();
        return steps > was.training().steps() && !now.heedsValidation()
                && was.withTraining(was.training().withSteps(steps)).differsInContendersAlone(now);
    }

    /** Ids of those in {@code was} and not in {@code now}. */
    static List<String> gone(Experiment was, Experiment now) {
        return added(now, was).stream().map(ContenderSpec::id).toList();
    }

    /** Those in both that train differently now. */
    static List<ContenderSpec> changed(Experiment was, Experiment now) {
        Map<String, ContenderSpec> before = was.contenders().stream().collect(Collectors.toMap(ContenderSpec::id, ContenderSpec::course));
        return now.contenders().stream().filter(one -> before.containsKey(one.id()) && !before.get(one.id()).equals(one.course())).toList();
    }

    /** Another first value of a hyperparameter. */
    public static ContenderSpec withHyperparameter(ContenderSpec contender, String key, double value) {
        Map<String, Double> values = new HashMap<>(contender.hyperparameters());
        values.put(key, value);
        return contender.withHyperparameters(values);
    }

    /** Who is in {@code now} and not in {@code was}. */
    static List<ContenderSpec> added(Experiment was, Experiment now) {
        Set<String> known = ids(was);
        return now.contenders().stream().filter(one -> !known.contains(one.id())).toList();
    }

    /** An id that no contender has. */
    public static String freshId(Experiment experiment) {
        Set<String> known = ids(experiment);
        int number = 1;
        while (known.contains("c" + number)) {
            number++;
        }
        return "c" + number;
    }

    /** The lowest number of a style that no contender has. */
    public static int freshStyle(Experiment experiment) {
        Set<Integer> used = experiment.contenders().stream().map(ContenderSpec::style).collect(Collectors.toSet());
        int style = 0;
        while (used.contains(style)) {
            style++;
        }
        return style;
    }

    /** {@code name}, with a number behind it where a contender is called so already. */
    public static String freshName(Experiment experiment, String name) {
        Set<String> used = experiment.contenders().stream().map(ContenderSpec::name).collect(Collectors.toSet());
        String tried = name;
        for (int number = 2; used.contains(tried); number++) {
            tried = name + " " + number;
        }
        return tried;
    }

    private static Set<String> ids(Experiment experiment) {
        return experiment.contenders().stream().map(ContenderSpec::id).collect(Collectors.toSet());
    }

    private static Experiment essence(Experiment experiment) {
        return experiment.withTitle("").withContenders(experiment.contenders().stream().map(ContenderSpec::course)
                .sorted(Comparator.comparing(ContenderSpec::id)).toList());
    }

    /** Keys of the hyperparameters that one has other values of than the other, in the beginning or by hand. */
    static Set<String> numbersChanged(ContenderSpec was, ContenderSpec now) {
        Set<String> keys = new TreeSet<>(was.hyperparameters().keySet());
        keys.addAll(now.hyperparameters().keySet());
        keys.removeIf(key -> Objects.equals(was.hyperparameters().get(key), now.hyperparameters().get(key)));
        was.changes().stream().filter(change -> !now.changes().contains(change)).forEach(change -> keys.add(change.key()));
        now.changes().stream().filter(change -> !was.changes().contains(change)).forEach(change -> keys.add(change.key()));
        return keys;
    }

    /** The value of a hyperparameter in force after the changes made by hand: the rule's default where none was chosen. */
    public static double inForce(ContenderSpec contender, Hyperparameter what) {
        return inForce(contender).getOrDefault(what.key(), what.defaultValue());
    }

    /** Hyperparameters in force after the changes made by hand. */
    public static Map<String, Double> inForce(ContenderSpec contender) {
        return contender.inForce();
    }
}
