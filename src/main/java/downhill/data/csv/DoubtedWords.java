package downhill.data.csv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Words for a missing value that look like the other values of their column: NA among codes of countries, None among Mild and Severe,
 * Na among symbols of elements.
 */
final class DoubtedWords {
    /** Also codes of two letters. */
    private static final String CODE = "na";
    /** Also a word of every day. */
    private static final String WORD = "none";
    /** Also names. */
    private static final Set<String> NAMES = Set.of("nil", "null", "missing");
    private static final int LEAST_VALUES = 2;
    private static final int CODE_LENGTH = 2;
    private static final int MOST_VALUES = 1000;

    private enum Case { UPPER, LOWER, CAPITAL, OTHER }

    private DoubtedWords() {
    }

    /**
     * The first such word.
     *
     * @param missing those that occur and were taken as missing
     * @param values  the other texts
     */
    static Optional<String> first(List<String> missing, List<String> values) {
        return values.size() < LEAST_VALUES || values.size() > MOST_VALUES ? Optional.empty()
                : missing.stream().sorted().filter(word -> isLike(word, values)).findFirst();
    }

    private static boolean isLike(String word, List<String> values) {
        String lower = word.toLowerCase(Locale.ROOT);
        Case form = form(word);
        boolean code = lower.equals(CODE) && values.stream().allMatch(value -> value.length() <= CODE_LENGTH)
                && values.stream().anyMatch(value -> value.length() == CODE_LENGTH);
        boolean usual = lower.equals(WORD) || form == Case.CAPITAL && NAMES.contains(lower);
        return (code || usual) && values.stream().allMatch(value -> isOf(form, value));
    }

    /** A single letter is of two forms. */
    private static boolean isOf(Case wanted, String value) {
        return form(value) == wanted || wanted == Case.CAPITAL && value.length() == 1 && form(value) == Case.UPPER;
    }

    private static Case form(String word) {
        if (word.matches("\\p{Lu}+")) {
            return Case.UPPER;
        }
        if (word.matches("\\p{Ll}++( \\p{Ll}++)*+")) {
            return Case.LOWER;
        }
        return word.matches("\\p{Lu}\\p{Ll}++( \\p{L}++)*+") ? Case.CAPITAL : Case.OTHER;
    }
}
