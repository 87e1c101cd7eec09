package downhill.ui.fit;

import downhill.analysis.fit.FeatureAxis;
import downhill.analysis.fit.FitCurve;
import downhill.data.prepare.Prepared;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.Marks;
import downhill.ui.chart.PlotKey;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.PlotPicture.Dots;
import downhill.ui.chart.PlotPicture.Line;
import downhill.ui.chart.PlotPicture.Stroke;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Data and every contender's curve along one feature, in their own units, in one plot. */
final class CurvePicture {
    private static final int POINTS = 161;
    private static final double MARGIN = 0.05;

    private final FitQuestion question;
    private final ModelEngine engine;
    private final Prepared prepared;

    CurvePicture(FitQuestion question, ModelEngine engine) {
        this.question = question;
        this.engine = engine;
        this.prepared = engine.site().prepared();
    }

    FitPicture picture() {
        List<FeatureAxis> axes = FeatureAxis.of(prepared);
        FeatureAxis axis = axes.get(Math.min(question.across(), axes.size() - 1));
        boolean classes = prepared.task().isClassification();
        List<Dots> dots = Data.line(prepared, axis, question.index(), question.row());
        List<Line> lines = new ArrayList<>();
        List<PlotKey> keys = new ArrayList<>();
        double[] held = question.held(prepared);
        for (ContenderSpec one : question.contenders()) {
            if (question.parameters(one) != null) {
                FitCurve curve = engine.fit().curve(question.parameters(one), axis.widened(MARGIN), held, POINTS);
                lines.add(new Line(Points.of(curve.x(), curve.values()[classes ? question.index() : 0]), one.style(), Stroke.OWN));
                keys.add(new PlotKey(one.name(), one.style(), PlotKey.Kind.LINE));
            }
        }
        String target = classes ? Messages.text("fit.probability", prepared.classNames().get(question.index())) : prepared.targetName();
        FeatureAxis wide = axis.widened(MARGIN);
        PlotPicture plot = PlotPicture.of(axis.column(), target, new Range(wide.low(), wide.high()), classes ? new Range(-0.06, 1.06)
                : heights(dots))
                .marked(Marks.of(axis.dates()), Data.target(prepared)).dots(dots).lines(lines).keyed(keys)
                        .told(Messages.text("fit.curve.words", target, axis.column(),
                        keys.stream().map(PlotKey::name).collect(Collectors.joining(", "))));
        String others = prepared.training().inputSize() > 1 ? question.heldWords(engine.site()) : "";
        return new FitPicture(List.of(Panel.of("curve", Messages.text("fit.curve.title", target, axis.column()), -1, others, plot)),
                Data.key(prepared));
    }

    private static Range heights(List<Dots> dots) {
        return Data.range(dots.stream().flatMapToDouble(some -> java.util.Arrays.stream(some.y())).toArray());
    }
}
