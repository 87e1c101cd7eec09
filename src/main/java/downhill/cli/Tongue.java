package downhill.cli;

import downhill.words.Said;
import downhill.words.Words;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * The language that the command line speaks: English, because scripts read it, unless the variable {@value #VARIABLE} names another, such
 * as {@code zh}. Names of options and columns, and what other programs read stay as they are.
 */
public final class Tongue {
    /** Of the environment. */
    public static final String VARIABLE = "DOWNHILL_LANGUAGE";

    private Tongue() {
    }

    /** The words of the language called {@code wanted}, which may be null; one that there is not is told to {@code err}. */
    public static Words of(String wanted, PrintWriter err) {
        if (wanted == null || wanted.isBlank()) {
            return Words.ENGLISH;
        }
        Optional<Words> words = find(wanted.strip());
        if (words.isEmpty()) {
            err.println(Said.of("cli.language", VARIABLE, wanted.strip()));
            err.flush();
        }
        return words.orElse(Words.ENGLISH);
    }

    /** @throws InputException where there is no such language */
    static Words named(String wanted) {
        return find(wanted.strip()).orElseThrow(() -> new InputException(Said.of("report.language", "en, zh", wanted)));
    }

    private static Optional<Words> find(String wanted) {
        Locale locale = locale(wanted);
        Words words = Words.of(locale);
        return words.areEnglish() && !locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Optional.empty() : Optional.of(words);
    }

    /** Also as systems write it, such as {@code zh_CN.UTF-8}; of Chinese there are the words of the mainland. */
    private static Locale locale(String wanted) {
        Locale locale = Locale.forLanguageTag(wanted.replaceAll("[.@].*", "").replace('_', '-'));
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : locale;
    }
}
