package downhill.ui.screen.scoring;

import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Steps through the rows whose values can be taken, with what their target is and what is to be said about their file. */
final class RowBar extends VBox {
    private static final int MOST_REMARKS = 4;

    private final ScoringModel model;
    private final GivenRows given;
    private final int examples;
    private final NumberField row;
    private final Retold target = new Retold(this, "target");
    private final Label actual = Labels.styled(Labels.bound(target.textProperty()), "secondary");
    /** Held here, since the language itself holds nobody. */
    private final ObservableValue<String> about;

    RowBar(ScoringModel model) {
        super(8);
        this.model = model;
        this.given = model.given();
        this.examples = given.examples(model.preprocessing());
        row = Whole.of(Messages.binding("scoring.row"), 1, Math.max(1, examples), 1);
        row.setId("scoring-row");
        row.setPrefWidth(72);
        row.valueProperty().addListener((source, old, now) -> take());
        Label remarks = Labels.plain("", "secondary", "small");
        remarks.setId("scoring-file");
        remarks.setWrapText(true);
        remarks.setMinHeight(USE_PREF_SIZE);
        about = Messages.following(this::remarks); // a mapped value would be held by the language
        remarks.textProperty().bind(about);
        getChildren().addAll(bar(), row.problemLabel());
        if (given.isFile()) {
            getChildren().add(remarks);
        }
        if (examples > 0) {
            take();
        }
    }

    private HBox bar() {
        Button back = Buttons.icon(Feather.CHEVRON_LEFT, "scoring.previous", () -> go(-1));
        Button on = Buttons.icon(Feather.CHEVRON_RIGHT, "scoring.next", () -> go(1));
        back.setId("scoring-previous");
        on.setId("scoring-next");
        actual.setId("scoring-actual");
        Labels.shortened(actual);
        Label words = Labels.secondary(words(model.preprocessing().sequence() != null));
        words.setMinWidth(Label.USE_PREF_SIZE);
        HBox box = new HBox(6, words, back, row, on, actual);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setDisable(examples == 0);
        return box;
    }

    private String words(boolean series) {
        if (given.isFile()) {
            return series ? "scoring.file.window" : "scoring.file";
        }
        return series ? "scoring.from.window" : "scoring.from";
    }

    private String remarks() {
        Stream<String> left = given.left() == 0 ? Stream.of() : Stream.of(Messages.text("scoring.file.left", Numbers.count(given.left())));
        List<String> all = Stream.concat(given.remarks().stream().map(Spoken::text), left).toList();
        long more = all.size() - MOST_REMARKS;
        String said = all.stream().limit(MOST_REMARKS).collect(Collectors.joining("\n"));
        String count = Messages.text("scoring.file.rows", given.file(), Numbers.count(given.table().rows()));
        String few = examples > 0 ? "" : "\n" + Messages.text("scoring.file.few");
        return count + few + (said.isEmpty() ? "" : "\n" + said)
                + (more > 0 ? "\n" + Messages.text("scoring.file.more", Numbers.count(more)) : "");
    }

    private void go(int step) {
        double next = row.valueProperty().get() + step;
        double within = next > examples ? 1 : next;
        double wrapped = next < 1 ? examples : within;
        if (wrapped == row.valueProperty().get()) {
            take();
        }
        row.valueProperty().set(wrapped);
    }

    private void take() {
        int first = (int) row.valueProperty().get() - 1;
        model.take(first);
        target.say(() -> given.actual(model.preprocessing(), first)
                .map(text -> Messages.text("scoring.actual", model.preprocessing().target().column(), text)).orElse(""));
    }
}
