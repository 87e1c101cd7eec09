package downhill.optim;

import downhill.expr.FormulaException;
import downhill.expr.Names;
import downhill.expr.Parser;
import downhill.expr.Span;
import downhill.setting.Interval;
import downhill.words.Said;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code β₁ beta1 0.9 in [0, 0.999] linear legal [0, 1)}. */
final class HyperparameterLine {
    private static final Pattern FORM = Pattern.compile("\\s*(?<symbol>\\S+)\\s+(?<key>\\S+)\\s+(?<value>\\S+)"
            + "(?:\\s+in\\s+(?<range>[\\[(][^\\])]*[\\])]))?(?:\\s+(?<scale>linear|log|switch))?"
            + "(?:\\s+legal\\s+(?<legal>[\\[(][^\\])]*[\\])]))?");
    private static final Pattern NUMBER = Pattern.compile("[-−]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,4})?");
    private static final Set<String> RESERVED = Set.of(Rule.PARAMETERS, Rule.GRADIENT, Rule.STEP);

    private final Matcher parts;
    private final int number;

    HyperparameterLine(String line, int number) {
        this.parts = FORM.matcher(line);
        this.number = number;
        if (!parts.matches()) {
            throw new FormulaException(RuleParser.span(line, number), Said.of("rule.hyper.form"));
        }
    }

    Hyperparameter read() {
        String symbol = symbol();
        String key = key(symbol);
        Scale scale = parts.group("scale") == null ? Scale.LINEAR : Scale.valueOf(parts.group("scale").toUpperCase(Locale.ROOT));
        Interval legal = legal(scale);
        double value = value(scale);
        Interval range = range(scale, value);
        Hyperparameter result = new Hyperparameter(symbol, key, value, range.low(), range.high(), scale, legal);
        checkNumbers(result);
        return result;
    }

    private Interval legal(Scale scale) {
        if (scale == Scale.SWITCH) {
            return Interval.closed(0, 1);
        }
        return parts.group("legal") == null ? Interval.NON_NEGATIVE : interval("legal");
    }

    private String symbol() {
        String raw = parts.group("symbol");
        if (!Parser.isName(raw)) {
            throw error("symbol", Said.of("rule.hyper.symbol", raw));
        }
        String symbol = Names.canonical(raw);
        if (RESERVED.contains(symbol)) {
            throw error("symbol", Said.of("symbol.meaning", symbol));
        }
        return symbol;
    }

    private String key(String symbol) {
        String key = parts.group("key");
        if (!key.matches("[a-z][A-Za-z0-9]{0,59}")) {
            throw error("key", Said.of("rule.hyper.key", key));
        }
        if (symbol.equals(Rule.LEARNING_RATE) != key.equals(Rule.LEARNING_RATE_KEY)) {
            throw error("key", Said.of("rule.hyper.pair"));
        }
        return key;
    }

    private double value(Scale scale) {
        String raw = parts.group("value");
        if (scale == Scale.SWITCH && (raw.equals("on") || raw.equals("off"))) {
            return raw.equals("on") ? 1 : 0;
        }
        return number("value", raw);
    }

    private Interval range(Scale scale, double value) {
        if (scale == Scale.SWITCH) {
            return Interval.closed(0, 1);
        }
        if (parts.group("range") != null) {
            return interval("range");
        }
        return value == 0 ? Interval.closed(0, 1) : Interval.closed(Math.min(0, 2 * value), Math.max(0, 2 * value));
    }

    private void checkNumbers(Hyperparameter h) {
        Said problem = h.problemWith(h.defaultValue());
        if (problem != null) {
            throw error("value", Said.of("rule.hyper.refused", problem));
        }
        if (h.defaultValue() < h.min() || h.defaultValue() > h.max()) {
            throw error("value", Said.of("rule.hyper.outside", WrittenNumbers.text(h.defaultValue()), WrittenNumbers.text(h.min()),
                    WrittenNumbers.text(h.max())));
        }
        if (h.scale() == Scale.LOG && h.min() <= 0) {
            throw error("scale", Said.of("rule.hyper.log"));
        }
    }

    private Interval interval(String group) {
        String raw = parts.group(group);
        String[] ends = raw.substring(1, raw.length() - 1).split(",", -1);
        if (ends.length != 2) {
            throw error(group, Said.of("rule.hyper.range", raw));
        }
        Interval interval = new Interval(number(group, ends[0].strip()), raw.startsWith("("),
                number(group, ends[1].strip()), raw.endsWith(")"));
        if (interval.low() > interval.high()) {
            throw error(group, Said.of("rule.hyper.reversed", raw));
        }
        return interval;
    }

    private double number(String group, String raw) {
        if (group.equals("legal") && (raw.equals("∞") || raw.equals("inf") || raw.equals("-inf") || raw.equals("−∞"))) {
            return raw.length() == 1 || raw.equals("inf") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (!NUMBER.matcher(raw).matches() || Double.isInfinite(Double.parseDouble(raw.replace('−', '-')))) {
            throw error(group, Said.of("rule.hyper.number", raw));
        }
        return Double.parseDouble(raw.replace('−', '-'));
    }

    private FormulaException error(String group, Said sentence) {
        String at = parts.group(group) == null ? "value" : group;
        int length = parts.end(at) - parts.start(at);
        return new FormulaException(new Span(number, parts.start(at) + 1, length), sentence);
    }
}
