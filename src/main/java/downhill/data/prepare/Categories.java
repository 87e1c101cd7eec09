package downhill.data.prepare;

import downhill.data.LabelColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The categories, or classes, of training, and which of them a text means. A text that is one of them means it. Else it may be one
 * that is written otherwise: its letters composed otherwise, spaces around it or of another kind, 1.0 for 1, 0.30000000000000004 for
 * 0.3, and TRUE for true where the column was one of truth values.
 */
public final class Categories {
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF\\u00AD]");
    /** Digits with a zero before them are a name. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(0|[1-9]\\d*|(?=\\.\\d))(\\.\\d*)?([eE][+-]?\\d{1,3})?");
    /** As many as a double holds whatever the number is. */
    private static final MathContext EXACT_DIGITS = new MathContext(15);
    /** Larger whole numbers are names whose last digit counts. */
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private final Set<String> exact;
    private final Map<String, String> forms = new HashMap<>();
    private final boolean truths;

    /** @param truths whether case does not matter */
    Categories(List<String> categories, boolean truths) {
        this.exact = new HashSet<>(categories);
        this.truths = truths;
        for (String category : categories) {
            forms.putIfAbsent(form(category), category);
        }
    }

    /** The same rows with every label that means a category of training written as that. */
    LabelColumn known(LabelColumn column) {
        List<String> labels = column.labels();
        List<String> meant = labels.stream().map(label -> meant(label).orElse(label)).toList();
        return meant.equals(labels) ? column : column.withLabels(meant);
    }

    /** The category that a text means, if any. */
    Optional<String> meant(String text) {
        return exact.contains(text) ? Optional.of(text) : Optional.ofNullable(forms.get(form(text)));
    }

    private String form(String text) {
        String plain = normal(text);
        String number = number(plain);
        if (number != null) {
            return number;
        }
        return truths ? plain.toLowerCase(Locale.ROOT) : plain;
    }

    /** Composed (NFC), spaces of every kind as plain ones and none around it. */
    public static String normal(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return INVISIBLE.matcher(SPACE.matcher(composed).replaceAll(" ")).replaceAll("").strip();
    }

    /** One text for all ways to write a number; null if it is none, or one whose digits may be a name. */
    private static String number(String text) {
        if (text.isEmpty() || text.length() > 40 || !NUMBER.matcher(text).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        if (value.abs().compareTo(LARGEST) >= 0) {
            return null;
        }
        BigDecimal rounded = value.round(EXACT_DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toString();
    }
}
