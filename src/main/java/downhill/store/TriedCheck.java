package downhill.store;

import downhill.analysis.diagnosis.Ailment;
import downhill.analysis.diagnosis.Healing;
import downhill.analysis.diagnosis.Yardstick;
import downhill.race.document.Experiment;
import downhill.race.document.TriedRemedy;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a remedy that was tried cannot say by its types. */
final class TriedCheck {
    private static final String KEY = "remedy\\.[a-z0-9]+";

    private TriedCheck() {
    }

    /** A sentence on the first thing that is wrong, if any. */
    static Optional<Said> problem(Experiment experiment) {
        List<TriedRemedy> tried = experiment.tried();
        for (int i = 0; i < tried.size(); i++) {
            String path = "experiment.treatments[" + i + "]";
            Optional<Said> wrong = problem(tried.get(i), path);
            if (wrong.isPresent()) {
                return wrong;
            }
            if (tried.subList(0, i).stream().map(TriedRemedy::id).anyMatch(tried.get(i).id()::equals)) {
                return Optional.of(Said.of("check.twice", path, tried.get(i).id()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Said> problem(TriedRemedy one, String path) {
        return known(path + ".ailment", one.ailment(), Arrays.stream(Ailment.values()).map(Ailment::word))
                .or(() -> one.words().isEmpty() || !one.words().get(0).matches(KEY) ? Optional.of(Said.of("check.words", path + ".words"))
                        : Optional.empty())
                .or(() -> (one.branch() == null) == (one.setup() == null) ? Optional.of(Said.of("check.tried", path)) : Optional.empty())
                .or(() -> one.effect() == null ? Optional.empty() : effect(one.effect(), path + ".effect"));
    }

    private static Optional<Said> effect(TriedRemedy.Effect effect, String path) {
        return known(path + ".relief", effect.relief(), Arrays.stream(Healing.Relief.values()).map(Healing.Relief::word))
                .or(() -> known(path + ".measure", effect.measure(), Arrays.stream(Yardstick.values()).map(Yardstick::word)));
    }

    private static Optional<Said> known(String path, String word, Stream<String> words) {
        List<String> all = words.toList();
        return all.contains(word) ? Optional.empty() : Optional.of(Said.of("check.one", path, String.join(", ", all), word));
    }
}
