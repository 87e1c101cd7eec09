package downhill.ui.screen.tune;

import downhill.study.space.NumberRange;
import downhill.study.trial.Trial;
import downhill.ui.chart.CloudDrawing;
import downhill.ui.chart.CloudDrawing.Dot;
import downhill.ui.chart.PickChart;
import downhill.ui.control.WrapRow;
import downhill.ui.tune.TrialAxis;
import java.util.List;
import javafx.scene.Node;

/** What trials came to over two knobs, and between them what those near came to. */
final class ContourScreen extends TrialScreen {
    private final TwoKnobs knobs;
    private final WrapRow options = new WrapRow(8);

    ContourScreen(TrialView view) {
        super(view, new PickChart(), "contour");
        knobs = new TwoKnobs(view, this::refresh);
        options.getChildren().addAll(knobs.controls());
    }

    @Override
    protected void show() {
        List<TrialAxis> axes = view.axes();
        List<String> names = axes.stream().limit(Math.max(0, axes.size() - 1)).map(TrialAxis::key).toList();
        knobs.offer(names, name -> isNumber(axis(axes, name)));
        List<Trial> told = Clouds.told(view.stand());
        chart.show(names.size() < 2 ? Clouds.NONE : drawing(told, axes));
    }

    private static boolean isNumber(TrialAxis axis) {
        return axis.knob().extent() instanceof NumberRange;
    }

    private CloudDrawing drawing(List<Trial> told, List<TrialAxis> axes) {
        TrialAxis x = axis(axes, knobs.x());
        TrialAxis y = axis(axes, knobs.y());
        TrialAxis loss = axes.get(axes.size() - 1);
        List<Trial> here = told.stream().filter(trial -> !Double.isNaN(x.at(trial)) && !Double.isNaN(y.at(trial))).toList();
        List<Dot> dots = Clouds.dots(here, view, axes, x, y);
        boolean ground = isNumber(x) && isNumber(y);
        return new CloudDrawing(x.shown(), y.shown(), dots, List.of(),
                ground ? new TrialGround(dots, here.stream().mapToDouble(loss::at).toArray()) : null, Clouds.told(here, view));
    }

    private static TrialAxis axis(List<TrialAxis> axes, String key) {
        return axes.stream().filter(axis -> axis.key().equals(key)).findFirst().orElseThrow();
    }

    @Override
    public Node options() {
        return options;
    }
}
