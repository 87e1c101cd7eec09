package downhill.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The grammar of {@link Parser} a second time, as textbooks write it: one method for each level of binding, each a loop over the
 * level above, computing as it reads. It shares nothing with the parser but the grammar, and knows ASCII spellings alone.
 */
final class SecondReader {
    private final String text;
    private final Map<String, Double> values;
    private int at;

    private SecondReader(String text, Map<String, Double> values) {
        this.text = text;
        this.values = values;
    }

    /** The value of a text without faults. */
    static double value(String text, Map<String, Double> values) {
        SecondReader reader = new SecondReader(text.replaceAll("\\s+", " "), values);
        double value = reader.either();
        reader.skip();
        if (reader.at < reader.text.length()) {
            throw new IllegalArgumentException("stopped at " + reader.at + " of " + text);
        }
        return value;
    }

    private double either() {
        double left = both();
        while (word("or") || sign("||")) {
            double right = both();
            left = left != 0 || right != 0 ? 1 : 0;
        }
        return left;
    }

    private double both() {
        double left = negated();
        while (word("and") || sign("&&")) {
            double right = negated();
            left = left != 0 && right != 0 ? 1 : 0;
        }
        return left;
    }

    private double negated() {
        return word("not") ? negated() == 0 ? 1 : 0 : comparison();
    }

    private double comparison() {
        double left = sum();
        if (sign("<=")) {
            return left <= sum() ? 1 : 0;
        }
        if (sign(">=")) {
            return left >= sum() ? 1 : 0;
        }
        if (sign("!=")) {
            return left == sum() ? 0 : 1;
        }
        if (sign("==")) {
            return left == sum() ? 1 : 0;
        }
        if (sign("<")) {
            return left < sum() ? 1 : 0;
        }
        return sign(">") ? left > sum() ? 1 : 0 : left;
    }

    private double sum() {
        double left = product();
        while (true) {
            if (sign("+")) {
                left += product();
            } else if (sign("-")) {
                left -= product();
            } else {
                return left;
            }
        }
    }

    private double product() {
        double left = signed();
        while (true) {
            if (!peek("**") && sign("*")) {
                left *= signed();
            } else if (sign("/")) {
                left /= signed();
            } else {
                return left;
            }
        }
    }

    private double signed() {
        if (sign("-")) {
            return -signed();
        }
        return sign("+") ? signed() : power();
    }

    private double power() {
        double base = atom();
        return sign("^") || sign("**") ? Math.pow(base, signed()) : base;
    }

    private double atom() {
        skip();
        if (sign("(")) {
            double inside = either();
            require(")");
            return inside;
        }
        return Character.isDigit(text.charAt(at)) || text.charAt(at) == '.' ? number() : named();
    }

    private double number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == 'e') {
            at += text.charAt(at + 1) == '-' ? 2 : 1;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
        }
        return Double.parseDouble(text.substring(start, at));
    }

    private double named() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String name = text.substring(start, at);
        return peek("(") ? call(name) : values.get(name);
    }

    private double call(String name) {
        require("(");
        List<Double> given = new ArrayList<>();
        do {
            given.add(either());
        } while (sign(","));
        require(")");
        return FunctionTable.value(name, given);
    }

    private boolean word(String word) {
        boolean whole = peek(word) && (at + word.length() == text.length() || !Character.isLetterOrDigit(text.charAt(at + word.length())));
        at += whole ? word.length() : 0;
        return whole;
    }

    private boolean sign(String sign) {
        boolean there = peek(sign);
        at += there ? sign.length() : 0;
        return there;
    }

    private void require(String sign) {
        if (!sign(sign)) {
            throw new IllegalArgumentException("no " + sign + " at " + at + " of " + text);
        }
    }

    private boolean peek(String sign) {
        skip();
        return text.startsWith(sign, at);
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
