package downhill.ui.screen.tune;

import downhill.ui.chart.PickChart;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** A picture of all trials in which one can be pointed at and chosen; it follows the search while it is in view. */
abstract class TrialScreen extends LiveScreen {
    protected final TrialView view;
    protected final PickChart chart;
    private final String name;
    private final Region none = new Region();

    /** The keys of its words are {@code tune.NAME.chart}, {@code tune.NAME.empty} and {@code tune.tab.NAME}. */
    TrialScreen(TrialView view, PickChart chart, String name) {
        this.view = view;
        this.chart = chart;
        this.name = name;
        chart.setPicked(view.pick().chosenProperty()::set);
        chart.setWords(view::said);
        attached.bind(chart.titleProperty(), Messages.binding("tune." + name + ".chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("tune." + name + ".empty"));
        view.follow(attached, this::refresh);
        attached.add(chart::dispose);
    }

    /** Shows what there is now; called in view only. */
    protected abstract void show();

    @Override
    protected final void refresh() {
        if (isActive()) {
            show();
        }
    }

    @Override
    public final String titleKey() {
        return "tune.tab." + name;
    }

    @Override
    public final Node content() {
        return chart;
    }

    @Override
    public Node options() {
        return none;
    }
}
