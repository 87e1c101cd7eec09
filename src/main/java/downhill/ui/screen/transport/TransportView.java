package downhill.ui.screen.transport;

import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.SteadyText;
import downhill.ui.control.Tip;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the foot of the window. */
final class TransportView {
    private static final double RUN_WIDTH = 92;
    /** In a narrower window, as on a screen at 200 %, many steps at once are left to menu and key. */
    private static final double WITH_LEAP = 1050;

    private final TransportCommands commands;
    final Button run = new Button();
    final Button reset;
    final Button step;
    final Button leap;
    final Button back;
    final Button fork;
    final TimeLine timeLine = new TimeLine();
    final Slider speed = new Slider(0, TransportModel.SPEEDS.length - 1, TransportModel.SPEEDS.length - 1);
    private final FontIcon picture = new FontIcon(Feather.PLAY);
    private final Text before = text("");
    private final SteadyText number = new SteadyText(HPos.RIGHT, "strong");
    private final SteadyText after = new SteadyText(HPos.LEFT);
    private final SteadyText rate = new SteadyText(HPos.RIGHT, "secondary");
    private final Label speedWords = Labels.plain("", "secondary");
    private final HBox bar = new HBox();
    private final Subscriptions attached = new Subscriptions();

    TransportView(TransportModel model, TransportCommands commands) {
        this.commands = commands;
        reset = CommandButton.ghost("transport.reset", commands.reset);
        step = CommandButton.ghost("transport.step", commands.step);
        back = CommandButton.ghost("transport.back", commands.back);
        fork = CommandButton.ghost("transport.fork", commands.fork);
        leap = CommandButton.ghost("transport.leap", commands.leap);
        attached.bind(leap.textProperty(), Messages.binding("transport.leap", model.strideProperty()));
        reset.setId("reset-race");
        back.setId("step-back");
        fork.setId("fork-here");
        run.setId("run");
        run.getStyleClass().add("primary");
        run.setGraphic(picture);
        run.setOnAction(event -> commands.run.run());
        CommandButton.explained(run, commands.run);
        for (Button button : new Button[] {reset, back, step, run, leap, fork}) {
            button.setMinWidth(button == run ? RUN_WIDTH : Region.USE_PREF_SIZE);
        }
        HBox.setHgrow(timeLine, Priority.ALWAYS);
        timeLine.setMaxWidth(Double.MAX_VALUE);
        HBox.setMargin(timeLine, new javafx.geometry.Insets(0, 8, 0, 12));
        leap.managedProperty().bind(leap.visibleProperty());
        bar.sceneProperty().addListener((source, old, now) -> fit(now));
        bar.getStyleClass().add("transport-bar");
        bar.getChildren().addAll(reset, back, run, step, leap, fork, timeLine, state(model));
    }

    private void fit(Scene scene) {
        leap.visibleProperty().unbind();
        if (scene != null) {
            leap.visibleProperty().bind(((Region) scene.getRoot()).widthProperty().greaterThanOrEqualTo(WITH_LEAP));
        }
    }

    private VBox state(TransportModel model) {
        HBox first = new HBox(before, number, after);
        first.setAlignment(Pos.BASELINE_RIGHT);
        speed.setPrefWidth(96);
        speed.setMinWidth(96);
        speed.setBlockIncrement(1);
        speed.setMajorTickUnit(1);
        speed.setMinorTickCount(0);
        speed.setSnapToTicks(true);
        speed.accessibleTextProperty().bind(Messages.binding("transport.speed"));
        Tip.on(speed, "transport.speed");
        speedWords.setMinWidth(Region.USE_PREF_SIZE);
        HBox second = new HBox(8, rate, speedWords, speed);
        second.setAlignment(Pos.CENTER_RIGHT);
        VBox box = new VBox(2, first, second);
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setMinWidth(300);
        return box;
    }

    HBox node() {
        return bar;
    }

    void show(TransportModel model) {
        boolean running = model.running();
        run.setText(running ? Messages.text("transport.pause") : model.runWords());
        run.setMinWidth(model.session().end().isReached() ? Region.USE_PREF_SIZE : RUN_WIDTH);
        run.setAccessibleText(run.getText());
        Feather icon = running ? Feather.PAUSE : Feather.PLAY;
        if (picture.getIconCode() != icon) {
            picture.setIconCode(icon);
        }
        before.setText(Messages.text("transport.position.before") + " ");
        boolean shorter = model.step().length() < number.getText().length();
        number.setText(model.step());
        back.setDisable(!commands.back.isEnabled());
        fork.setDisable(!commands.fork.isEnabled());
        after.setText(" " + Messages.text("transport.position.after", model.budget()) + model.epoch());
        rate.setText(model.rate() + " ·");
        if (shorter) {
            number.fit();
            after.fit();
        }
        speedWords.setText(TransportModel.speed(model.session().race().speedProperty().get()));
    }

    void dispose() {
        attached.dispose();
    }

    private static Text text(String style) {
        Text text = new Text();
        text.getStyleClass().addAll("words", style);
        return text;
    }
}
