package downhill.words;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one language for all that can be {@link Said}, from {@code words.properties} and its translations. */
public final class Words {
    /** The words that exceptions, files and the command line have. */
    public static final Words ENGLISH = new Words(Locale.ROOT);

    private static final String BUNDLE = "downhill.words.words";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final ResourceBundle bundle;

    private Words(Locale locale) {
        bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of a language; English where there are none of it. */
    public static Words of(Locale locale) {
        return new Words(locale);
    }

    /** Of which language they are; {@link Locale#ROOT} for English. */
    public Locale locale() {
        return bundle.getLocale();
    }

    /** Whether these are the English ones, be it for want of those asked for. */
    public boolean areEnglish() {
        return locale().equals(Locale.ROOT);
    }

    /** What is said, in this language. A key that is in no file is shown as itself, so that nothing breaks; a test finds it. */
    public String say(Said said) {
        return say(said, UnaryOperator.identity());
    }

    /** The same; {@code shown} has the last word on how what is put in looks, such as a number. */
    public String say(Said said, UnaryOperator<String> shown) {
        return PLACE.matcher(pattern(said.key())).replaceAll(place -> Matcher.quoteReplacement(argument(said, place.group(), shown)));
    }

    private String argument(Said said, String place, UnaryOperator<String> shown) {
        int index = place.charAt(1) - '0';
        Object argument = index < said.arguments().size() ? said.arguments().get(index) : place;
        return argument instanceof Said inner ? say(inner, shown) : shown.apply(argument.toString());
    }

    private String pattern(String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
    }
}
