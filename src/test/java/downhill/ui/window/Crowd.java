package downhill.ui.window;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.session.Demo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Experiments with many contenders, for tests and pictures. */
public final class Crowd {
    private static final List<String> RULES = List.of("sgd", "momentum", "rmsprop", "adam", "adagrad", "nesterov");
    private static final String LONG = "%s with a cosine schedule, a warm-up of 100 steps and weight decay 0.0005 (%d)";

    private Crowd() {
    }

    /** The demo with {@code count} contenders called as their rules are, with a number. */
    public static Experiment of(int count) {
        return of(Demo.experiment("Iris: which optimizer gets there first?"), count, "%s %d");
    }

    /** The same with names that fit nowhere. */
    public static Experiment longNamed(int count) {
        return of(Demo.experiment("Iris: which of these optimizers, schedules and weight decays gets there first, and by how much?"),
                count, LONG);
    }

    private static Experiment of(Experiment document, int count, String name) {
        List<ContenderSpec> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String rule = RULES.get(i % RULES.size());
            all.add(ContenderSpec.of("c" + (i + 1), name.formatted(rule, i + 1), rule, Map.of("learningRate", 0.05 / (1 + i / 2)), i));
        }
        return document.withContenders(all);
    }
}
