package downhill.ui.screen.race;

import downhill.ui.chart.LineChart;
import downhill.ui.command.Command;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Tip;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The loss chart and its switches. */
final class RaceView {
    private final LineChart chart = new LineChart();
    private final WrapRow options = new WrapRow(12);
    private final Subscriptions attached = new Subscriptions();

    RaceView(RaceModel model, Command logScale, Command validationLoss) {
        attached.bind(chart.titleProperty(), Messages.binding("race.chart"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("race.empty"));
        CheckBox log = CommandButton.explained(Rows.check(Messages.binding("race.log")), logScale);
        CheckBox validation = CommandButton.explained(Rows.check(Messages.binding("race.validation")), validationLoss);
        attached.bindBoth(log.selectedProperty(), model.logProperty());
        attached.bindBoth(validation.selectedProperty(), model.validationProperty());
        options.setAlignment(Pos.CENTER_RIGHT);
        options.getChildren().addAll(axis(model), log, validation, smoothing(model),
                Buttons.icon(Feather.MAXIMIZE, "race.whole", chart::resetView));
    }

    private Choice<RaceModel.Axis> axis(RaceModel model) {
        Choice<RaceModel.Axis> axis = new Choice<>(Messages.binding("race.axis"), List.of(RaceModel.Axis.values()),
                value -> Messages.text(RaceModel.key(value)));
        axis.getStyleClass().add("quiet");
        attached.bindBoth(axis.valueProperty(), model.axisProperty());
        return axis;
    }

    private HBox smoothing(RaceModel model) {
        Slider slider = new Slider(0, 0.99, model.smoothingProperty().get());
        slider.setPrefWidth(72);
        slider.setMinWidth(24);
        slider.setBlockIncrement(0.05);
        slider.accessibleTextProperty().bind(Messages.binding("race.smooth.long"));
        Tip.on(slider, "race.smooth.long");
        attached.bindBoth(slider.valueProperty(), model.smoothingProperty());
        Label words = Labels.styled(Labels.bound(Messages.binding("race.smooth",
                Bindings.createStringBinding(() -> Numbers.fixed(model.smoothingProperty().get(), 2), model.smoothingProperty()))),
                        "secondary", "option");
        words.setMinWidth(82);
        HBox box = new HBox(6, words, slider);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    LineChart chart() {
        return chart;
    }

    WrapRow options() {
        return options;
    }

    void dispose() {
        attached.dispose();
        chart.dispose();
    }
}
