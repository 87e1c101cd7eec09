package downhill.ui.fit;

import downhill.analysis.fit.Residuals;
import downhill.data.Examples;
import downhill.race.document.ContenderSpec;
import downhill.ui.chart.Marks;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.PlotPicture.Dots;
import downhill.ui.chart.PlotPicture.Line;
import downhill.ui.chart.PlotPicture.Stroke;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** For each contender predicted against actual numbers, or what is left of the actual ones; on equal axes. */
final class ErrorPicture {
    private final FitQuestion question;
    private final ModelEngine engine;
    private final FitRows rows;
    /** The row that a person has chosen where it was left out: to be seen, and not counted. */
    private final Examples beside;

    ErrorPicture(FitQuestion question, ModelEngine engine) {
        this.question = question;
        this.engine = engine;
        this.rows = FitRows.of(engine.site().prepared(), question.heldOut());
        this.beside = rows.leftOut(engine.site().prepared(), question.row());
    }

    FitPicture picture() {
        List<ContenderSpec> known = question.contenders().stream().filter(one -> question.parameters(one) != null).toList();
        List<Residuals> all = known.stream().map(one -> engine.fit().residuals(question.parameters(one), rows.examples())).toList();
        boolean plain = question.view() == FitView.PREDICTED;
        double[] actual = all.isEmpty() ? new double[0] : all.get(0).actual();
        Range own = Data.range(actual);
        Range values = around(own, all.stream().flatMapToDouble(one -> DoubleStream.of(one.predicted())));
        Range errors = around(new Range(-own.length() / 4, own.length() / 4),
                all.stream().flatMapToDouble(one -> DoubleStream.of(one.residuals())));
        List<Panel> panels = new ArrayList<>();
        for (ContenderSpec one : question.contenders()) {
            int at = known.indexOf(one);
            if (at < 0) {
                panels.add(question.missing(one));
            } else {
                panels.add(plain ? predicted(one, all.get(at), values) : residuals(one, all.get(at), values, errors));
            }
        }
        return new FitPicture(panels, List.of());
    }

    /** Wide enough for {@code own} and for all values that are not wild, so that one that diverges does not flatten the rest. */
    private static Range around(Range own, DoubleStream values) {
        return Data.range(DoubleStream.concat(DoubleStream.of(own.low(), own.high()),
                values.filter(value -> value > own.low() - own.length() && value < own.high() + own.length())).toArray());
    }

    private Panel predicted(ContenderSpec one, Residuals found, Range range) {
        Line diagonal = new Line(Points.of(new double[] {range.low(), range.high()}, new double[] {range.low(), range.high()}), 0,
                Stroke.REFERENCE);
        String target = engine.site().prepared().targetName();
        return panel(one, found, PlotPicture.of(Messages.text("fit.actual", target), Messages.text("fit.predicted"), range, range)
                .marked(marks(), marks())
                .dots(dots(one, found, Residuals::actual, Residuals::predicted)).lines(List.of(diagonal)));
    }

    private Panel residuals(ContenderSpec one, Residuals found, Range x, Range y) {
        Line zero = new Line(Points.of(new double[] {x.low(), x.high()}, new double[] {0, 0}), 0, Stroke.REFERENCE);
        String target = engine.site().prepared().targetName();
        return panel(one, found, PlotPicture.of(Messages.text("fit.predicted.of", target),
                Messages.text(days() ? "fit.residual.days" : "fit.residual"), x, y)
                .marked(marks(), Marks.NUMBERS).dots(dots(one, found, Residuals::predicted, Residuals::residuals)).lines(List.of(zero)));
    }

    private List<Dots> dots(ContenderSpec one, Residuals found, Function<Residuals, double[]> x, Function<Residuals, double[]> y) {
        List<Dots> dots = new ArrayList<>(List.of(dots(one, rows.examples(), x.apply(found), y.apply(found))));
        if (beside.count() > 0) {
            Residuals own = engine.fit().residuals(question.parameters(one), beside);
            dots.add(dots(one, beside, x.apply(own), y.apply(own)));
        }
        return dots;
    }

    private static Dots dots(ContenderSpec one, Examples of, double[] x, double[] y) {
        return new Dots(x, y, null, one.style(), of.sourceRows());
    }

    private Marks marks() {
        return Data.target(engine.site().prepared());
    }

    /** Whether the target is a date, and errors are in days. */
    private boolean days() {
        return marks() == Marks.DATES;
    }

    private Panel panel(ContenderSpec one, Residuals found, PlotPicture plot) {
        String caption = Messages.text(days() ? "fit.errors.days" : "fit.errors", Numbers.format(found.metrics().rmse()),
                Numbers.format(found.metrics().r2()), RowWords.of(rows));
        return Panel.of(one.id(), one.name(), one.style(), caption, plot.told(caption));
    }
}
