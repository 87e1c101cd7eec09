package downhill.ui.screen.contenders;

import downhill.expr.Printer;
import downhill.optim.Rule;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** All rules with a sentence about each; choosing one is a click or Enter. */
final class RulePicker {
    private static final double WIDTH = 660;

    private final VBox list = new VBox(4);

    RulePicker(ContendersModel model, Consumer<Rule> chosen) {
        for (Rule rule : model.session().rules().all()) {
            list.getChildren().add(entry(rule, chosen));
        }
    }

    VBox node() {
        return list;
    }

    /** The line that moves the parameters. */
    private static String step(Rule rule) {
        return rule.update().stream().filter(line -> line.target().equals(Rule.PARAMETERS)).reduce((first, last) -> last).map(Printer::print).orElse("");
    }

    private static Button entry(Rule rule, Consumer<Rule> chosen) {
        Label about = Labels.styled(Labels.bound(Messages.binding("rule." + rule.id())), "secondary");
        about.setWrapText(true);
        about.setMinWidth(WIDTH); // a button asks for the height at no width at all
        about.setPrefWidth(WIDTH);
        Label formula = Labels.plain(step(rule), "math");
        formula.setMaxWidth(WIDTH);
        VBox words = new VBox(2, Labels.plain(RuleWords.name(rule), "strong"), about, formula);
        Button button = new Button("", words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("list-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(RuleWords.name(rule));
        button.setOnAction(event -> chosen.accept(rule));
        return button;
    }
}
