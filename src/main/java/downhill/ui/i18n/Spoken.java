package downhill.ui.i18n;

import downhill.data.Visible;
import downhill.words.Said;
import downhill.words.Saying;
import downhill.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/** What the layers below the window say, in the language of the window. */
public final class Spoken {
    /** As the layers below write very large and very small numbers. */
    private static final Pattern POWER = Pattern.compile("-?\\d\\.\\d{3}e[+-]\\d{2,3}");
    private static final Map<Language, Words> WORDS = load();

    private Spoken() {
    }

    /** What is said, in the language spoken now; null stays null. */
    public static String text(Said said) {
        return said == null ? null : Visible.text(WORDS.get(Messages.languageProperty().get()).say(said, Spoken::shown));
    }

    /** Sentences one after the other; empty where there are none. */
    public static String sentences(List<Said> said) {
        return text(Said.sentences(said.toArray(Said[]::new)));
    }

    /** What is said, now and after a change of language. */
    public static StringBinding binding(Said said) {
        return Bindings.createStringBinding(() -> text(said), Messages.languageProperty());
    }

    /** The message of a failure, in the language spoken now where it was written for people; null where it has none. */
    public static String text(Throwable failure) {
        return failure.getMessage() == null ? null : text(Said.message(failure));
    }

    private static String shown(String argument) {
        return POWER.matcher(argument).matches() ? Numbers.significant(Double.parseDouble(argument), 4) : argument;
    }

    private static Map<Language, Words> load() {
        Map<Language, Words> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, Words.of(language.locale()));
        }
        return words;
    }
}
