package downhill.cli;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.local.Goal;
import downhill.data.Dates;
import downhill.words.Said;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer that is wished for, as it is typed: {@code <200}, {@code >=200}, {@code <2010-03-01} or a class. */
final class ExplainGoal {
    private static final Pattern BOUND = Pattern.compile("\\s*([<>])=?\\s*(.+?)\\s*");

    private ExplainGoal() {
    }

    /**
     * For a row.
     *
     * @param want   as typed; null for any other class
     * @param answer to the row as it is
     */
    static Goal of(String want, Explained model, double[] answer) {
        if (!model.classes()) {
            return number(want, model);
        }
        if (want == null) {
            return Goal.isNot(ExplainRows.said(answer));
        }
        int wanted = model.outputs().indexOf(want.strip());
        if (wanted < 0) {
            throw new InputException(Said.of("explain.want.class", want, String.join(", ", model.outputs())));
        }
        return Goal.is(wanted);
    }

    private static Goal number(String want, Explained model) {
        Matcher bound = BOUND.matcher(want == null ? "" : want);
        double value = bound.matches() ? value(bound.group(2), model) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new InputException(Said.of("explain.want.number", model.outputs().get(0)));
        }
        return bound.group(1).equals("<") ? Goal.atMost(value) : Goal.atLeast(value);
    }

    private static double value(String text, Explained model) {
        try {
            return model.preprocessing().predictsDates() ? Dates.days(text) : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
