package downhill.ui.fit;

import downhill.analysis.fit.FeatureAxis;
import downhill.analysis.fit.FitGrid;
import downhill.data.prepare.Prepared;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.Marks;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.Regions;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;

/** For each contender its decision regions, or its surface of predictions, over two features with the data on top. */
final class PlanePicture {
    private static final int RESOLUTION = 49;
    private static final double MARGIN = 0.06;

    private final FitQuestion question;
    private final ModelEngine engine;
    private final Prepared prepared;
    private final FeatureAxis across;
    private final FeatureAxis up;
    private final double[] held;

    PlanePicture(FitQuestion question, ModelEngine engine) {
        this.question = question;
        this.engine = engine;
        this.prepared = engine.site().prepared();
        List<FeatureAxis> axes = FeatureAxis.of(prepared);
        this.across = axes.get(Math.min(question.across(), axes.size() - 1)).widened(MARGIN);
        this.up = axes.get(Math.min(question.up(), axes.size() - 1)).widened(MARGIN);
        this.held = question.held(prepared);
    }

    FitPicture picture() {
        List<Panel> panels = new ArrayList<>();
        for (ContenderSpec one : question.contenders()) {
            panels.add(question.parameters(one) == null ? question.missing(one) : panel(one, question.parameters(one)));
        }
        return new FitPicture(panels, Data.key(prepared));
    }

    private Panel panel(ContenderSpec one, double[] parameters) {
        Range x = new Range(across.low(), across.high());
        Range y = new Range(up.low(), up.high());
        PlotPicture plot = PlotPicture.of(across.column(), up.column(), x, y).marked(Marks.of(across.dates()), Marks.of(up.dates()))
                .dots(Data.plane(prepared, across, up, question.row()))
                .told(Messages.text("fit.plane.words", across.column(), up.column()));
        String others = prepared.training().inputSize() > 2 ? question.heldWords(engine.site()) : "";
        if (prepared.task().isClassification()) {
            double[][][] shares = engine.fit().shares(parameters, across, up, held, RESOLUTION);
            return Panel.of(one.id(), one.name(), one.style(), others, plot.over(new Regions(x, y, shares)));
        }
        FitGrid grid = engine.fit().grid(parameters, across, up, held, RESOLUTION);
        return Panel.of(one.id(), one.name(), one.style(), Messages.text("fit.surface", prepared.targetName(), ends(grid.values()))
                        + (question.held() < 0 || others.isEmpty() ? "" : " · " + others),
                plot.over(new Landscape(x, y, grid.values(), dates() ? Landscape.Spacing.DATES : Landscape.Spacing.LINEAR)));
    }

    private String ends(double[][] z) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : z) {
            for (double value : row) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return end(low) + " … " + end(high);
    }

    private boolean dates() {
        return prepared.preprocessing().predictsDates();
    }

    private String end(double value) {
        String date = dates() ? prepared.preprocessing().date(value) : null;
        return date == null ? Numbers.format(value) : date;
    }
}
