package downhill.ui.i18n;

import java.util.Locale;

/** The languages of the window. */
public enum Language {
    /** English. */
    ENGLISH("English", Locale.ROOT),
    /** Simplified Chinese. */
    CHINESE("简体中文", Locale.SIMPLIFIED_CHINESE);

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The language of a machine that is set to {@code locale}: Chinese for every kind of it, English for all others. */
    static Language of(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }

    /** The language that this machine is set to. */
    public static Language ofSystem() {
        return of(Locale.getDefault(Locale.Category.DISPLAY));
    }

    public Locale locale() {
        return locale;
    }
}
