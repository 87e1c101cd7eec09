package downhill.race;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import downhill.model.Head;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each parameter's steps are multiplied by, from what a contender says of layers and arrays. */
public final class Paces {
    private Paces() {
    }

    /** Throws {@link RefusedException} where a contender names a layer that a model of these arrays does not have. */
    public static void check(ContenderSpec spec, ParameterLayout layout) {
        List<String> known = names(layout);
        for (String name : spec.settledWeights().paces().keySet()) {
            if (!known.contains(name)) {
                throw new RefusedException(Said.of("pace.layer", name, String.join(", ", known)));
            }
        }
    }

    /** Layers, each followed by its arrays. */
    public static List<String> names(ParameterLayout layout) {
        return layers(layout).stream().flatMap(layer -> Stream.concat(Stream.of(layer), layout.slots().stream().map(ParameterSlot::name)
                .filter(name -> Head.layer(name).equals(layer) && !name.equals(layer)))).toList();
    }

    /** The layers in their order. */
    public static List<String> layers(ParameterLayout layout) {
        return layout.slots().stream().map(slot -> Head.layer(slot.name())).distinct().toList();
    }

    /**
     * [P]; null where all parameters move as the rule says.
     *
     * @param rule that the contender follows
     * @throws RefusedException where there is no such layer, or the rule's steps cannot be slowed
     */
    static double[] row(ContenderSpec spec, Rule rule, ParameterLayout layout) {
        Map<String, Double> paces = spec.settledWeights().paces();
        if (paces.values().stream().allMatch(pace -> pace == 1)) {
            return null;
        }
        check(spec, layout);
        check(spec, rule);
        double[] row = new double[layout.count()];
        Arrays.fill(row, 1);
        for (ParameterSlot slot : layout.slots()) {
            double pace = paces.getOrDefault(slot.name(), paces.getOrDefault(Head.layer(slot.name()), 1.0));
            for (int i = 0; i < slot.size(); i++) {
                row[slot.position(i)] = pace;
            }
        }
        return row;
    }

    /**
     * Throws {@link RefusedException} where the rule's steps cannot be slowed: whoever is no formula has one step for all, and one that
     * keeps its parameters elsewhere would be pulled back to them.
     */
    public static void check(ContenderSpec spec, Rule rule) {
        Map<String, Double> paces = spec.settledWeights().paces();
        boolean elsewhere = !rule.answer().equals(Rule.PARAMETERS) && spec.settledWeights().average() == null;
        boolean slowed = paces.values().stream().anyMatch(pace -> pace != 0 && pace != 1);
        if (slowed && (elsewhere || !rule.isFormula())) {
            throw new RefusedException(Said.of("pace.rule", rule.name()));
        }
    }
}
