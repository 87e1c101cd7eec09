package downhill.ui.session;

import downhill.race.ContenderSpec;
import downhill.race.Experiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What an edit of the document means to a race that runs. */
public final class Edits {
    private Edits() {
    }

    /** The document with one contender changed. */
    public static Experiment contender(Experiment experiment, String id, UnaryOperator<ContenderSpec> change) {
        return experiment.withContenders(experiment.contenders().stream().map(one -> one.id().equals(id) ? change.apply(one) : one).toList());
    }

    /** Whether the two differ in nothing that training sees: titles, names, colours, order. */
    static boolean sameTraining(Experiment one, Experiment other) {
        return essence(one).equals(essence(other));
    }

    /** Whether they differ in who runs, and in nothing else that training sees. */
    static boolean onlyEntrants(Experiment was, Experiment now) {
        Set<String> shared = new TreeSet<>(ids(was));
        shared.retainAll(ids(now));
        return sameTraining(only(was, shared), only(now, shared));
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

    private static Experiment only(Experiment experiment, Set<String> ids) {
        return experiment.withContenders(experiment.contenders().stream().filter(one -> ids.contains(one.id())).toList());
    }

    private static Set<String> ids(Experiment experiment) {
        return experiment.contenders().stream().map(ContenderSpec::id).collect(Collectors.toSet());
    }

    private static Experiment essence(Experiment experiment) {
        List<ContenderSpec> plain = new ArrayList<>();
        experiment.contenders().forEach(one -> plain.add(one.withName("").withStyle(0).withMuted(false)));
        plain.sort(Comparator.comparing(ContenderSpec::id));
        return experiment.withTitle("").withContenders(plain);
    }

    /** Hyperparameters in force after the changes made by hand. */
    public static Map<String, Double> inForce(ContenderSpec contender) {
        Map<String, Double> values = new java.util.HashMap<>(contender.hyperparameters());
        contender.changes().forEach(change -> values.put(change.key(), change.value()));
        return values;
    }
}
