package downhill.ui.screen.deploy;

import downhill.store.ExportProof;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One form in which the model is taken away: what it is, how large, what must be known before, and its proof once it is saved. */
final class AwayRow {
    private static final int DIGITS = 2;
    private static final int COLUMNS = 5;

    private final AwayKind kind;
    private final Label name;
    private final Label what = Labels.plain("", "secondary");
    private final Label size = Labels.plain("");
    private final Label proof = Labels.plain("");
    private final Button save;
    private final Label lacks = words("secondary", "small");
    private final Label told = words("small");

    AwayRow(AwayKind kind, Consumer<AwayKind> save) {
        this.kind = kind;
        name = Labels.styled(Labels.of("deploy.away." + kind.id()), "strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        what.textProperty().bind(Messages.binding("deploy.away." + kind.id() + ".what"));
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        size.setMinWidth(Region.USE_PREF_SIZE);
        proof.setMinWidth(Region.USE_PREF_SIZE);
        proof.setId("deploy-proof-" + kind.id());
        told.setId("deploy-told-" + kind.id());
        this.save = Buttons.ghost("deploy.away.save", () -> save.accept(kind));
        this.save.setId("deploy-away-" + kind.id());
        this.save.accessibleTextProperty().bind(Messages.binding("deploy.away.save.of", name.textProperty()));
    }

    private static Label words(String... styles) {
        Label label = Labels.plain("", styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    /** Puts itself into two lines of a table that begin at {@code line}. */
    void into(GridPane table, int line) {
        table.addRow(line, name, what, size, proof, save);
        for (Region each : List.of(name, what, size, proof, save)) {
            GridPane.setValignment(each, VPos.CENTER);
        }
        GridPane.setHalignment(size, HPos.RIGHT);
        GridPane.setHalignment(proof, HPos.RIGHT);
        VBox below = new VBox(2, lacks, told);
        below.managedProperty().bind(lacks.managedProperty().or(told.managedProperty()));
        table.add(below, 1, line + 1, COLUMNS - 1, 1);
    }

    /** What it would be; null while that is not known. */
    void show(AwayDraft draft) {
        size.setText(draft == null || draft.bytes() < 0 ? "–" : FormWords.bytes(draft.bytes()));
        save.setDisable(draft == null || !draft.isPossible());
        List<String> known = new ArrayList<>();
        if (draft != null && !draft.isPossible()) {
            known.add(Spoken.text(draft.problem()));
        }
        if (draft != null) {
            draft.lacks().forEach(each -> known.add(Spoken.text(each).replace("**", "")));
        }
        lacks.setText(String.join(" ", known));
    }

    /** It is being written and asked. */
    void showBusy() {
        proof.getStyleClass().setAll("label", "secondary");
        proof.setText(Messages.text("deploy.away.busy"));
        told.setText("");
    }

    /** What came of it; null where it has not been saved. */
    void show(AwayProof done) {
        String sentence = done == null ? "" : sentence(done);
        ExportProof asked = done == null ? null : done.proof();
        proof.getStyleClass().setAll("label", asked == null || asked.good() ? "secondary" : "invalid-note");
        proof.setText(done == null ? "" : brief(asked));
        told.getStyleClass().setAll("label", "small", asked == null || asked.good() ? "secondary" : "invalid-note");
        told.setText(sentence);
    }

    /** It could not be saved. */
    void show(Supplier<String> failure) {
        proof.setText("");
        told.getStyleClass().setAll("label", "small", "invalid-note");
        told.setText(failure.get());
    }

    private static String brief(ExportProof asked) {
        if (asked == null || asked.good() && Double.isNaN(asked.difference())) {
            return Messages.text("deploy.away.unasked");
        }
        String difference = Double.isNaN(asked.difference()) ? "" : Numbers.significant(asked.difference(), DIGITS);
        return Messages.text(asked.good() ? "deploy.away.good" : "deploy.away.bad", difference).strip();
    }

    private static String sentence(AwayProof done) {
        if (done.proof() == null) {
            return Messages.text("deploy.away.saved", done.file().getFileName());
        }
        return Messages.text("deploy.away.proved", done.file().getFileName(), Numbers.count(done.rows()), Spoken.text(done.proof().said()));
    }
}
