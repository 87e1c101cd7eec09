package downhill.ui.screen.glass;

import downhill.expr.Latex;
import downhill.optim.StepExplanation;
import java.util.List;
import java.util.stream.Collectors;

/** A step in LaTeX: each line of the rule and, below it, the line in numbers. */
final class LatexText {
    private LatexText() {
    }

    static String of(Told told) {
        List<StepExplanation.Line> lines = told.box().explanation().map(StepExplanation::lines).orElse(List.of());
        if (lines.isEmpty()) {
            return "\\Delta\\theta = " + Latex.number(told.box().change());
        }
        return lines.stream().map(line -> "  " + line.latexFormula()
                .replaceFirst("\\\\leftarrow", "&\\\\leftarrow") + " \\\\\n  &= " + line.latexNumbers())
                .collect(Collectors.joining(" \\\\\n", "\\begin{aligned}\n", "\n\\end{aligned}"));
    }
}
