package downhill.ui.i18n;

import downhill.data.Visible;
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

    private static final Pattern LOCATED = Pattern.compile("(?:line (\\d+)(?:, column \"(.*?)\")?|column \"(.*?)\"): (.*)", Pattern.DOTALL);
    /** As the layers below write very large and very small numbers. */
    private static final Pattern POWER = Pattern.compile("-?\\d\\.\\d{3}e[+-]\\d{2,3}");
    private static final Pattern BYTE = Pattern.compile("byte (0x\\w\\w) at line (\\d+), byte (\\d+)");

    /** A sentence as it is written, and which of its groups is which argument. */
    private record Form(String key, Pattern pattern, List<Integer> arguments, int fixed) {
    }

    private static final ResourceBundle CHINESE = bundle(Language.CHINESE.locale());
    private static final List<Form> FORMS = forms(bundle(Locale.ROOT));

    private Sentences() {
    }

    /** The sentence in the language spoken now. */
    public static String spoken(String english) {
        return Visible.text(english == null || Messages.languageProperty().get() == Language.ENGLISH ? english : chinese(english));
    }

    /** Where the whole is not known, what follows the name of a file, or a place in it, may be. */
    private static String chinese(String english) {
        String words = placed(english);
        int behindName = words == null ? english.indexOf(": ") : -1;
        String rest = behindName < 0 ? null : several(english.substring(behindName + 2));
        return words != null ? words : rest != null ? english.substring(0, behindName) + "：" + rest : english;
    }

    /** With the line and the column before it, if there are any. */
    private static String placed(String english) {
        Matcher place = LOCATED.matcher(english);
        if (!place.matches()) {
            return several(english);
        }
        String rest = several(place.group(4));
        String column = place.group(2) != null ? place.group(2) : place.group(3);
        String key = place.group(1) == null ? "place.column" : column == null ? "place.line" : "place.line.column";
        return rest == null ? null : CHINESE.getString(key).replace("{0}", place.group(1) == null ? column : place.group(1)).replace("{1}", column == null ? "" : column) + rest;
    }

    /** Several sentences or reasons of which each is known, or one; a part that is put in may look like a sentence's end, so that all ends are tried. */
    private static String several(String english) {
        String sentences = parts(english, ". ", 1, "");
        String reasons = sentences != null ? sentences : parts(english, "; ", 0, "；");
        return reasons != null ? reasons : known(english);
    }

    private static String parts(String english, String between, int kept, String joined) {
        for (int end = english.indexOf(between); end > 0; end = english.indexOf(between, end + 1)) {
            String first = known(english.substring(0, end + kept));
            String rest = first == null ? null : several(english.substring(end + between.length()));
            if (rest != null) {
                return first + joined + rest;
            }
        }
        return null;
    }

    private static String known(String english) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(english);
            if (matcher.matches()) {
                String words = CHINESE.getString(form.key());
                for (int group = 0; group < form.arguments().size(); group++) {
                    words = words.replace("{" + form.arguments().get(group) + "}", argument(matcher.group(group + 1)));
                }
                return words;
            }
        }
        return null;
    }

    /** What is put into a sentence may itself be a reason, a piece of advice, or say where something is. */
    private static String argument(String text) {
        if (POWER.matcher(text).matches()) {
            return Numbers.significant(Double.parseDouble(text), 4);
        }
        String words = text.indexOf(' ') < 0 ? null : placed(text);
        Matcher at = BYTE.matcher(text);
        return words != null ? words : !at.matches() ? text : CHINESE.getString("place.byte").replace("{0}", at.group(1)).replace("{1}", at.group(2))
                .replace("{2}", at.group(3));
    }

    /** Those with the most words of their own come first, so that a general form does not catch a special one. */
    private static List<Form> forms(ResourceBundle bundle) {
        return bundle.keySet().stream().filter(key -> !key.startsWith("place.")).map(key -> form(key, bundle.getString(key)))
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
