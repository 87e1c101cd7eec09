package downhill.ui.i18n;

import downhill.data.Visible;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * All words that a person sees in the window, by key. {@code {0}}, {@code {1}} stand for arguments, which come formatted
 * (see {@link Numbers}); apostrophes need no care. Bindings follow {@link #languageProperty()} and hold nobody in memory.
 */
public final class Messages {
    private static final String BUNDLE = "downhill.ui.i18n.messages";
    private static final ObjectProperty<Language> LANGUAGE = new SimpleObjectProperty<>(null, "language", Language.ENGLISH) {
        /** Words come first: who listens to the language may read them. */
        @Override
        protected void invalidated() {
            SpokenWords.sayAnew();
        }
    };
    private static final Map<Language, ResourceBundle> BUNDLES = load();

    private Messages() {
    }

    /** The language spoken now; set it on the FX thread. */
    public static ObjectProperty<Language> languageProperty() {
        return LANGUAGE;
    }

    /** The words for {@code key} now. A key that is in no file is shown as itself, so that nothing breaks; a test finds it. */
    public static String text(String key, Object... arguments) {
        return fill(pattern(LANGUAGE.get(), key), arguments);
    }

    /** The words for {@code key} in a language, whatever is spoken now. */
    public static String text(Language language, String key) {
        return pattern(language, key);
    }

    /** The words for {@code key}, now and after a change of language or of an argument that is observable. */
    public static StringBinding binding(String key, Object... arguments) {
        return following(() -> text(key, arguments), observables(arguments));
    }

    /** What {@code words} gives, now and after a change of language or of what it is made of. */
    public static StringBinding following(Supplier<String> words, Observable... sources) {
        return SpokenWords.of(words, sources);
    }

    /** Whether {@code language} has words for {@code key}. */
    public static boolean has(Language language, String key) {
        return BUNDLES.get(language).containsKey(key);
    }

    private static Observable[] observables(Object[] arguments) {
        return Arrays.stream(arguments).filter(Observable.class::isInstance).toArray(Observable[]::new);
    }

    private static String pattern(Language language, String key) {
        try {
            return BUNDLES.get(language).getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    private static String fill(String pattern, Object... arguments) {
        String text = pattern;
        for (int i = 0; i < arguments.length; i++) {
            Object value = arguments[i] instanceof ObservableValue<?> observable ? observable.getValue() : arguments[i];
            text = text.replace("{" + i + "}", Visible.text(String.valueOf(value)));
        }
        return text;
    }

    private static Map<Language, ResourceBundle> load() {
        Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);
        ResourceBundle.Control exact = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (Language language : Language.values()) {
            bundles.put(language, ResourceBundle.getBundle(BUNDLE, language.locale(), exact));
        }
        return bundles;
    }
}
