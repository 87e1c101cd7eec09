package downhill.ui.screen.formula;

import downhill.expr.Assignment;
import downhill.expr.Printer;
import downhill.optim.Rule;
import downhill.ui.i18n.Messages;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A rule's lines in a serif italic; names of functions and figures stand upright, as in print. */
final class FormulaText {
    private FormulaText() {
    }

    static VBox of(Rule rule) {
        VBox lines = new VBox(4);
        for (Assignment line : rule.update()) {
            lines.getChildren().add(line(Printer.print(line)));
        }
        lines.setAccessibleText(Messages.text("formula.read", rule.name()));
        return lines;
    }

    private static TextFlow line(String text) {
        TextFlow flow = new TextFlow();
        StringBuilder run = new StringBuilder();
        boolean slanted = false;
        for (int at = 0; at < text.length(); at++) {
            boolean letter = Character.isLetter(text.charAt(at)) || isCombining(text.charAt(at));
            if (letter != slanted && !run.isEmpty()) {
                flow.getChildren().add(piece(run.toString(), slanted));
                run.setLength(0);
            }
            slanted = letter;
            run.append(text.charAt(at));
        }
        flow.getChildren().add(piece(run.toString(), slanted));
        flow.setAccessibleText(text);
        return flow;
    }

    private static boolean isCombining(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static Text piece(String words, boolean slanted) {
        boolean function = slanted && words.length() > 1;
        Text text = new Text(words);
        text.getStyleClass().addAll("formula", slanted && !function ? "slanted" : "upright");
        return text;
    }
}
