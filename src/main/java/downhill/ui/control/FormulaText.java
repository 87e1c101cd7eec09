package downhill.ui.control;

import downhill.expr.Latex;
import downhill.expr.Printer;
import downhill.optim.Rule;
import downhill.optim.WrittenUpdate;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A rule's lines in a serif italic; names of functions and figures stand upright, exponents stand high, as in print. */
public final class FormulaText {
    private static final double RAISED = -5;
    /** Of a line in a part of the update. */
    private static final double INDENT = 16;

    private enum Kind { UPRIGHT, SLANTED, RAISED }

    private final TextFlow flow = new TextFlow();
    private final StringBuilder run = new StringBuilder();
    private Kind kind = Kind.UPRIGHT;

    private FormulaText() {
    }

    /** The lines of {@code rule}'s update. */
    public static VBox of(Rule rule) {
        VBox lines = new VBox(4);
        for (WrittenUpdate.Row row : WrittenUpdate.of(rule)) {
            String text = row.opens() ? row.words() : Printer.print(row.line());
            FormulaText formula = new FormulaText();
            formula.flow.setPadding(new Insets(0, 0, 0, row.depth() * INDENT));
            formula.read(text);
            formula.flow.setAccessibleText(text);
            lines.getChildren().add(formula.flow);
        }
        lines.setAccessibleText(Messages.text("formula.read", RuleWords.name(rule)));
        return lines;
    }

    /** A formula within a text, in pieces. */
    public static List<Text> pieces(String text) {
        FormulaText formula = new FormulaText();
        formula.read(text);
        List<Text> pieces = formula.flow.getChildren().stream().map(Text.class::cast).toList();
        formula.flow.getChildren().clear();
        return pieces;
    }

    /** The lines in LaTeX, what opens a part in words. */
    public static String latex(Rule rule) {
        return WrittenUpdate.of(rule).stream().map(row -> "\\quad ".repeat(row.depth())
                + (row.opens() ? "\\text{" + row.words() + "}" : Latex.of(row.line())))
                .collect(Collectors.joining(" \\\\\n"));
    }

    private void read(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '^' && at + 1 < text.length() && text.charAt(at + 1) != '(') {
                end(Kind.RAISED);
            } else if (kind == Kind.RAISED && Character.isLetterOrDigit(c)) {
                run.append(c);
            } else {
                Kind next = isLetter(c) ? Kind.SLANTED : Kind.UPRIGHT;
                if (next != kind) {
                    end(next);
                }
                run.append(c);
            }
        }
        end(Kind.UPRIGHT);
    }

    private void end(Kind next) {
        if (!run.isEmpty()) {
            flow.getChildren().add(piece(run.toString()));
            run.setLength(0);
        }
        kind = next;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) && Character.getType(c) != Character.MODIFIER_LETTER
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private Text piece(String words) {
        boolean function = kind == Kind.SLANTED && words.length() > 1;
        Text text = new Text(words);
        text.getStyleClass().addAll("formula", kind == Kind.UPRIGHT || function ? "upright" : "slanted");
        if (kind == Kind.RAISED) {
            text.getStyleClass().add("raised");
            text.setTranslateY(RAISED);
        }
        return text;
    }
}
