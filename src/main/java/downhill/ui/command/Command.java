package downhill.ui.command;

import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something that a person can do in the window: its words, its keys, why it cannot be done now, and what it does. Copies with one more
 * property are made by the methods that return one. FX thread.
 */
public final class Command {
    /** Nothing stands in the way. */
    public static final Supplier<String> ALWAYS = () -> "";

    private final String id;
    private final String key;
    private final Runnable action;
    private List<KeyCombination> keys = List.of();
    private Supplier<String> obstacle = ALWAYS;
    private ObservableValue<String> words;
    private String detail;
    private BooleanProperty state;

    private Command(String id, String key, Runnable action) {
        this.id = id;
        this.key = key;
        this.action = action;
        words = Messages.binding(key);
    }

    private Command(Command other) {
        this(other.id, other.key, other.action);
        keys = other.keys;
        obstacle = other.obstacle;
        words = other.words;
        detail = other.detail;
        state = other.state;
    }

    /** A command with the words of a message key; {@code id} is like no other command's, such as {@code race.run}. */
    public static Command of(String id, String key, Runnable action) {
        return new Command(id, key, action);
    }

    /** A command that turns something on and off. */
    public static Command flip(String id, String key, BooleanProperty state) {
        Command flip = new Command(id, key, () -> state.set(!state.get()));
        flip.state = state;
        return flip;
    }

    /** With keys that do it wherever the focus is; the first is the one shown in menus. */
    public Command on(KeyCombination... combinations) {
        Command copy = new Command(this);
        copy.keys = List.of(combinations);
        return copy;
    }

    /** {@code reason} says why it cannot be done now, in the language of the window; empty where it can. */
    public Command unless(Supplier<String> reason) {
        Command copy = new Command(this);
        copy.obstacle = reason;
        return copy;
    }

    /** With words that change, such as those of what will be undone. */
    public Command saying(ObservableValue<String> changing) {
        Command copy = new Command(this);
        copy.words = changing;
        return copy;
    }

    /** With a longer sentence for tooltips, by message key. */
    public Command explained(String messageKey) {
        Command copy = new Command(this);
        copy.detail = messageKey;
        return copy;
    }

    /** Like no other command's. */
    public String id() {
        return id;
    }

    /** Its words now and after each change of language. */
    public ObservableValue<String> words() {
        return words;
    }

    /** Its words in one language, for searching. */
    public String words(Language language) {
        return language == Messages.languageProperty().get() ? words.getValue() : Messages.text(language, key);
    }

    /** The sentence of its tooltip with its key in brackets. */
    public String tooltip() {
        String sentence = detail == null ? words.getValue() : Messages.text(detail);
        return keys.isEmpty() ? sentence : Messages.text("command.tooltip", sentence, KeyText.of(keys.get(0)));
    }

    /** The keys that do it wherever the focus is. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** On or off; null where it is no switch. */
    public BooleanProperty state() {
        return state;
    }

    /** Why it cannot be done now; empty where it can. */
    public String obstacle() {
        return obstacle.get();
    }

    /** Whether it can be done now. */
    public boolean isEnabled() {
        return obstacle().isEmpty();
    }

    /** Whether {@code event} is one of its keys. */
    public boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (isEnabled()) {
            action.run();
        }
    }
}
