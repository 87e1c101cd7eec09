package downhill.ui.screen.explain;

import downhill.analysis.explain.local.Lime;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A linear model of the model near a row: its weights with their spread, and how far it can be trusted. */
final class LimePicture {
    private static final int MOST = 12;
    /** Standard deviations to either side. */
    private static final double SPREAD = 2;
    private static final int DIGITS = 3;

    private LimePicture() {
    }

    /** Null where nothing is known yet. */
    static RowScreen.Shown of(ExplainModel model, NearRow found) {
        if (found == null) {
            return null;
        }
        if (found.lime() == null) {
            return new RowScreen.Shown(null, Spoken.text(found.refused()));
        }
        return new RowScreen.Shown(bars(found, order(found), model.featureName(), null), words(found));
    }

    /** Weights of these fields; of any thread. {@code range} is along x, null for as far as they reach. */
    static ShareDrawing bars(NearRow found, List<Integer> order, String feature, Range range) {
        List<ShareDrawing.Bar> bars = found.lime() == null ? List.of() : order.stream().map(field -> bar(found, field)).toList();
        String told = bars.stream().map(bar -> bar.name() + ": " + bar.words()).collect(Collectors.joining("; "));
        int strong = order.stream().map(field -> found.fields().list().get(field).column()).toList().indexOf(feature);
        return new ShareDrawing(bars, strong, range, found.asked().contender().style(),
                ExplainModel.words("explain.row.weight", found.asked()), told);
    }

    /** Fields, the heaviest first. */
    static List<Integer> order(NearRow found) {
        return IntStream.range(0, found.fields().list().size()).boxed()
                .sorted(Comparator.comparingDouble(field -> -Math.abs(found.lime().weight(found.output(), field)))).limit(MOST).toList();
    }

    /** How far a field's bar and its whiskers reach. */
    static DoubleStream ends(NearRow found, int field) {
        ShareDrawing.Bar bar = bar(found, field);
        return DoubleStream.of(bar.low(), bar.value(), bar.high());
    }

    private static ShareDrawing.Bar bar(NearRow found, int field) {
        double weight = found.lime().weight(found.output(), field);
        double spread = SPREAD * found.lime().spread(found.output(), field);
        return new ShareDrawing.Bar(found.fields().list().get(field).name(), weight, weight - spread, weight + spread,
                RowText.signed(weight, DIGITS));
    }

    private static String words(NearRow found) {
        Lime lime = found.lime();
        String row = RowText.number(found.tableRow());
        List<Said> said = new ArrayList<>(List.of(Said.of("explain.lime.fits", row,
                Numbers.fixed(lime.fidelity()[found.output()], 2))));
        if (lime.isPoor(found.output())) {
            said.add(Said.of("explain.lime.poor", row));
        }
        if (!lime.isStable(found.output())) {
            said.add(Said.of("explain.lime.unstable", row));
        }
        return Spoken.sentences(said) + Messages.text("explain.row.line.how", Numbers.count(Lime.SEEDS));
    }
}
