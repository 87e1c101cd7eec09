package downhill.ui.panel;

import downhill.race.document.ContenderSpec;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.LineChart;
import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.PlotChart;
import downhill.ui.chart.TileChart;
import downhill.ui.control.Buttons;
import downhill.ui.control.Card;
import downhill.ui.control.PanelHead;
import downhill.ui.i18n.Messages;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One contender's panel: its name, a remark, whether it is shown alone or not at all, and one of four kinds of charts. */
final class ContenderPanel {
    private final String contender;
    private final ToggleButton solo = Buttons.letterToggle("S", "contenders.solo");
    private final ToggleButton mute = Buttons.letterToggle("M", "contenders.mute");
    private final PanelHead head = new PanelHead();
    private final LineChart line = new LineChart();
    private final PlaneChart plane = new PlaneChart();
    private final PlotChart plot = new PlotChart();
    private final TileChart tiles = new TileChart();
    private final StackPane charts = new StackPane();
    private final VBox node;
    private final Function<String, PanelView> glasses;
    private PanelView glass;

    /** A small panel is a card of its own without axis titles; the list of contenders has its switches. */
    ContenderPanel(String contender, boolean small, Function<String, PanelView> glasses) {
        this.contender = contender;
        this.glasses = glasses;
        if (!small) {
            head.add(solo, mute);
        }
        node = small ? Card.plain(head, charts) : new VBox(2, head, charts);
        node.getStyleClass().add(small ? "compact" : "panel");
        charts.setMinHeight(0);
        VBox.setVgrow(charts, Priority.ALWAYS);
        for (ChartPane chart : new ChartPane[] {line, plane, plot, tiles}) {
            chart.setMinSize(40, 40);
            chart.accessibleHelpProperty().bind(Messages.binding("panels.order"));
            chart.setPrefHeight(small ? 120 : 160);
        }
        node.setPrefWidth(160);
        node.setId("panel-" + contender);
    }

    String contender() {
        return contender;
    }

    VBox node() {
        return node;
    }

    PanelHead head() {
        return head;
    }

    LineChart line() {
        return line;
    }

    PlaneChart plane() {
        return plane;
    }

    PlotChart plot() {
        return plot;
    }

    TileChart tiles() {
        return tiles;
    }

    /** The chart on show. */
    ChartPane chart() {
        return !charts.getChildren().isEmpty() && charts.getChildren().get(0) instanceof ChartPane shown ? shown : line;
    }

    void focus() {
        chart().requestFocus();
    }

    /** What {@code solo} and {@code muted} do with this contender. */
    void onSwitched(BiConsumer<String, Boolean> alone, BiConsumer<String, Boolean> muted) {
        solo.setOnAction(event -> alone.accept(contender, solo.isSelected()));
        mute.setOnAction(event -> muted.accept(contender, mute.isSelected()));
    }

    private void head(ContenderSpec one, String remark, boolean alone) {
        head.show(one.name(), one.style(), remark);
        solo.setSelected(alone);
        mute.setSelected(one.muted());
    }

    /** Shows the contender's step, term by term. */
    void showGlass(ContenderSpec one, boolean alone) {
        head(one, "", alone);
        setGlass(true);
        if (charts.getChildren().size() != 1 || charts.getChildren().get(0) != glass.node()) {
            charts.getChildren().setAll(glass.node());
        }
    }

    /** Whether the step is in view; it is made where it is for the first time. */
    void setGlass(boolean on) {
        if (on && glass == null) {
            glass = glasses.apply(contender);
        }
        if (glass != null) {
            glass.setActive(on);
        }
    }

    /** Shows a contender's name and a remark over one of the charts. */
    void show(ContenderSpec one, String remark, boolean alone, ChartPane chart, String title) {
        head(one, remark, alone);
        chart.titleProperty().set(title);
        if (charts.getChildren().size() != 1 || charts.getChildren().get(0) != chart) {
            boolean focused = chart().isFocused();
            charts.getChildren().setAll(chart);
            if (focused) {
                chart.requestFocus();
            }
        }
    }

    void dispose() {
        line.dispose();
        plane.dispose();
        plot.dispose();
        tiles.dispose();
        if (glass != null) {
            glass.dispose();
        }
    }
}
