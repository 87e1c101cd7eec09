package downhill.data.prepare;

import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What tells two preparations apart: whether their inputs mean the same, and whether they are counted in the same units. */
public final class PreparationDifference {
    private final Preprocessing there;
    private final Preprocessing here;

    /** @param there of a model that comes from elsewhere */
    public PreparationDifference(Preprocessing there, Preprocessing here) {
        this.there = there;
        this.here = here;
    }

    /** The first input that means something else, as a phrase; empty where all mean the same. */
    public Optional<Said> inputs() {
        if (!Arrays.equals(there.inputShape(), here.inputShape()) && there.featureNames().equals(here.featureNames())) {
            return Optional.of(Said.of("start.shape", shape(there), shape(here)));
        }
        return columns().filter(i -> !meaning(there, i).equals(meaning(here, i))).mapToObj(this::column).findFirst();
    }

    private Said column(int i) {
        Said was = i < there.features().size() ? there.features().get(i).describe(false) : Said.of("start.nothing");
        Said is = i < here.features().size() ? here.features().get(i).describe(false) : Said.of("start.nothing");
        return Said.of("start.column", i + 1, was, is);
    }

    private IntStream columns() {
        return IntStream.range(0, Math.max(there.features().size(), here.features().size()));
    }

    /** All but numbers taken from the training rows. */
    private static List<Object> meaning(Preprocessing of, int i) {
        if (i >= of.features().size()) {
            return List.of();
        }
        FeatureStep step = of.features().get(i);
        Object relation = step instanceof FeatureStep.Relative relative ? relative.relation() : "";
        return List.of(step.getClass(), step.column(), step.names(), relation);
    }

    private static String shape(Preprocessing of) {
        return String.join("×", Arrays.stream(of.inputShape()).mapToObj(String::valueOf).toList());
    }

    /** The first input in other units, as a phrase with how many there are; empty for none. For inputs that mean the same. */
    public Optional<Said> units() {
        List<Integer> others = columns().filter(i -> !scale(there, i).equals(scale(here, i))).boxed().toList();
        return others.isEmpty() ? Optional.empty()
                : Optional.of(Said.of("start.units", there.features().get(others.get(0)).describe(false),
                        here.features().get(others.get(0)).describe(false), others.size()));
    }

    private static List<Double> scale(Preprocessing of, int i) {
        FeatureStep step = of.features().get(i);
        if (step instanceof FeatureStep.Numeric number) {
            return List.of(number.center(), number.scale());
        }
        return step instanceof FeatureStep.Relative relative ? List.of(relative.center(), relative.scale()) : List.of();
    }

    /** What answers mean otherwise, as a phrase; empty where they mean the same. */
    public Optional<Said> answers() {
        boolean same = there.task() == here.task() && there.classNames().equals(here.classNames())
                && (there.task().isClassification() || there.target().column().equals(here.target().column()));
        return same ? Optional.empty() : Optional.of(Said.of("start.answers", there.target().describe(), here.target().describe()));
    }
}
