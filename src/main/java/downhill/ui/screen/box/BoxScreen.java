package downhill.ui.screen.box;

import downhill.cluster.BoxRun;
import downhill.ui.chart.PlotChart;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.Tip;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.screen.FramedScreen;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A cluster in a box: two to eight workers as threads, late or lost gradients, and what becomes of the mean. */
public final class BoxScreen extends FramedScreen {
    private static final int MOST_DELAY = 10;
    private static final int MOST_LOSS = 90;
    private static final int MOST_LOCAL = 16;
    private static final double GAP = 10;

    private final BoxModel model = new BoxModel();
    private final PlotChart arrows = new PlotChart();
    private final PlotChart losses = new PlotChart();
    private final Label told = Labels.styled(Labels.plain(""), "secondary");
    private final Button run = Buttons.ghost("box.run", this::toggle);
    private final VBox whole;
    private List<BoxRun.Step> shown = List.of();

    /** Nothing is done before somebody runs it. */
    public BoxScreen() {
        super("tab.box");
        arrows.setId("box-arrows");
        losses.setId("box-losses");
        told.setId("box-told");
        run.setId("box-run");
        told.setWrapText(true);
        Button step = Buttons.ghost("box.one", model::step);
        step.setId("box-step");
        Button again = Buttons.ghost("box.again", () -> {
            model.again();
            refresh();
        });
        again.setId("box-again");
        Slider delay = slider(0, MOST_DELAY, 0);
        Slider loss = slider(0, MOST_LOSS, 0);
        WrapRow controls = new WrapRow(2 * GAP);
        controls.getChildren().addAll(
                field("box-workers", "box.workers", "box.workers.how", slider(BoxModel.LEAST, BoxModel.MOST, model.workers()),
                        Numbers::count, model::workers),
                field("box-delay", "box.delay", "box.delay.how", delay, Numbers::count, value -> model.faults(value, model.loss())),
                field("box-loss", "box.lost.share", "box.lost.share.how", loss, value -> Numbers.percent(Numbers.count(value)),
                        value -> model.faults(model.delay(), value / 100.0)),
                field("box-average", "box.average", "box.average.how", slider(1, MOST_LOCAL, 1), Numbers::count, model::averagingEvery),
                run, step, again);
        HBox charts = new HBox(GAP, arrows, losses);
        HBox.setHgrow(arrows, Priority.ALWAYS);
        HBox.setHgrow(losses, Priority.ALWAYS);
        arrows.setPrefWidth(520);
        losses.setPrefWidth(360);
        VBox.setVgrow(charts, Priority.ALWAYS);
        whole = new VBox(GAP, controls, charts, told);
        attached.bind(arrows.titleProperty(), Messages.binding("box.arrows"));
        attached.bind(losses.titleProperty(), Messages.binding("box.losses"));
        attached.bind(arrows.emptyTextProperty(), Messages.binding("box.empty"));
        attached.add(model::close);
        attached.add(arrows::dispose);
        attached.add(losses::dispose);
    }

    private static Slider slider(int least, int most, int start) {
        Slider slider = new Slider(least, most, start);
        slider.setPrefWidth(110);
        slider.setMinWidth(60);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(most > MOST_DELAY ? 5 : 1);
        slider.setSnapToTicks(true);
        return slider;
    }

    private HBox field(String id, String key, String how, Slider slider, IntFunction<String> words, IntConsumer then) {
        ObservableValue<String> said = Messages.binding(key,
                Bindings.createStringBinding(() -> words.apply((int) Math.round(slider.getValue())), slider.valueProperty()));
        slider.setId(id);
        slider.accessibleTextProperty().bind(said);
        Tip.on(slider, how);
        slider.valueProperty().addListener((source, old, now) -> then.accept((int) Math.round(now.doubleValue())));
        Label label = Labels.styled(Labels.bound(said), "secondary", "option");
        label.setLabelFor(slider);
        HBox box = new HBox(6, label, slider);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void toggle() {
        model.running(!model.isRunning());
        run.textProperty().bind(Messages.binding(model.isRunning() ? "box.pause" : "box.run"));
    }

    /** Once a frame. */
    public void frame() {
        if (isActive()) {
            model.frame(System.nanoTime());
            if (model.steps() != shown) {
                refresh();
            }
        }
    }

    @Override
    protected Node shown() {
        shown = model.steps();
        BoxRun.Step last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        arrows.setPicture(last == null ? null : BoxPicture.arrows(last));
        losses.setPicture(last == null ? null : BoxPicture.losses(shown));
        told.setText(last == null ? Messages.text("box.how") : BoxPicture.told(last));
        return whole;
    }
}
