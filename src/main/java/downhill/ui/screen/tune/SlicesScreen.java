package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import downhill.ui.chart.ChartTold;
import downhill.ui.chart.CloudDrawing;
import downhill.ui.chart.PickChart;
import downhill.ui.control.EqualGrid;
import downhill.ui.control.GridSize;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import downhill.ui.tune.TrialAxis;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** For each knob what trials came to, by its value. */
final class SlicesScreen extends LiveScreen {
    private static final GridSize LEAST = new GridSize(230, 180, 1.4, 0, 8);

    private final TrialView view;
    private final EqualGrid grid = new EqualGrid(LEAST);
    private final PickChart none = new PickChart();
    private final StackPane content = new StackPane(none, grid);
    private final List<PickChart> charts = new ArrayList<>();
    private final Region options = new Region();

    SlicesScreen(TrialView view) {
        this.view = view;
        attached.bind(none.emptyTextProperty(), Messages.binding("tune.slices.empty"));
        view.follow(attached, this::refresh);
        attached.add(() -> {
            none.dispose();
            charts.forEach(PickChart::dispose);
        });
        none.show(Clouds.NONE);
    }

    @Override
    protected void refresh() {
        if (!isActive()) {
            return;
        }
        List<TrialAxis> axes = view.axes();
        List<Trial> told = Clouds.told(view.stand());
        int knobs = told.isEmpty() ? 0 : axes.size() - 1;
        fit(knobs);
        none.setVisible(knobs == 0);
        grid.setVisible(knobs > 0);
        ChartTold words = Clouds.told(told, view);
        for (int i = 0; i < knobs; i++) {
            TrialAxis across = axes.get(i);
            TrialAxis upwards = axes.get(axes.size() - 1);
            charts.get(i).titleProperty().set(Messages.text("tune.slice", across.shown().title()));
            charts.get(i).show(new CloudDrawing(across.shown(), upwards.shown(), Clouds.dots(told, view, axes, across, upwards), List.of(),
                    null, words));
        }
    }

    private void fit(int count) {
        if (charts.size() == count) {
            return;
        }
        while (charts.size() > count) {
            charts.remove(charts.size() - 1).dispose();
        }
        while (charts.size() < count) {
            PickChart chart = new PickChart();
            chart.setPicked(view.pick().chosenProperty()::set);
            chart.setWords(view::said);
            charts.add(chart);
        }
        grid.setAll(charts);
    }

    @Override
    public String titleKey() {
        return "tune.tab.slices";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node options() {
        return options;
    }
}
