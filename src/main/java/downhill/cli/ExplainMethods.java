package downhill.cli;

import downhill.data.NearNames;
import downhill.words.Said;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The ways to explain a model, by the names that {@code --method} takes. */
final class ExplainMethods {
    private static final Map<String, Supplier<ExplainMethod>> ALL = new LinkedHashMap<>();

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
    }

    private ExplainMethods() {
    }

    /** @throws InputException of one sentence that lists them where there is none of that name */
    static ExplainMethod named(String name) {
        Supplier<ExplainMethod> found = ALL.get(name);
        if (found == null) {
            throw new InputException(Said.of("explain.method.unknown", name, NearNames.some(java.util.List.copyOf(ALL.keySet()))));
        }
        return found.get();
    }
}
