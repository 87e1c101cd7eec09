package downhill.ui.ask;

import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Goes through the rows whose values can be taken: those of the data, all or of one part of them, or those of a file, with what is to be
 * said about it. FX thread.
 */
final class RowBar extends VBox {
    private static final int MOST_REMARKS = 4;

    /** Which rows of the data the arrows lead to. */
    enum Which {
        ANY(null), TRAINING(SameRows.Part.TRAINING), VALIDATION(SameRows.Part.VALIDATION);

        private final SameRows.Part part;

        Which(SameRows.Part part) {
            this.part = part;
        }
    }

    private final ScoringModel model;
    private final GivenRows given;
    private final int examples;
    private final NumberField row;
    private final Choice<Which> which;
    /** Held here, since the language itself holds nobody. */
    private final ObservableValue<String> about;
    private final Retold target = new Retold(this, "target");
    private long taken = -1;

    /** With nothing taken yet. */
    RowBar(ScoringModel model) {
        super(4);
        this.model = model;
        this.given = model.given();
        this.examples = given.examples(model.preprocessing());
        row = Whole.of(Messages.binding("scoring.row"), 1, Math.max(1, examples), 1);
        row.setId("scoring-row");
        row.setPrefWidth(64);
        row.valueProperty().addListener((source, old, now) -> take());
        which = new Choice<Which>(Messages.binding("scoring.which"), offered(), this::words).start(Which.ANY, this::choose);
        which.setId("scoring-which");
        Label remarks = Labels.plain("", "secondary", "small");
        remarks.setId("scoring-file");
        remarks.setWrapText(true);
        remarks.setMinHeight(USE_PREF_SIZE);
        about = Messages.following(this::remarks); // a mapped value would be held by the language
        remarks.textProperty().bind(about);
        getChildren().addAll(bar(), row.problemLabel());
        if (given.isFile()) {
            Label actual = Labels.shortened(Labels.styled(Labels.bound(target.textProperty()), "secondary"));
            actual.setId("scoring-actual");
            getChildren().addAll(remarks, actual);
        }
    }

    /** Takes the row that is shown; what was typed before it goes. */
    void begin() {
        if (examples > 0) {
            take();
        }
    }

    /** The row of the data that is shown, from 0, as long as no value of it was changed; −1 where there is none. */
    int taken() {
        return !given.isFile() && taken == model.revision() ? first() : -1;
    }

    /** What the file says of a row is of that row only: no longer shown where a value of it was changed. */
    void check() {
        if (taken != model.revision()) {
            target.clear();
        }
    }

    /** To a row of the data, from 0; of a series, to the window that begins there, or the last. */
    void to(int wanted) {
        int next = Math.min(wanted, examples - 1);
        if (!leadsTo(next)) {
            which.setValue(Which.ANY);
        }
        if (next == first()) {
            take();
        }
        row.valueProperty().set(next + 1);
    }

    private int first() {
        return (int) row.valueProperty().get() - 1;
    }

    private HBox bar() {
        Button back = Buttons.icon(Feather.CHEVRON_LEFT, "scoring.previous", () -> go(-1));
        Button on = Buttons.icon(Feather.CHEVRON_RIGHT, "scoring.next", () -> go(1));
        back.setId("scoring-previous");
        on.setId("scoring-next");
        HBox box = new HBox(6, whose(), back, row, on);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setDisable(examples == 0);
        return box;
    }

    private Node whose() {
        if (!given.isFile()) {
            return which;
        }
        Label words = Labels.secondary(isSeries() ? "scoring.file.window" : "scoring.file");
        words.setMinWidth(Label.USE_PREF_SIZE);
        return words;
    }

    private boolean isSeries() {
        return model.preprocessing().sequence() != null;
    }

    private List<Which> offered() {
        List<Which> all = new ArrayList<>(List.of(Which.ANY));
        Stream.of(Which.TRAINING, Which.VALIDATION).filter(one -> model.rows() != null && model.rows().has(one.part)).forEach(all::add);
        return all;
    }

    private String words(Which one) {
        return Messages.text((isSeries() ? "scoring.which.window." : "scoring.which.") + one.name().toLowerCase(Locale.ROOT));
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

    private boolean leadsTo(int row0) {
        SameRows.Part part = which.getValue().part;
        return part == null || given.isFile() || model.rows().part(row0) == part;
    }

    /** From a row of another part to the next of this one. */
    private void choose(Which chosen) {
        if (!leadsTo(first())) {
            go(1);
        }
    }

    private void go(int step) {
        int next = first();
        do {
            next = Math.floorMod(next + step, examples);
        } while (!leadsTo(next));
        if (next == first()) {
            take();
        }
        row.valueProperty().set(next + 1);
    }

    private void take() {
        int first = first();
        model.take(first);
        taken = model.revision();
        target.say(() -> given.actual(model.preprocessing(), first)
                .map(text -> Messages.text("scoring.actual", model.preprocessing().target().column(), text)).orElse(""));
    }
}
