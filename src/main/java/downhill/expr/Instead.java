package downhill.expr;

import java.util.Map;
import java.util.Optional;

/** What is meant by characters that no formula has: those of a Chinese keyboard, and of other notations. */
public final class Instead {
    /** Each of the full-width forms stands so far behind its ASCII character. */
    private static final int WIDE = '\uFF01' - '!';
    private static final Map<Character, String> KEYBOARD = Map.of('。', ".", '、', ",", '【', "[", '】', "]", '〔', "[", '〕', "]", '—', "-");
    private static final Map<Character, String> NOTATION = Map.ofEntries(Map.entry('[', "("), Map.entry('{', "("), Map.entry(']', ")"),
            Map.entry('}', ")"), Map.entry(':', "<-"), Map.entry('→', "<-"), Map.entry('⟵', "<-"), Map.entry('|', "abs(…)"),
            Map.entry('‖', "norm(…)"), Map.entry('∥', "norm(…)"), Map.entry('½', "1/2"), Map.entry('¼', "1/4"), Map.entry('¾', "3/4"),
            Map.entry('∑', "sum(…)"), Map.entry('∇', "g"), Map.entry('%', "0.01*"));

    private Instead() {
    }

    /** What an English keyboard writes for a character of a Chinese one. */
    public static Optional<String> keyboard(char c) {
        boolean wide = c >= '\uFF01' && c <= '\uFF5E';
        return wide ? Optional.of(String.valueOf((char) (c - WIDE))) : Optional.ofNullable(KEYBOARD.get(c));
    }

    /** What stands for it in a formula. */
    static Optional<String> inFormula(char c) {
        String typed = keyboard(c).orElse(String.valueOf(c));
        String known = NOTATION.getOrDefault(typed.charAt(0), typed);
        return known.equals(String.valueOf(c)) ? Optional.empty() : Optional.of(known);
    }
}
