package downhill.setting;

import java.util.Locale;
import java.util.ResourceBundle;

/** What settings are called and what they do, in any language that the bundle has; without one, in English. */
public final class SettingWords {
    private static final String BUNDLE = "downhill.setting.words";
    private static final ResourceBundle.Control EXACT = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private SettingWords() {
    }

    /** The name before its field, such as Rows in a step. */
    public static String label(Setting<?> setting, Locale language) {
        return word(setting.key(), language);
    }

    /** One or two sentences on what it does and what it is for. */
    public static String help(Setting<?> setting, Locale language) {
        return word(setting.key() + ".help", language);
    }

    /** What it counts; empty for nothing. */
    public static String unit(Setting<?> setting, Locale language) {
        return setting.unit().isEmpty() ? "" : word("unit." + setting.unit(), language);
    }

    /** In English, as the command line speaks. */
    public static String help(Setting<?> setting) {
        return help(setting, Locale.ROOT);
    }

    private static String word(String key, Locale language) {
        return ResourceBundle.getBundle(BUNDLE, language, EXACT).getString(key);
    }
}
