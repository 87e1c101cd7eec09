package downhill.ui.control;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Slider;

/**
 * A slider whose whole drag is one change: what is passed on the way is shown, where it is let go is taken. Keys and clicks are
 * taken at once.
 */
public final class Drags {
    private final Slider slider;
    private final DoubleConsumer passed;
    private final DoubleConsumer taken;
    /** NaN while nothing waits to be taken. */
    private double waiting = Double.NaN;
    private boolean quiet;

    /** {@code passed} hears of each position of a drag, {@code taken} of the last one, and of every one that is no drag. */
    public Drags(Slider slider, DoubleConsumer passed, DoubleConsumer taken) {
        this.slider = slider;
        this.passed = passed;
        this.taken = taken;
        slider.valueProperty().addListener((source, old, now) -> moved(now.doubleValue()));
        slider.valueChangingProperty().addListener((source, old, now) -> end());
        slider.pressedProperty().addListener((source, old, now) -> end());
    }

    /** Moves the slider to where a value from elsewhere belongs; nobody is told. Under a hand it stays. */
    public void follow(double position) {
        if (!isHeld()) {
            quiet = true;
            slider.setValue(position);
            quiet = false;
        }
    }

    private boolean isHeld() {
        return slider.isPressed() || slider.isValueChanging();
    }

    private void moved(double position) {
        if (quiet) {
            return;
        }
        if (isHeld()) {
            waiting = position;
            passed.accept(position);
        } else {
            taken.accept(position);
        }
    }

    private void end() {
        if (!isHeld() && !Double.isNaN(waiting)) {
            double position = waiting;
            waiting = Double.NaN;
            taken.accept(position);
        }
    }
}
