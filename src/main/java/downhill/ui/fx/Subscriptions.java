package downhill.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** All that a view has attached itself to, so that it can be let go of in one call. Not thread-safe; FX thread. */
public final class Subscriptions {
    private final List<Runnable> undo = new ArrayList<>();

    /** Remembers how to end something; returns this bag. */
    public Subscriptions add(Runnable end) {
        undo.add(end);
        return this;
    }

    /** Calls {@code then} with each new value until {@link #dispose()}. */
    public <T> Subscriptions listen(ObservableValue<T> value, Consumer<? super T> then) {
        ChangeListener<T> listener = (source, old, now) -> then.accept(now);
        value.addListener(listener);
        return add(() -> value.removeListener(listener));
    }

    /** Calls {@code then} with the present value and each new one. */
    public <T> Subscriptions follow(ObservableValue<T> value, Consumer<? super T> then) {
        then.accept(value.getValue());
        return listen(value, then);
    }

    /** Calls {@code then} after each change of the list. */
    public <T> Subscriptions listen(ObservableList<T> list, Runnable then) {
        ListChangeListener<T> listener = change -> then.run();
        list.addListener(listener);
        return add(() -> list.removeListener(listener));
    }

    /** Binds {@code target} until {@link #dispose()}. */
    public <T> Subscriptions bind(Property<T> target, ObservableValue<? extends T> source) {
        target.bind(source);
        return add(target::unbind);
    }

    /** Binds both ways until {@link #dispose()}. */
    public <T> Subscriptions bindBoth(Property<T> one, Property<T> other) {
        one.bindBidirectional(other);
        return add(() -> one.unbindBidirectional(other));
    }

    /** How many attachments there are. */
    public int size() {
        return undo.size();
    }

    /** Ends all, newest first. The bag can be filled again. */
    public void dispose() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            undo.get(i).run();
        }
        undo.clear();
    }
}
