package downhill.ui.screen.explain;

import downhill.analysis.explain.tree.TreeCondition;
import downhill.analysis.explain.tree.TreeRule;
import downhill.data.Visible;
import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.WholeLines;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** What the model says, as a few rules, and how far they can be believed. That of the row chosen is marked. */
final class RulesCard {
    private static final double LEAST = 90;

    private final ExplainModel model;
    private final WholeLines rules = new WholeLines(6, LEAST, more -> Messages.text("explain.rules.more", Numbers.count(more)));
    private final Label words = Labels.plain("", "secondary");
    private final Card card = new Card(Messages.binding("explain.rules"));
    private final WorkStrip strip;
    private final Subscriptions attached = new Subscriptions();

    /** {@code whole} opens all of the tree. */
    RulesCard(ExplainModel model, Command whole) {
        this.model = model;
        strip = new WorkStrip(List.of(model.work().rules()));
        card.setId("explain-rules-card");
        words.setId("explain-rules-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        card.actions(CommandButton.link("explain.rules.tree", whole));
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(rules, Priority.ALWAYS);
        Node divider = Rows.divider();
        List.of(rules, divider).forEach(each -> {
            each.visibleProperty().bind(rules.anyProperty());
            each.managedProperty().bind(rules.anyProperty());
        });
        card.setContent(rules, divider, words, strip.node());
        attached.listen(model.work().rules().answerProperty(), now -> show());
        attached.listen(model.work().probe().answerProperty(), now -> show());
        attached.listen(model.askedProperty().map(now -> now.site()).orElse(null), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    VBox node() {
        return card;
    }

    private void show() {
        boolean images = model.askedProperty().get() != null && model.askedProperty().get().site().isOfImages();
        RuleSet now = images || model.isUntrained() ? null : model.work().rules().answer();
        if (now == null || now.tree() == null) {
            rules.show(List.of(), -1);
            String none = Messages.text(images ? "explain.image.rules" : "explain.rules.empty");
            words.setText(now == null ? none : Spoken.text(now.refused()));
            return;
        }
        Probe probe = model.work().probe().answer();
        int own = probe == null || probe.asked().site() != now.asked().site() ? -1 : now.of(probe.row());
        rules.show(IntStream.range(0, now.rules().size()).mapToObj(i -> line(now, now.rules().get(i), i == own)).toList(), own);
        double unseen = now.tree().own().unseen();
        String key = now.asked().isOfClasses() ? "explain.rules.share" : "explain.rules.r2";
        String good = now.asked().isOfClasses() ? Numbers.percent(Numbers.fixed(100 * unseen, 0)) : Numbers.fixed(unseen, 2);
        words.setText(Messages.text(key, Numbers.count(now.tree().tree().leaves()), good));
    }

    private static TextFlow line(RuleSet set, TreeRule rule, boolean own) {
        Text when = text(Messages.text("explain.rules.if", conditions(rule)) + " ", "words");
        if (!own) {
            when.getStyleClass().add("secondary");
        }
        Text then = text(said(set, rule), "words", "strong");
        TextFlow line = new TextFlow(when, then);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.setAccessibleText(when.getText() + then.getText());
        return line;
    }

    private static Text text(String words, String... styles) {
        Text text = new Text(words);
        text.getStyleClass().addAll(styles);
        return text;
    }

    static String conditions(TreeRule rule) {
        return rule.conditions().isEmpty() ? Messages.text("explain.rules.any")
                : rule.conditions().stream().map(TreeCondition::text).map(Visible::line)
                        .collect(Collectors.joining(Messages.text("explain.and")));
    }

    static String said(RuleSet set, TreeRule rule) {
        return set.asked().isOfClasses() ? Visible.line(set.tree().said(rule.leaf()))
                : RowText.value(set.asked().prepared(), rule.leaf().mean()[0]);
    }

    /** Once a frame. */
    void frame() {
        strip.frame();
    }

    void dispose() {
        attached.dispose();
    }

    /** All rules as lines, for a sheet. */
    static String text(RuleSet set) {
        return set.rules().stream().map(rule -> Messages.text("explain.rules.if", conditions(rule)) + " " + said(set, rule))
                .collect(Collectors.joining("\n"));
    }

    /** For tests. */
    List<String> lines() {
        return rules.lines().stream().map(Node::getAccessibleText).toList();
    }
}
