package downhill.ui.i18n;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of the layers below the window, which know no language but English, in the language of the window. They are
 * recognised by their form; one that is not known stays as it is.
 */
public final class Sentences {
    private static final String BUNDLE = "downhill.ui.i18n.sentences";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** A sentence as it is written, and which of its groups is which argument. */
    private record Form(String key, Pattern pattern, List<Integer> arguments, int fixed) {
    }

    private static final ResourceBundle CHINESE = bundle(Language.CHINESE.locale());
    private static final List<Form> FORMS = forms(bundle(Locale.ROOT));

    private Sentences() {
    }

    /** The sentence in the language spoken now. */
    public static String spoken(String english) {
        return english == null || Messages.languageProperty().get() == Language.ENGLISH ? english : chinese(english);
    }

    /** Where the whole is not known, what follows the name of a file may be. */
    private static String chinese(String english) {
        String words = known(english);
        int behindName = words == null ? english.indexOf(": ") : -1;
        String rest = behindName < 0 ? null : known(english.substring(behindName + 2));
        return words != null ? words : rest != null ? english.substring(0, behindName) + "：" + rest : english;
    }

    private static String known(String english) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(english);
            if (matcher.matches()) {
                String words = CHINESE.getString(form.key());
                for (int group = 0; group < form.arguments().size(); group++) {
                    words = words.replace("{" + form.arguments().get(group) + "}", matcher.group(group + 1));
                }
                return words;
            }
        }
        return null;
    }

    /** Those with the most words of their own come first, so that a general form does not catch a special one. */
    private static List<Form> forms(ResourceBundle bundle) {
        return bundle.keySet().stream().map(key -> form(key, bundle.getString(key)))
                .sorted(java.util.Comparator.comparingInt(Form::fixed).reversed()).toList();
    }

    private static Form form(String key, String template) {
        StringBuilder regex = new StringBuilder();
        List<Integer> arguments = new ArrayList<>();
        Matcher places = PLACE.matcher(template);
        int at = 0;
        while (places.find()) {
            regex.append(Pattern.quote(template.substring(at, places.start()))).append("(.+?)");
            arguments.add(Integer.parseInt(places.group(1)));
            at = places.end();
        }
        regex.append(Pattern.quote(template.substring(at)));
        return new Form(key, Pattern.compile(regex.toString(), Pattern.DOTALL), List.copyOf(arguments), template.length() - 3 * arguments.size());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
