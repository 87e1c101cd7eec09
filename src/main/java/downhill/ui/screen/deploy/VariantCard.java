package downhill.ui.screen.deploy;

import downhill.analysis.score.ScoreMetric;
import downhill.compress.Smaller;
import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.ValueRow;
import downhill.ui.control.WrapRow;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form that is chosen: what it costs beside the whole model, what it is worth, and what can be done with it. */
final class VariantCard {
    private final DeployModel model;
    private final Card card = new Card(Messages.binding("deploy.variant"));
    private final WrapRow actions = new WrapRow(8);
    private final Subscriptions attached = new Subscriptions();

    VariantCard(DeployModel model, Command save, Command race) {
        this.model = model;
        card.setId("deploy-variant");
        actions.getChildren().addAll(button("deploy.save.short", "deploy-save", save), button("deploy.race.short", "deploy-race", race));
        attached.listen(model.baseProperty(), now -> show());
        attached.listen(model.madeProperty(), now -> show());
        attached.listen(model.chosenProperty(), now -> show());
        attached.listen(model.metricProperty(), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    private static Button button(String key, String id, Command command) {
        Button button = CommandButton.ghost(key, command);
        button.setId(id);
        return button;
    }

    Card node() {
        return card;
    }

    private void show() {
        Form form = model.form().orElse(null);
        if (form == null) {
            card.setContent(Rows.paragraph(Messages.binding("deploy.variant.none")));
            return;
        }
        Form whole = model.forms().get(0);
        List<Node> rows = new ArrayList<>();
        Label name = Labels.plain(FormWords.name(form.wish()), "strong");
        name.setId("deploy-variant-name");
        name.setWrapText(true);
        rows.add(name);
        rows.add(new VBox(row("deploy.variant.size", size(form, whole)), row("deploy.variant.weights", weights(form)),
                row("deploy.variant.alone", times(form, whole, true)), row("deploy.variant.together", times(form, whole, false)),
                new ValueRow(new SimpleStringProperty(Spoken.text(model.metric().said()))).value(score(form, whole))));
        rows.add(Rows.divider());
        Label verdict = Labels.plain(verdict(form, whole), "secondary");
        verdict.setId("deploy-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        rows.add(verdict);
        rows.add(actions);
        card.setContent(rows.toArray(Node[]::new));
    }

    private static ValueRow row(String key, String value) {
        return new ValueRow(Messages.binding(key)).value(value);
    }

    private static String size(Form form, Form whole) {
        String bytes = FormWords.bytes(form.bytes());
        double times = (double) whole.bytes() / form.bytes();
        if (form == whole) {
            return bytes;
        }
        String key = times >= 1 ? "deploy.variant.smaller" : "deploy.variant.larger";
        return Messages.text(key, bytes, Numbers.significant(Math.max(times, 1 / times), 2));
    }

    private static String weights(Form form) {
        long kept = FormWords.nonZero(form.model());
        int all = form.model().parameters().length;
        return kept == all ? Numbers.count(all) : Messages.text("deploy.variant.kept", Numbers.count(kept), Numbers.count(all));
    }

    private static String times(Form form, Form whole, boolean alone) {
        if (form.times() == null) {
            return "–";
        }
        double now = alone ? form.times().alone() : form.times().together();
        double was = alone ? whole.times().alone() : whole.times().together();
        return form == whole ? FormWords.micros(now)
                : Messages.text("deploy.variant.was", FormWords.micros(now), Numbers.significant(was, 2));
    }

    private String score(Form form, Form whole) {
        ScoreMetric metric = model.metric();
        String now = FormWords.score(form.value(metric));
        return form == whole ? now : Messages.text("deploy.variant.was", now, FormWords.score(whole.value(metric)));
    }

    private String verdict(Form form, Form whole) {
        ScoreMetric metric = model.metric();
        Smaller worth = form.worth().get(metric);
        if (worth == null) {
            return Messages.text("deploy.variant.unmeasured");
        }
        String rows = Messages.text(model.told().holdsOut() ? "deploy.judged" : "deploy.judged.training",
                Numbers.count(model.told().judging().count()));
        String said = form == whole ? Messages.text("deploy.variant.whole", FormWords.score(worth.estimate().low()),
                FormWords.score(worth.estimate().high())) : Spoken.text(worth.verdict(metric, whole.value(metric)));
        String numbers = form.model().model().quantisation() == null ? "" : Messages.text("deploy.variant.numbers");
        return String.join(" ", List.of(said, rows, numbers)).strip();
    }

    void dispose() {
        attached.dispose();
    }
}
