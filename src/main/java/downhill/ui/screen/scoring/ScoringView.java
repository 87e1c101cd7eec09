package downhill.ui.screen.scoring;

import downhill.data.ImageSpec;
import downhill.ui.control.Buttons;
import downhill.ui.control.FileDrop;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The form at the left, the answers at the right. */
final class ScoringView {
    static final double WIDTH = 860;
    private static final double FORM = 440;
    private static final double HEIGHT = 380;

    private final ScoringModel model;
    private final EntryForm form;
    private final PixelEditor picture;
    private final AnswersView answers = new AnswersView();
    private final Label nothing = Rows.paragraph(Messages.binding("scoring.nothing"));
    private final VBox left = new VBox(8);
    private final VBox node;

    ScoringView(ScoringModel model, ObservableValue<String> about, Runnable changed) {
        this.model = model;
        ImageSpec image = model.preprocessing().image();
        picture = model.isPicture() ? new PixelEditor(model.entries(), image.width(), image.height(), changed) : null;
        form = picture != null ? null : new EntryForm(model.entries(), changed);
        ScrollPane right = Rows.scrolled(new VBox(8, nothing, answers.node()));
        right.setPrefHeight(HEIGHT);
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setMinWidth(FORM);
        left.setPrefWidth(FORM);
        node = new VBox(12, Rows.paragraph(about), new HBox(24, left, right));
        showGiven();
        nothing.visibleProperty().bind(javafx.beans.binding.Bindings.isEmpty(answers.node().getChildren()));
        nothing.managedProperty().bind(nothing.visibleProperty());
    }

    VBox node() {
        return node;
    }

    /** A file that falls on the form is handed on. */
    void onDropped(Consumer<Path> open) {
        new FileDrop(() -> false, open).install(node);
    }

    Node[] actions(Runnable rows, Runnable open, Runnable save, Runnable close) {
        return new Node[] {button("scoring.rows", "scoring-rows", rows), button("scoring.open", "scoring-open", open),
            button("scoring.save", "scoring-save", save), Rows.space(), Buttons.ghost("scoring.close", close)};
    }

    private static Button button(String key, String id, Runnable action) {
        Button button = Buttons.ghost(key, action);
        button.setId(id);
        return button;
    }

    /** Offers the rows of the model whose values can be taken, and takes the first. */
    void showGiven() {
        GivenRows given = model.given();
        boolean any = given != null && (given.isFile() || given.examples(model.preprocessing()) > 0);
        Node entry = form != null ? form.node() : new VBox(6, picture, Rows.paragraph(Messages.binding("scoring.picture.how")));
        ScrollPane scroll = Rows.scrolled(entry);
        scroll.setPrefHeight(HEIGHT - (any ? 40 : 0));
        left.getChildren().setAll(scroll);
        if (any) {
            left.getChildren().add(new RowBar(model));
        }
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
