package downhill.ui.fit;

import downhill.race.ContenderSpec;
import java.util.List;
import java.util.Map;

/**
 * What is to be drawn.
 *
 * @param from       where everybody stands
 * @param contenders those shown, in order
 * @param absent     for those without a state, why, in words
 * @param view       what is shown
 * @param across     index of the feature across
 * @param up         index of the feature upwards
 * @param layer      which layer, from 0
 * @param example    which of the rows, from 0
 * @param index      which class a curve is the probability of
 * @param heldOut    whether validation rows are preferred
 */
public record FitQuestion(Standpoint from, List<ContenderSpec> contenders, Map<String, String> absent, FitView view, int across, int up,
                          int layer, int example, int index, boolean heldOut) {
    public FitQuestion {
        contenders = List.copyOf(contenders);
        absent = Map.copyOf(absent);
    }

    /** The same question about another moment. */
    public FitQuestion at(Standpoint moment) {
        return new FitQuestion(moment, contenders, absent, view, across, up, layer, example, index, heldOut);
    }

    /** Parameters of a contender; null where it has none to show. */
    public double[] parameters(ContenderSpec one) {
        var state = from.states().get(one.id());
        return state == null || state.parameters().length != from.layout().count() ? null : state.parameters();
    }

    /** The panel of one that has nothing to show. */
    public Panel missing(ContenderSpec one) {
        return Panel.none(one.id(), one.name(), one.style(), absent.getOrDefault(one.id(), ""));
    }
}
