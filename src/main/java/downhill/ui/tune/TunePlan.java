package downhill.ui.tune;

import downhill.optim.Rule;
import downhill.race.document.Experiment;
import downhill.race.document.SearchSpec;
import downhill.setting.Chosen;
import downhill.store.StudyFile;
import downhill.study.StudySettings;
import downhill.study.space.Choices;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.VaryText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What is to be searched, and how. A value.
 *
 * @param knobs  in the order of the screen; may be none while they are being chosen
 * @param chosen values of {@link StudySettings}
 * @param store  file of the trials, or null to keep them in memory
 * @param study  name of the study in its file
 */
public record TunePlan(List<Knob> knobs, Chosen chosen, Path store, String study) {
    /** Name of a study where nobody says another. */
    public static final String STUDY = "downhill";
    /** Rates that most rules learn with somewhere. */
    private static final NumberRange RATES = NumberRange.real(1e-4, 1, true);
    private static final List<Object> RULES = List.of("adam", "momentum", "sgd");
    private static final double MINUTES = 10;

    /** Keeps a copy. */
    public TunePlan {
        knobs = List.copyOf(knobs);
    }

    /** Rate and optimizer, for whoever presses Start at once. */
    public static TunePlan start() {
        return new TunePlan(List.of(new Knob("optimizer", new Choices(RULES)), new Knob(Rule.LEARNING_RATE_KEY, RATES)),
                Chosen.NOTHING.with(StudySettings.MINUTES, MINUTES), null, STUDY);
    }

    /** As a document has it; null for whoever presses Start at once. */
    public static TunePlan of(SearchSpec spec) {
        if (spec == null) {
            return start();
        }
        Path store = spec.store() == null ? null : Path.of(spec.store());
        return new TunePlan(spec.vary().stream().map(VaryText::read).toList(), StudySettings.chosen(spec.settings(), name -> name), store,
                Objects.requireNonNullElse(spec.study(), STUDY));
    }

    /** As it is written into a document; null where nobody has changed it. */
    public SearchSpec spec() {
        if (equals(start())) {
            return null;
        }
        return new SearchSpec(knobs.stream().map(VaryText::text).toList(), StudySettings.texts(chosen),
                store == null ? null : store.toString(), study.equals(STUDY) ? null : study);
    }

    /** How it is searched, as a file of studies notes it for reports; {@code measure} is what trials are judged by. */
    Map<String, String> notes(Experiment experiment, String measure) {
        return Map.of(StudyFile.OF, experiment.title(), StudyFile.SAMPLER, typed(chosen.get(StudySettings.SAMPLER)),
                StudyFile.PRUNER, typed(chosen.get(StudySettings.PRUNER)), StudyFile.MEASURE, measure,
                StudyFile.STEPS, String.valueOf(experiment.training().steps()));
    }

    private static String typed(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** After how many it ends; infinite for never. */
    double seconds() {
        return chosen.has(StudySettings.MINUTES) ? chosen.get(StudySettings.MINUTES) * TimeUnit.MINUTES.toSeconds(1)
                : Double.POSITIVE_INFINITY;
    }

    public TunePlan withKnobs(List<Knob> others) {
        return new TunePlan(others, chosen, store, study);
    }

    public TunePlan withChosen(Chosen other) {
        return new TunePlan(knobs, other, store, study);
    }

    public TunePlan withStore(Path file, String name) {
        return new TunePlan(knobs, chosen, file, name);
    }

    /** With a knob in the place of the one called {@code old}, or at the end where that is null or not there. */
    public TunePlan withKnob(String old, Knob knob) {
        List<Knob> others = new ArrayList<>(knobs);
        int at = place(old);
        if (at < 0) {
            others.add(knob);
        } else {
            others.set(at, knob);
        }
        return withKnobs(others);
    }

    /** Without the knob of that name; conditions of others on it go with it. */
    public TunePlan without(String name) {
        return withKnobs(knobs.stream().filter(knob -> !knob.name().equals(name))
                .map(knob -> new Knob(knob.name(), knob.extent(),
                        knob.when().stream().filter(condition -> !condition.knob().equals(name)).toList()))
                .toList());
    }

    private int place(String name) {
        for (int i = 0; i < knobs.size(); i++) {
            if (knobs.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
