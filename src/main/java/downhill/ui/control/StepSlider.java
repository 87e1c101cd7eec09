package downhill.ui.control;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;

/** A slider over the steps of a run; what lies behind is filled. Arrow keys go one step, page keys a twentieth. */
public final class StepSlider extends Slider {
    /** From step 0; {@code name} is what is read out. */
    public StepSlider(ObservableValue<String> name) {
        super(0, 1, 0);
        getStyleClass().addAll("time-line", "progress-slider");
        setSkin(new ProgressSliderSkin(this));
        setBlockIncrement(1);
        accessibleTextProperty().bind(name);
    }

    /** The last step there is, at least 1. */
    public void setSteps(double last) {
        setMax(Math.max(1, last));
    }
}
