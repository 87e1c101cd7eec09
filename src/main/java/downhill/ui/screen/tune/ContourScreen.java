package downhill.ui.screen.tune;

import downhill.study.space.NumberRange;
import downhill.study.trial.Trial;
import downhill.ui.chart.CloudDrawing;
import downhill.ui.chart.CloudDrawing.Dot;
import downhill.ui.chart.PickChart;
import downhill.ui.control.Choice;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import downhill.ui.tune.TrialAxis;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;

/** What trials came to over two knobs, and between them what those near came to. */
final class ContourScreen extends LiveScreen {
    private final TrialView view;
    private final PickChart chart = new PickChart();
    private final Choice<String> across;
    private final Choice<String> upwards;
    private final WrapRow options = new WrapRow(8);

    ContourScreen(TrialView view) {
        this.view = view;
        across = new Choice<String>(Messages.binding("tune.contour.x"), List.of(), view.words()::label).start(null, now -> refresh());
        upwards = new Choice<String>(Messages.binding("tune.contour.y"), List.of(), view.words()::label).start(null, now -> refresh());
        across.getStyleClass().add(Choice.QUIET);
        upwards.getStyleClass().add(Choice.QUIET);
        options.getChildren().addAll(across, upwards);
        chart.setPicked(view.pick().chosenProperty()::set);
        chart.setWords(view::said);
        attached.bind(chart.titleProperty(), Messages.binding("tune.contour.chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("tune.contour.empty"));
        view.follow(attached, this::refresh);
        attached.add(chart::dispose);
    }

    @Override
    protected void refresh() {
        if (!isActive()) {
            return;
        }
        List<TrialAxis> axes = view.axes();
        List<TrialAxis> knobs = axes.subList(0, Math.max(0, axes.size() - 1));
        List<String> names = knobs.stream().map(TrialAxis::key).toList();
        offer(knobs, names);
        List<Trial> told = Clouds.told(view.stand());
        chart.show(names.size() < 2 ? Clouds.NONE : drawing(told, axes));
    }

    /** Those that are ranges of numbers come first: between them there is something to draw. */
    private void offer(List<TrialAxis> knobs, List<String> names) {
        List<String> order = Stream.concat(knobs.stream().filter(ContourScreen::isNumber), knobs.stream().filter(axis -> !isNumber(axis)))
                .map(TrialAxis::key).toList();
        String x = names.contains(across.getValue()) ? across.getValue() : first(order, null);
        String y = names.contains(upwards.getValue()) && !upwards.getValue().equals(x) ? upwards.getValue() : first(order, x);
        across.offer(names, x);
        upwards.offer(names, y);
    }

    private static String first(List<String> order, String but) {
        return order.stream().filter(each -> !each.equals(but)).findFirst().orElse(null);
    }

    private static boolean isNumber(TrialAxis axis) {
        return axis.knob().extent() instanceof NumberRange;
    }

    private CloudDrawing drawing(List<Trial> told, List<TrialAxis> axes) {
        TrialAxis x = axis(axes, across.getValue());
        TrialAxis y = axis(axes, upwards.getValue());
        TrialAxis loss = axes.get(axes.size() - 1);
        List<Trial> here = told.stream().filter(trial -> !Double.isNaN(x.at(trial)) && !Double.isNaN(y.at(trial))).toList();
        List<Dot> dots = Clouds.dots(here, view, axes, x, y);
        boolean ground = isNumber(x) && isNumber(y);
        return new CloudDrawing(x.shown(), y.shown(), dots, null,
                ground ? new TrialGround(dots, here.stream().mapToDouble(loss::at).toArray()) : null, Clouds.summary(here, view));
    }

    private static TrialAxis axis(List<TrialAxis> axes, String key) {
        return axes.stream().filter(axis -> axis.key().equals(key)).findFirst().orElseThrow();
    }

    @Override
    public String titleKey() {
        return "tune.tab.contour";
    }

    @Override
    public Node content() {
        return chart;
    }

    @Override
    public Node options() {
        return options;
    }
}
