package downhill.ui.i18n;

import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Something that was said at one moment and is shown until something else is: what says it is kept, and says it anew in another
 * language.
 */
public final class Retold {
    /** Nothing. */
    public static final Supplier<String> NOTHING = () -> "";

    private final ReadOnlyObjectWrapper<Supplier<String>> said;
    private final ReadOnlyStringWrapper text;
    /** Held here, since the language itself holds nobody. */
    private final InvalidationListener again = source -> tell();

    /** Nothing said yet; {@code owner} and {@code name} as for a property. */
    public Retold(Object owner, String name) {
        said = new ReadOnlyObjectWrapper<>(owner, name + "Said", NOTHING);
        text = new ReadOnlyStringWrapper(owner, name, "");
        Messages.languageProperty().addListener(new WeakInvalidationListener(again));
    }

    /** Says what {@code words} gives in the language spoken now, and later in others; what is said already is not said again. */
    public void say(Supplier<String> words) {
        String now = words.get();
        if (!now.equals(text.get())) {
            text.set(now);
            said.set(words);
        }
    }

    /** Says nothing any more. */
    public void clear() {
        say(NOTHING);
    }

    /** The words in the language spoken now; empty where nothing is said. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What says the words: changes when something else is said, and not with the language. */
    public ReadOnlyObjectProperty<Supplier<String>> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** The words now. */
    public String get() {
        return text.get();
    }

    private void tell() {
        Messages.languageProperty().get();
        text.set(said.get().get());
    }
}
