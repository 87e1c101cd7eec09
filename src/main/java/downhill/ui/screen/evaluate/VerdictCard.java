package downhill.ui.screen.evaluate;

import downhill.study.Doubts;
import downhill.study.Tuned;
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
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
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
        List<Node> content = new ArrayList<>(List.of(sentence, more, old));
        doubts(state).forEach(words -> content.add(doubt(words)));
        content.addAll(List.of(Rows.divider(), how));
        card.setContent(content.toArray(Node[]::new));
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static Node doubt(String words) {
        Label label = Labels.plain(words, "warning-text", "verdict-doubt");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** What the verdict is made of. */
    static String how(EvaluationState state) {
        String margin = MethodWords.rounded(state.verdict().verdict().margin());
        boolean whole = state.done() == state.folds();
        String tests = whole ? Messages.text("evaluate.how", Numbers.count(state.done()), margin)
                : Messages.text("evaluate.how.part", Numbers.count(state.done()), Numbers.count(state.folds()), margin);
        Tuned tuned = state.finished().tuned();
        return tuned.trials() == 0 ? tests : tests + "\n" + Messages.text("evaluate.how.nested",
                Numbers.count(tuned.trials()));
    }

    /** All of it, line by line. */
    static String spoken(EvaluationState state) {
        List<String> lines = new ArrayList<>(List.of(Spoken.text(state.verdict().sentence())));
        lines.addAll(doubts(state));
        lines.add(how(state));
        return String.join("\n", lines);
    }

    /** What a person should know before the verdict is believed. */
    static List<String> doubts(EvaluationState state) {
        return new Doubts(state.hearing().experiment(), state.verdict().verdict(), state.finished().tuned()).alarms().stream()
                .map(Spoken::text).toList();
    }

    void dispose() {
        attached.dispose();
    }
}
