package downhill.cli;

import downhill.words.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The ways to explain a model, by the names that {@code --method} takes. */
final class ExplainMethods {
    private static final Map<String, Supplier<ExplainMethod>> ALL = new LinkedHashMap<>();
    private static final Map<String, Supplier<ExplainTraining>> TRAINING = new LinkedHashMap<>();

    static {
        ALL.put("permutation", ExplainPermutation::new);
        ALL.put("shap", ExplainShap::new);
        ALL.put("pdp", () -> new ExplainEffects(ExplainEffects.Kind.PDP));
        ALL.put("ice", () -> new ExplainEffects(ExplainEffects.Kind.ICE));
        ALL.put("ale", () -> new ExplainEffects(ExplainEffects.Kind.ALE));
        ALL.put("lime", ExplainLime::new);
        ALL.put("anchors", ExplainAnchors::new);
        ALL.put("counterfactual", ExplainCounterfactual::new);
        ALL.put("gradients", ExplainGradients::new);
        ALL.put("surrogate", ExplainSurrogate::new);
        ALL.put("errors", ExplainErrors::new);
        ALL.put("suspects", ExplainSuspects::new);
        ALL.put("nearest", ExplainNearest::new);
        ALL.put("prototypes", ExplainPrototypes::new);
        TRAINING.put("drop", ExplainDrop::new);
        TRAINING.put("features", ExplainFeatures::new);
        TRAINING.put("contenders", ExplainContenders::new);
    }

    private ExplainMethods() {
    }

    /** @throws InputException of one sentence that lists them where there is none of that name */
    static ExplainMethod named(String name) {
        Supplier<ExplainMethod> found = ALL.get(name);
        if (found == null) {
            throw new InputException(Said.of("explain.method.unknown", name, String.join(", ", names())));
        }
        return found.get();
    }

    private static List<String> names() {
        return Stream.concat(ALL.keySet().stream(), TRAINING.keySet().stream()).toList();
    }

    /** The way that trains anew of that name; null where there is none such. */
    static ExplainTraining training(String name) {
        Supplier<ExplainTraining> found = TRAINING.get(name);
        return found == null ? null : found.get();
    }
}
