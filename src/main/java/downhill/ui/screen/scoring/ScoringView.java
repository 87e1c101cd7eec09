package downhill.ui.screen.scoring;

import downhill.data.ImageSpec;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The form at the left, the answers at the right. */
final class ScoringView {
    static final double WIDTH = 860;
    private static final double FORM = 440;
    private static final double HEIGHT = 380;

    private final ScoringModel model;
    private final EntryForm form;
    private final PixelEditor picture;
    private final AnswersView answers = new AnswersView();
    private final Label actual = Labels.plain("", "secondary");
    private final Label nothing = Rows.paragraph(Messages.binding("scoring.nothing"));
    private final NumberField row;
    private final VBox node;

    ScoringView(ScoringModel model, ObservableValue<String> about, Runnable changed) {
        this.model = model;
        ImageSpec image = model.preprocessing().image();
        picture = model.isPicture() ? new PixelEditor(model.entries(), image.width(), image.height(), changed) : null;
        form = picture != null ? null : new EntryForm(model.entries(), changed);
        row = Whole.of(Messages.binding("scoring.row"), 1, Math.max(1, model.examples()), 1);
        row.setId("scoring-row");
        row.setPrefWidth(72);
        row.valueProperty().addListener((source, old, now) -> take());
        ScrollPane right = Rows.scrolled(new VBox(8, nothing, answers.node()));
        right.setPrefHeight(HEIGHT);
        HBox.setHgrow(right, Priority.ALWAYS);
        node = new VBox(12, Rows.paragraph(about), new HBox(24, left(), right));
        if (model.examples() > 0) {
            take();
        }
        nothing.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(answers.node().getChildren()));
        nothing.managedProperty().bind(nothing.visibleProperty());
    }

    VBox node() {
        return node;
    }

    Node[] actions(Runnable open, Runnable save, Runnable close) {
        Button opening = Buttons.ghost("scoring.open", open);
        opening.setId("scoring-open");
        Button saving = Buttons.ghost("scoring.save", save);
        saving.setId("scoring-save");
        return new Node[] {opening, saving, Rows.space(), Buttons.ghost("scoring.close", close)};
    }

    private VBox left() {
        Node entry = form != null ? form.node() : new VBox(6, picture, Rows.paragraph(Messages.binding("scoring.picture.how")));
        ScrollPane scroll = Rows.scrolled(entry);
        scroll.setPrefHeight(HEIGHT - (model.examples() > 0 ? 40 : 0));
        VBox left = new VBox(8, scroll);
        if (model.examples() > 0) {
            left.getChildren().addAll(examples(), row.problemLabel());
        }
        left.setMinWidth(FORM);
        left.setPrefWidth(FORM);
        return left;
    }

    private HBox examples() {
        Button back = Buttons.icon(Feather.CHEVRON_LEFT, "scoring.previous", () -> go(-1));
        Button on = Buttons.icon(Feather.CHEVRON_RIGHT, "scoring.next", () -> go(1));
        back.setId("scoring-previous");
        on.setId("scoring-next");
        actual.setId("scoring-actual");
        Labels.shortened(actual);
        Label words = Labels.secondary(model.preprocessing().sequence() == null ? "scoring.from" : "scoring.from.window");
        words.setMinWidth(Label.USE_PREF_SIZE);
        HBox box = new HBox(6, words, back, row, on, actual);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void go(int step) {
        double next = row.valueProperty().get() + step;
        double wrapped = next < 1 ? model.examples() : next > model.examples() ? 1 : next;
        if (wrapped == row.valueProperty().get()) {
            take();
        }
        row.valueProperty().set(wrapped);
    }

    private void take() {
        int first = (int) row.valueProperty().get() - 1;
        model.take(first);
        actual.setText(model.actual(first).map(text -> Messages.text("scoring.actual", model.preprocessing().target().column(), shown(text))).orElse(""));
    }

    private static String shown(String text) {
        double number = Numbers.parse(text);
        return Double.isNaN(number) ? text : Numbers.plain(number);
    }

    void check() {
        if (form != null) {
            form.check();
        }
    }

    void show(List<Answer> said) {
        answers.show(said);
    }
}
