package downhill.expr;

import java.util.HashMap;
import java.util.Map;

/**
 * One spelling for each symbol: {@code beta1}, {@code beta_1} and {@code β_1} are all β₁.
 *
 * <p>A name is split at underscores; a part that spells a Greek letter becomes that letter, digits at the end of a part
 * become subscripts, and a part of digits alone is the subscript of the part before it.
 */
public final class Names {
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static final Map<String, String> LETTER_OF = new HashMap<>();
    private static final Map<String, String> SPELLING_OF = new HashMap<>();

    static {
        String[] spellings = ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
                + "upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega").split(" ");
        String letters = "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ";
        for (int i = 0; i < spellings.length; i++) {
            String letter = letters.substring(i, i + 1);
            LETTER_OF.put(spellings[i], letter);
            SPELLING_OF.put(letter, spellings[i]);
        }
        // Look-alikes that keyboards and papers produce.
        Map.of("varepsilon", "ε", "ϵ", "ε", "vartheta", "θ", "ϑ", "θ", "ϕ", "φ", "varphi", "φ", "µ", "μ", "ς", "σ")
                .forEach(LETTER_OF::put);
    }

    private Names() {
    }

    /** The canonical spelling of a name; a canonical name is its own. */
    public static String canonical(String raw) {
        if (isOpaque(raw)) {
            return raw;
        }
        StringBuilder name = new StringBuilder();
        for (String part : raw.split("_")) {
            String stem = part.substring(0, stemLength(part));
            if (!stem.isEmpty() && name.length() > 0) {
                name.append('_');
            }
            name.append(LETTER_OF.getOrDefault(stem, stem));
            appendSubscript(name, part.substring(stem.length()));
        }
        return name.toString();
    }

    /** The spelling in ASCII letters and digits of a canonical name: β₁ becomes {@code beta1}. */
    public static String ascii(String canonical) {
        if (isOpaque(canonical)) {
            return canonical;
        }
        StringBuilder name = new StringBuilder();
        for (String part : canonical.split("_")) {
            String stem = part.substring(0, stemLength(part));
            name.append(name.length() > 0 ? "_" : "").append(SPELLING_OF.getOrDefault(stem, stem));
            for (int i = stem.length(); i < part.length(); i++) {
                name.append(digit(part.charAt(i)));
            }
        }
        return name.toString();
    }

    /** The name of a Greek letter, such as {@code theta}; null for any other text. */
    static String spelling(String letter) {
        return SPELLING_OF.get(letter);
    }

    /** The number of characters before the digits or subscripts that end a part of a name. */
    static int stemLength(String part) {
        int end = part.length();
        while (end > 0 && digit(part.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** The value of an ASCII or subscript digit, else −1. */
    static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : SUBSCRIPTS.indexOf(c);
    }

    /** Underscores that separate nothing are part of the name, which then is its own spelling. */
    private static boolean isOpaque(String name) {
        return name.startsWith("_") || name.endsWith("_") || name.contains("__");
    }

    private static void appendSubscript(StringBuilder name, String digits) {
        for (int i = 0; i < digits.length(); i++) {
            name.append(SUBSCRIPTS.charAt(digit(digits.charAt(i))));
        }
    }
}
