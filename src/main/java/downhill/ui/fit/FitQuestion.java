package downhill.ui.fit;

import downhill.analysis.fit.FeatureAxis;
import downhill.analysis.fit.HeldInputs;
import downhill.analysis.fit.Telling;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.engine.train.RunState;
import downhill.race.document.ContenderSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Selection;
import downhill.ui.session.Session;
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
 * @param held       row, from 0, that the features not varied are held at; −1 for their means
 * @param heldOut    whether validation rows are preferred
 * @param row        of the table, from 0, that is to be seen however many there are; {@link Selection#NO_ROW} for none
 */
public record FitQuestion(Standpoint from, List<ContenderSpec> contenders, Map<String, String> absent, FitView view, int across, int up,
                          int layer, int example, int index, int held, boolean heldOut, int row) {
    public FitQuestion {
        contenders = List.copyOf(contenders);
        absent = Map.copyOf(absent);
    }

    /** The same question about another moment. */
    public FitQuestion at(Standpoint moment) {
        return new FitQuestion(moment, contenders, absent, view, across, up, layer, example, index, held, heldOut, row);
    }

    /** The same question about one contender. */
    FitQuestion of(ContenderSpec one) {
        return new FitQuestion(from, List.of(one), absent, view, across, up, layer, example, index, held, heldOut, row);
    }

    /** The question about {@code view} that tells most: over the two most telling features, of the last class and the first example. */
    public static FitQuestion telling(Standpoint from, Session session, FitView view) {
        Prepared prepared = from.site().prepared();
        List<Integer> order = Telling.order(prepared, FeatureAxis.of(prepared));
        return new FitQuestion(from, Absent.shown(session), Absent.words(session), view, order.isEmpty() ? 0 : order.get(0),
                order.size() < 2 ? 0 : order.get(1), 0, 0, Math.max(0, prepared.classNames().size() - 1), -1, true,
                session.selection().rowProperty().get());
    }

    /** The question about {@code view} with what was chosen elsewhere for the same model and data; else the one that tells most. */
    public static FitQuestion following(FitFocus focus, Standpoint from, Session session, FitView view) {
        return focus.site() == null || !focus.site().sameAs(from.site()) ? telling(from, session, view)
                : new FitQuestion(from, Absent.shown(session), Absent.words(session), view, focus.across(), focus.up(), 0, 0,
                        focus.index(), focus.held(), true, session.selection().rowProperty().get());
    }

    /** Parameters of a contender; null where it has none to show. */
    public double[] parameters(ContenderSpec one) {
        List<double[]> each = seeds(one);
        return each.isEmpty() ? null : each.get(0);
    }

    /** Parameters of all its seeds; empty where it has none to show. */
    List<double[]> seeds(ContenderSpec one) {
        return from.seeds().getOrDefault(one.id(), List.of()).stream().map(RunState::answer)
                .filter(answer -> answer.length == from.layout().count()).toList();
    }

    /** What the features not varied are held at, as the model sees it. */
    double[] held(Prepared prepared) {
        Examples rows = FitRows.of(prepared, heldOut).examples();
        return held < 0 ? HeldInputs.mean(prepared.training()) : HeldInputs.row(rows, Math.min(held, rows.count() - 1));
    }

    /** The same in words. */
    String heldWords(FitSite site) {
        return held < 0 ? Messages.text("fit.others")
                : Messages.text("fit.others.row", FitLayers.example(site, FitRows.of(site.prepared(), heldOut), held));
    }

    /** The panel of one that has nothing to show. */
    public Panel missing(ContenderSpec one) {
        return Panel.none(one.id(), one.name(), one.style(), absent.getOrDefault(one.id(), ""));
    }
}
