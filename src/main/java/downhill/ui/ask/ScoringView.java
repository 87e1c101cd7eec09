package downhill.ui.ask;

import downhill.data.ImageSpec;
import downhill.data.Visible;
import downhill.ui.control.Buttons;
import downhill.ui.control.FileDrop;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.ValueSpan;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** From above to below: which row, its values, and what the models say of it; values and answers scroll apart. */
final class ScoringView {
    /** What is seen of values and of answers, however low the window is. */
    private static final double LEAST = 96;

    private final ScoringModel model;
    private final EntryForm form;
    private final PixelEditor picture;
    private final AnswersView answers = new AnswersView();
    private final PlaceWords words;
    private final Label about = paragraph("scoring-about", "secondary");
    private final Label place = paragraph("scoring-place");
    private final Label outside = paragraph("scoring-outside", "warning-text", "small");
    private final Label target = paragraph("scoring-target", "secondary", "small");
    private final Label nothing = paragraph("scoring-nothing", "secondary");
    private final VBox top = new VBox(6);
    private final WrapRow links = new WrapRow(12);
    private final VBox node;
    private RowBar bar;
    /** Rows like the one asked about; null where that is not known. */
    private int[] like;
    private List<Answer> said = List.of();

    ScoringView(ScoringModel model) {
        this.model = model;
        words = new PlaceWords(model);
        ImageSpec image = model.preprocessing().image();
        picture = model.isPicture() ? new PixelEditor(model.entries(), image.width(), image.height()) : null;
        form = picture != null ? null : new EntryForm(model.entries());
        Node entry = form != null ? form.node() : new VBox(6, picture, Rows.paragraph(Messages.binding("scoring.picture.how")));
        double least = picture == null ? LEAST : picture.getMinHeight() + 2;
        node = new VBox(8, about, top, Rows.scrolledWhole(entry, least), Rows.divider(), outside, target, nothing,
                Rows.scrolledWhole(answers.node(), LEAST), links);
        VBox.setVgrow(node, Priority.ALWAYS);
        showGiven();
    }

    private static Label paragraph(String id, String... styles) {
        Label label = Labels.plain("", styles);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    VBox node() {
        return node;
    }

    void focus() {
        if (form != null) {
            form.focus();
        } else {
            picture.requestFocus();
        }
    }

    /** A file that falls on it is handed on. */
    void onDropped(Consumer<Path> open) {
        new FileDrop(() -> false, open).install(node);
    }

    /** What else can be done, as links. */
    void link(String key, String id, Runnable action) {
        Button link = Buttons.link(key, action);
        link.setId(id);
        links.getChildren().add(link);
    }

    /** Offers the rows of the model whose values can be taken. */
    void showGiven() {
        GivenRows given = model.given();
        bar = given != null && (given.isFile() || given.examples(model.preprocessing()) > 0) ? new RowBar(model) : null;
        top.getChildren().setAll(bar == null ? List.of(place) : List.of(bar, place));
    }

    /** Takes the first of them. */
    void takeFirst() {
        if (bar != null) {
            bar.begin();
        }
    }

    /** Takes this row of the data, from 0. */
    void take(int row) {
        if (model.given() != null && model.given().isFile()) {
            model.setGiven(GivenRows.of(model.table()));
            showGiven();
        }
        if (bar != null) {
            bar.to(row);
        }
    }

    void about(String text) {
        about.setText(text);
    }

    /** Says at each value what is to be said about it. */
    void check() {
        if (form != null) {
            form.check();
        }
        if (bar != null) {
            bar.check();
        }
        long beyond = model.outside();
        String key = beyond == 1 ? "scoring.beyond.one" : "scoring.beyond";
        outside.setText(beyond == 0 ? "" : Messages.text(key, Numbers.count(beyond)));
        place(like);
    }

    /** Says where in the data such rows are; null where that is not known. */
    void place(int[] rows) {
        like = rows;
        place.setText(rows == null ? "" : words.of(rows, taken()));
        showAnswers();
    }

    private int taken() {
        return bar == null ? -1 : bar.taken();
    }

    void show(List<Answer> all) {
        said = all;
        showAnswers();
    }

    private void showAnswers() {
        double known = like == null || like.length == 0 ? Double.NaN : model.known(PlaceWords.first(like, taken()));
        answers.show(said, model.targets(), known);
        target.setText(said.isEmpty() ? "" : target(known));
    }

    private String target(double known) {
        ValueSpan span = model.targets();
        String column = model.preprocessing().target().column();
        if (span == null) {
            return Visible.text(column);
        }
        String range = Messages.text("scoring.target.range", column, model.target(span.least()), model.target(span.greatest()));
        return Double.isNaN(known) ? range : range + Messages.text("scoring.target.known", model.target(known));
    }

    /** Why there are no answers; empty where there are. */
    void nothing(String why) {
        nothing.setText(why);
    }
}
