package downhill.ui.screen.contenders;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.ui.control.FormulaText;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.RuleWords;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** All that a rule is: what it does in a sentence, its whole formula, its numbers with their defaults, and where it comes from. */
final class RuleSheet {
    private final VBox content = new VBox(8);
    private final ScrollPane pane = Rows.scrolled(content);

    RuleSheet() {
        pane.setId("rule-sheet");
        pane.accessibleTextProperty().bind(Messages.binding("contenders.add.rule"));
    }

    Node node() {
        return pane;
    }

    /** Shows another; nothing where it is null. */
    void show(Rule rule) {
        content.getChildren().setAll(rule == null ? List.of() : parts(rule));
        pane.setVvalue(0);
    }

    private static List<Node> parts(Rule rule) {
        List<Node> parts = new ArrayList<>(List.of(Labels.plain(RuleWords.name(rule), "strong"),
                wrapped(RuleWords.about(rule), "secondary")));
        parts.add(rule.update().isEmpty() ? wrapped(rule.text(), "formula") : FormulaText.of(rule));
        if (rule.answerRow() >= 0) {
            parts.add(wrapped(Messages.text("formula.answer", rule.answer()), "secondary"));
        }
        parts.add(Rows.divider());
        rule.hyperparameters().forEach(one -> parts.add(number(one)));
        parts.add(Rows.divider());
        for (String words : List.of(rule.source(), rule.note())) {
            if (!words.isEmpty() && !words.equals(RuleWords.about(rule))) {
                parts.add(wrapped(words, "secondary", "small"));
            }
        }
        return parts;
    }

    private static Label number(Hyperparameter one) {
        return wrapped(Messages.text("contenders.add.number", one.symbol(), RuleWords.name(one), Numbers.plain(one.defaultValue())));
    }

    private static Label wrapped(String words, String... styles) {
        Label label = Labels.plain(words, styles);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
