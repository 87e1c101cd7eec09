package downhill.ui.screen.landscape;

import downhill.expr.Expr;
import downhill.expr.FormulaException;
import downhill.expr.Parser;
import downhill.model.SurfaceModel;
import downhill.ui.i18n.Spoken;

/**
 * Whether a text is a formula of x and y.
 *
 * @param problem why not, with line and column; empty where it is one
 * @param from    first character of what is wrong, from 0
 * @param to      the character after it
 */
record FormulaCheck(String problem, int from, int to) {
    static FormulaCheck of(String text) {
        try {
            Expr formula = Parser.expression(text);
            SurfaceModel.build(formula);
            return new FormulaCheck("", 0, 0);
        } catch (FormulaException wrong) {
            int from = Math.max(0, Math.min(text.length(), wrong.column() - 1));
            return new FormulaCheck(Spoken.text(wrong), from, Math.min(text.length(), from + Math.max(1, wrong.length())));
        }
    }

    boolean isGood() {
        return problem.isEmpty();
    }
}
