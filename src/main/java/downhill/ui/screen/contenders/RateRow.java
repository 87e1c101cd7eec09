package downhill.ui.screen.contenders;

import downhill.optim.Hyperparameter;
import downhill.optim.Schedule;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Labels;
import downhill.ui.control.LogSlider;
import downhill.ui.control.Terms;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Term;
import downhill.ui.session.Edits;
import java.util.function.DoubleConsumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The learning rate of a contender to be slid or typed where the contender stands, over equal ratios. Below it what the schedule makes of
 * it at this step, or why there is nothing to change.
 */
final class RateRow extends VBox {
    private final DoubleConsumer changed;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final Label words = Labels.plain("", "secondary", "small", "rate-words");
    private LogSlider slider;
    private double least;
    private double most;
    private boolean quiet;

    /** {@code changed} hears of a rate when a drag of the slider ends, and of one typed or stepped to by keys. */
    RateRow(DoubleConsumer changed) {
        this.changed = changed;
        getStyleClass().add("rate-row");
        setSpacing(2);
        words.setWrapText(true);
        setOnMousePressed(javafx.event.Event::consume); // a hand at the slider does not take the focus to the contender's row
        setOnMouseClicked(javafx.event.Event::consume);
    }

    /** The rate in force; the range is the rule's sensible one, wider where the rate lies beyond. */
    void show(ContenderSpec contender, Hyperparameter rate) {
        name.set(Messages.text("contenders.rate", contender.name()));
        double value = Edits.inForce(contender, rate);
        if (slider == null || value < least || value > most) {
            build(Math.min(value, rate.min()), Math.max(value, rate.max()), value);
        } else if (slider.valueProperty().get() != value) {
            quiet = true;
            slider.valueProperty().set(value);
            quiet = false;
        }
    }

    /** What there is to say beside the number; a reason against changing it closes the slider. */
    void say(String reason, Standing standing, ContenderSpec contender) {
        slider.setDisable(!reason.isEmpty());
        boolean scheduled = standing != null && !contender.schedule().equals(Schedule.CONSTANT) && Double.isFinite(standing.learningRate());
        String now = scheduled ? Messages.text("contenders.rate.now", Numbers.format(standing.learningRate())) : "";
        words.setText(reason.isEmpty() ? now : reason);
        words.setVisible(!words.getText().isEmpty());
        words.setManaged(words.isVisible());
    }

    private void build(double low, double high, double value) {
        least = low;
        most = high;
        slider = new LogSlider(name, low, high, value);
        slider.valueProperty().addListener((source, old, now) -> {
            if (!quiet) {
                changed.accept(now.doubleValue());
            }
        });
        Label symbol = Terms.mark(Labels.plain("η", "formula", "slanted", "symbol"), Term.LEARNING_RATE);
        symbol.setMinWidth(14);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(4, symbol, slider);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(row, words);
    }
}
