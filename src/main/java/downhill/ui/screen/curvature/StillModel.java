package downhill.ui.screen.curvature;

import downhill.analysis.curvature.LossLine;
import downhill.analysis.curvature.SpectrumDensity;
import downhill.race.Outcome;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.CurvatureStill;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;

/** What is drawn where the contenders stand: spectra of the Hessian, and losses on the ways between two of them. */
final class StillModel {
    private static final int PLACES = 240;
    private static final double WIDTH = 0.01;
    /** Of the highest density: what is lower is not in view. */
    private static final double LOWEST = 1e-5;

    private final Session session;
    private final CurvatureStill still;
    private String from = "";
    private String to = "";

    StillModel(Session session, CurvatureStill still) {
        this.session = session;
        this.still = still;
    }

    /** Who can be an end of the ways. */
    List<ContenderSpec> contenders() {
        return session.experiment() == null ? List.of() : session.experiment().contenders();
    }

    /** One of the ends; where nobody was chosen, or who was is no longer there, the first two contenders that have not diverged. */
    ContenderSpec end(boolean first) {
        List<ContenderSpec> all = contenders();
        String id = first ? from : to;
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseGet(() -> {
            List<ContenderSpec> sound = all.stream().filter(one -> !hasDiverged(one)).toList();
            List<ContenderSpec> among = sound.size() < 2 ? all : sound;
            return among.get(first ? 0 : Math.min(1, among.size() - 1));
        });
    }

    private boolean hasDiverged(ContenderSpec one) {
        return Snapshots.of(session.snapshotProperty().get(), one.id())
                .filter(at -> at.outcome() == Outcome.DIVERGED && at.step() >= at.outcomeStep()).isPresent();
    }

    /** What is said where nothing is drawn: no way leads to who has diverged; else it is not measured yet. */
    String why(CurvatureQuantity quantity) {
        if (quantity == CurvatureQuantity.WAYS) {
            for (boolean first : new boolean[] {true, false}) {
                if (hasDiverged(end(first))) {
                    return Messages.text("curvature.way.diverged", end(first).name());
                }
            }
        }
        return Messages.text("curvature.soon");
    }

    void choose(boolean first, ContenderSpec one) {
        if (first) {
            from = one.id();
        } else {
            to = one.id();
        }
    }

    /** Has it looked at. */
    void look(CurvatureQuantity quantity) {
        if (!contenders().isEmpty()) {
            still.ends(end(true).id(), end(false).id());
        }
        still.look(quantity.view());
    }

    List<SeriesData> series(CurvatureQuantity quantity) {
        return quantity == CurvatureQuantity.SPECTRUM ? spectra() : ways();
    }

    private List<SeriesData> spectra() {
        List<SeriesData> series = new ArrayList<>();
        for (ContenderSpec one : contenders()) {
            SpectrumDensity spectrum = still.spectra().get(one.id());
            if (spectrum != null && session.selection().isShown(one)) {
                double[][] density = spectrum.density(PLACES, WIDTH);
                series.add(SeriesData.main(one.name(), Points.of(density[0], density[1]), one.style()));
            }
        }
        return series;
    }

    private List<SeriesData> ways() {
        CurvatureStill.Ways ways = still.ways();
        return ways == null ? List.of() : List.of(way("curvature.way.straight", ways.straight(), end(true).style()),
                way("curvature.way.curved", ways.curved(), end(false).style()));
    }

    private static SeriesData way(String key, LossLine line, int style) {
        return SeriesData.main(Messages.text(key, Numbers.significant(line.barrier(), 2)), Points.of(line.at(), line.losses()), style);
    }

    LineOptions options(CurvatureQuantity quantity, List<SeriesData> series) {
        LineOptions options = LineOptions.PLAIN.titled(quantity.acrossWords(), quantity.upWords()).log(quantity.isLog());
        double most = series.stream().mapToDouble(CurvatureModel::highest).max().orElse(0);
        return quantity == CurvatureQuantity.SPECTRUM && most > 0 ? options.ranges(null, new Range(LOWEST * most, 2 * most)) : options;
    }
}
