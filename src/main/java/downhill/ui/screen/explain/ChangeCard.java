package downhill.ui.screen.explain;

import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.local.Counterfactual;
import downhill.data.Visible;
import downhill.ui.command.Command;
import downhill.ui.control.Card;
import downhill.ui.control.CommandButton;
import downhill.ui.control.Labels;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Few and small changes of the row chosen that would have the model say something else. */
final class ChangeCard {
    private static final int DIGITS = 4;

    private final ExplainModel model;
    private final Label words = Labels.plain("");
    private final Card card = new Card(Messages.binding("explain.change"));
    private final WorkStrip strip;
    private final Subscriptions attached = new Subscriptions();

    /** {@code keep} asks which columns may change. */
    ChangeCard(ExplainModel model, Command keep) {
        this.model = model;
        strip = new WorkStrip(List.of(model.work().changes()));
        card.setId("explain-change");
        words.setId("explain-change-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        card.actions(CommandButton.link("explain.change.options", keep));
        card.setContent(words, strip.node());
        attached.listen(model.work().changes().answerProperty(), now -> show());
        attached.listen(model.askedProperty().map(now -> now.site()).orElse(null), now -> show());
        attached.listen(Messages.languageProperty(), now -> show());
        show();
    }

    VBox node() {
        return card;
    }

    private void show() {
        boolean images = model.askedProperty().get() != null && model.askedProperty().get().site().isOfImages();
        ChangeSet now = images || model.isUntrained() || model.askedProperty().get() == null ? null : model.work().changes().answer();
        words.getStyleClass().remove("secondary");
        if (now == null || now.found().isEmpty()) {
            words.getStyleClass().add("secondary");
            words.setText(Messages.text(nothing(images, now)));
            return;
        }
        String wished = ExplainModel.words(now.asked(), now.wished());
        String key = now.upwards() ? "explain.change.above" : "explain.change.below";
        String ways = now.found().stream().map(each -> way(now, each)).collect(Collectors.joining(Messages.text("explain.or")));
        String said = now.asked().isOfClasses() ? RowText.value(now.asked().prepared(), now.wished()) : wished;
        words.setText(Messages.text(now.asked().isOfClasses() ? "explain.change.class" : key, said, ways));
    }

    private static String nothing(boolean images, ChangeSet now) {
        if (images) {
            return "explain.image.change";
        }
        return now == null ? "explain.change.empty" : "explain.change.none";
    }

    private static String way(ChangeSet set, Counterfactual one) {
        String changes = one.changes().stream().map(change -> {
            RawField field = set.fields().list().get(change.field());
            return Visible.line(field.name()) + " " + value(field, change.from()) + " → " + value(field, change.to());
        }).collect(Collectors.joining(Messages.text("explain.and")));
        return set.asked().isOfClasses() ? Messages.text("explain.change.to", changes,
                RowText.value(set.asked().prepared(), Asked.most(one.answer()))) : changes;
    }

    private static String value(RawField field, double value) {
        if (field.isLabels() || field.isDate()) {
            String text = field.text(value);
            return text == null ? "–" : Visible.line(text);
        }
        return Numbers.significant(value, DIGITS);
    }

    /** Once a frame. */
    void frame() {
        strip.frame();
    }

    void dispose() {
        attached.dispose();
    }
}
