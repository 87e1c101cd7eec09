package downhill.ui.screen.evaluate;

import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The verdict in words, and what it is made of. */
final class VerdictCard {
    private final EvaluateModel model;
    private final Card card = new Card(Messages.binding("evaluate.verdict"));
    private final NamedSentence sentence = new NamedSentence();
    private final Label how = Labels.plain("", "secondary");
    private final Label old = Labels.plain("", "danger-text");
    private final Button copy;
    private final Button more;
    private final Subscriptions attached = new Subscriptions();

    /** {@code copying} puts the words on the clipboard, {@code repeating} adds the repeats that would tell. */
    VerdictCard(EvaluateModel model, Command copying, Command repeating) {
        this.model = model;
        card.setId("verdict-card");
        sentence.setId("verdict-sentence");
        old.setId("verdict-old");
        copy = CommandButton.link("evaluate.copy", copying);
        more = CommandButton.link("evaluate.more", repeating);
        more.setId("verdict-more");
        attached.bind(more.textProperty(), repeating.words());
        card.actions(copy);
        for (Label words : new Label[] {how, old}) {
            words.setWrapText(true);
            words.setMinHeight(Label.USE_PREF_SIZE);
        }
        sentence.setMinHeight(NamedSentence.USE_PREF_SIZE);
        attached.listen(model.stateProperty(), now -> refresh());
        attached.listen(model.session().experimentProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        refresh();
    }

    VBox node() {
        return card;
    }

    private void refresh() {
        EvaluationState state = model.state();
        copy.setVisible(state.verdict() != null);
        if (state.verdict() == null) {
            card.setContent(new EmptyState("evaluate.verdict.none", "evaluate.verdict.how"));
            return;
        }
        sentence.show(Spoken.text(state.verdict().sentence()), state.hearing().experiment().contenders());
        how.setText(how(state));
        old.setText(Messages.text("evaluate.outdated"));
        show(old, model.isOutdated());
        show(more, model.moreRepeats() > 0);
        card.setContent(sentence, more, old, Rows.divider(), how);
    }

    private static void show(javafx.scene.Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    /** What the verdict is made of. */
    static String how(EvaluationState state) {
        String margin = MethodWords.rounded(state.verdict().verdict().margin());
        boolean whole = state.done() == state.folds();
        return whole ? Messages.text("evaluate.how", Numbers.count(state.done()), margin)
                : Messages.text("evaluate.how.part", Numbers.count(state.done()), Numbers.count(state.folds()), margin);
    }

    void dispose() {
        attached.dispose();
    }
}
