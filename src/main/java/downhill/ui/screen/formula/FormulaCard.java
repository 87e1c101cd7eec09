package downhill.ui.screen.formula;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Card;
import downhill.ui.control.EmptyState;
import downhill.ui.control.FormulaText;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.StyleSample;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The chosen contender's rule as a formula, and its numbers to be changed at any time. */
public final class FormulaCard {
    private final FormulaModel model;
    private final Card card = new Card(Messages.binding("formula.title"));
    private final Label name = Labels.plain("", "strong");
    private final StyleSample sample = new StyleSample(0);
    private final Map<Hyperparameter, HyperparameterField> fields = new LinkedHashMap<>();
    private final Subscriptions attached = new Subscriptions();
    private String shown = "";

    /** The card of {@code session}. */
    public FormulaCard(Session session) {
        model = new FormulaModel(session);
        card.setId("formula-card");
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().contenderProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> {
            shown = "";
            refresh();
        });
        refresh();
    }

    /** The card. */
    public VBox node() {
        return card;
    }

    /** Makes it part of another card. */
    public void embed() {
        card.embed();
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
    }

    private void refresh() {
        ContenderSpec contender = model.contender().orElse(null);
        Rule rule = model.rule().orElse(null);
        if (contender == null || rule == null) {
            shown = "";
            card.setContent(new EmptyState("formula.none", "formula.none.how"));
            return;
        }
        name.setText(contender.name().equals(rule.name()) ? RuleWords.name(rule) : contender.name() + " · " + RuleWords.name(rule));
        sample.setStyleIndex(contender.style());
        String key = contender.id() + " " + rule.id() + " " + rule.text().hashCode();
        if (!key.equals(shown)) {
            shown = key;
            build(contender, rule);
        }
        fields.forEach((what, field) -> field.show(model.value(contender, what)));
    }

    private void build(ContenderSpec contender, Rule rule) {
        fields.clear();
        HBox head = new HBox(8, sample, name);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox numbers = new VBox(4);
        for (Hyperparameter what : rule.hyperparameters()) {
            HyperparameterField field = new HyperparameterField(what, model.value(contender, what),
                    value -> model.set(contender, what, value));
            fields.put(what, field);
            numbers.getChildren().add(field.node());
        }
        Label about = Messages.has(Language.ENGLISH, "rule." + rule.id()) && contender.ruleText() == null
                ? Rows.paragraph(Messages.binding("rule." + rule.id())) : Labels.plain(rule.note(), "secondary");
        about.setWrapText(true);
        Label source = Labels.plain(rule.source(), "secondary", "small");
        source.setWrapText(true);
        card.setContent(head, formula(rule), Rows.divider(), numbers, Rows.divider(), about, source);
    }

    /** With a word below where the rule is asked elsewhere than where it takes its gradients, and where it looks at whole arrays. */
    private static Node formula(Rule rule) {
        List<Node> rows = new ArrayList<>(List.of(FormulaText.of(rule)));
        if (rule.answerRow() >= 0) {
            rows.add(Rows.paragraph(Messages.binding("formula.answer", rule.answer())));
        }
        if (rule.evaluates()) {
            rows.add(Rows.paragraph(Messages.binding("formula.gradients", Math.round(rule.gradients(rule.defaults()) * 10) / 10.0)));
        }
        if (rule.looksAtArrays()) {
            boolean parts = rule.seesMatrices();
            rows.add(Rows.paragraph(Messages.binding(parts ? "formula.matrices" : "formula.vector")));
        }
        return rows.size() == 1 ? rows.get(0) : Rows.column(rows.toArray(Node[]::new));
    }

    /** Puts the formula in LaTeX on the clipboard. */
    public void copy() {
        model.rule().ifPresent(rule -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(FormulaText.latex(rule));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
