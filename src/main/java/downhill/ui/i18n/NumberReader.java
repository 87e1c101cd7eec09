package downhill.ui.i18n;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as people type them and as {@link Numbers} writes them. */
final class NumberReader {
    private static final Pattern POWER = Pattern.compile("(-?)(?:([0-9.]+)\u00b7)?10([\u207b" + Numbers.SUPERSCRIPTS + "]+)");
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?");

    private NumberReader() {
    }

    static double read(String text) {
        String plain = text.replace(Numbers.MINUS, "-").replaceAll("[,\\s\u00a0\u202f]", "");
        Matcher power = POWER.matcher(plain);
        String number = power.matches() ? power.group(1) + Objects.requireNonNullElse(power.group(2), "1") + "e" + digits(power.group(3))
                : plain;
        return PLAIN.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
    }

    private static String digits(String superscript) {
        StringBuilder digits = new StringBuilder();
        for (char c : superscript.toCharArray()) {
            digits.append(c == '\u207b' ? "-" : Numbers.SUPERSCRIPTS.indexOf(c));
        }
        return digits.toString();
    }
}
