package downhill.optim;

import downhill.expr.Assignment;
import downhill.expr.Evaluator;
import downhill.expr.Expr;
import downhill.expr.Latex;
import downhill.expr.Printer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of one parameter told with its numbers: each line of the rule, the line with values in place of symbols, and what
 * comes out.
 *
 * @param lines  in the order of the update
 * @param values every value after the step, by symbol (θ included)
 */
public record StepExplanation(List<Line> lines, Map<String, Double> values) {
    /** Digits shown of each number. */
    private static final int DIGITS = 5;

    /**
     * One line.
     *
     * @param target       symbol that gets a value
     * @param formula      the line in plain text, such as {@code m ← β₁·m + (1 − β₁)·g}
     * @param substituted  its right side with numbers, rounded for reading
     * @param value        the exact result
     * @param latexFormula the line in LaTeX
     * @param latexNumbers its right side with numbers in LaTeX, and the result
     */
    public record Line(String target, String formula, String substituted, double value, String latexFormula, String latexNumbers) {
        /** The result, rounded for reading. */
        public String shownValue() {
            return rounded(value);
        }
    }

    /** Copies both. */
    public StepExplanation {
        lines = List.copyOf(lines);
        values = Map.copyOf(values);
    }

    /**
     * Explains a step.
     *
     * @param rule   the rule
     * @param before every value as the step sees it: hyperparameters (η as the step begins with it: scheduled and carried), t, θ, g
     *               and the states, by symbol
     */
    public static StepExplanation of(Rule rule, Map<String, Double> before) {
        return of(rule, before, 1);
    }

    /** @param pace what each line that changes θ moves it by, as a multiple of what the line says */
    public static StepExplanation of(Rule rule, Map<String, Double> before, double pace) {
        Map<String, Double> values = new LinkedHashMap<>(before);
        List<Line> lines = new ArrayList<>();
        for (Assignment assignment : rule.steps()) {
            Line line = line(assignment, values);
            double was = values.getOrDefault(assignment.target(), Double.NaN);
            boolean slowed = pace != 1 && assignment.target().equals(Rule.PARAMETERS);
            values.put(assignment.target(), slowed ? slowed(was, line.value(), pace) : line.value());
            lines.add(line);
        }
        return new StepExplanation(lines, values);
    }

    private static double slowed(double before, double after, double pace) {
        return pace == 0 ? before : before + pace * (after - before);
    }

    /**
     * Explains a step of a rule that looks at whole tensors.
     *
     * @param told   its lines for the parameter
     * @param before every value as the step sees it
     * @param pace   what each line that changes θ moves it by, as a multiple of what the line says
     */
    public static StepExplanation of(List<TensorTelling> told, Map<String, Double> before, double pace) {
        Map<String, Double> values = new LinkedHashMap<>(before);
        List<Line> lines = new ArrayList<>();
        for (TensorTelling line : told) {
            String target = line.line().target();
            boolean slowed = pace != 1 && target.equals(Rule.PARAMETERS);
            values.put(target, slowed ? slowed(values.get(target), line.value(), pace) : line.value());
            lines.add(line(line));
        }
        return new StepExplanation(lines, values);
    }

    private static Line line(TensorTelling told) {
        Assignment line = told.line();
        String numbers = Printer.print(told.shown(), name -> told.known().containsKey(name) ? rounded(told.known().get(name)) : name);
        String latex = Latex.of(told.shown(),
                name -> told.known().containsKey(name) ? Latex.number(round(told.known().get(name))) : Latex.name(name));
        return new Line(line.target(), Printer.print(line), numbers, told.value(), Latex.of(line),
                told.matrix() ? latex : latex + " = " + Latex.number(round(told.value())));
    }

    /** The parameter after the step. */
    public double parameter() {
        return values.get(Rule.PARAMETERS);
    }

    private static Line line(Assignment assignment, Map<String, Double> values) {
        Expr formula = assignment.value();
        double value = Evaluator.evaluate(formula, values);
        String numbers = Printer.print(formula, name -> rounded(values.get(name)));
        String latex = Latex.of(formula, name -> Latex.number(round(values.get(name)))) + " = " + Latex.number(round(value));
        return new Line(assignment.target(), Printer.print(assignment), numbers, value, Latex.of(assignment), latex);
    }

    private static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return Printer.nonFinite(value, "NaN", "∞", "−∞");
        }
        double rounded = round(value);
        return (rounded < 0 ? "−" : "") + Printer.number(Math.abs(rounded));
    }

    private static double round(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value;
        }
        return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }
}
