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

    Locale locale() {
        return locale;
    }
}
