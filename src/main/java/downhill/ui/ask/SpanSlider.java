package downhill.ui.ask;

import downhill.data.Visible;
import downhill.ui.control.ValueSpan;
import downhill.ui.i18n.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Slider;

/** A slider over the range of training, which writes into the field beside it and follows what is typed there. */
final class SpanSlider extends Slider {
    private final Entry entry;
    private final ValueSpan span;
    private boolean following;
    private boolean leading;

    SpanSlider(Entry entry, ValueSpan span) {
        super(span.from(), span.to(), span.from());
        this.entry = entry;
        this.span = span;
        setBlockIncrement(span.stride());
        setMinWidth(40);
        entry.textProperty().addListener((source, old, now) -> follow());
        valueProperty().addListener((source, old, now) -> lead(now.doubleValue()));
        accessibleTextProperty().bind(Bindings.createStringBinding( // its own value may be a power of ten
                () -> Messages.text("slider.at", Visible.line(entry.column()), entry.textProperty().get()),
                entry.textProperty(), Messages.languageProperty()));
        follow();
    }

    /** A value that is missing, or cannot be read, leaves it where it was. */
    private void follow() {
        double value = entry.number();
        if (leading || Double.isNaN(value)) {
            return;
        }
        following = true;
        setValue(span.place(value));
        following = false;
    }

    private void lead(double place) {
        if (!following) {
            leading = true;
            entry.set(span.value(place));
            leading = false;
        }
    }
}
