package downhill.ui.screen.contenders;

import downhill.race.StartFit;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.race.document.StartPoint;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import downhill.words.Said;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where a contender starts: its seed, or a model of a person's choice, with its last layer or with a new one. */
final class StartRow {
    private final Session session;
    private final ObjectProperty<StartPoint> start = new SimpleObjectProperty<>(this, "start");
    private final CheckBox head = Rows.check(Messages.binding("weights.head"));
    private final Label said = Labels.plain("", "secondary");
    private final Label told = Labels.plain("", "secondary", "small");
    private final VBox rows;

    /** @param source where models come from; null where none can be asked for */
    StartRow(Session session, ContenderSpec was, StartSource source) {
        this.session = session;
        boolean branch = was.fork() != null; // it goes on from its parent's weights
        start.set(branch ? null : was.settledWeights().start());
        Button choose = Buttons.link("weights.start.choose", () -> ask(source));
        Button seed = Buttons.link("weights.start.seed.again", () -> start.set(null));
        choose.setDisable(source == null || branch);
        seed.visibleProperty().bind(start.isNotNull());
        seed.managedProperty().bind(seed.visibleProperty());
        head.setSelected(start.get() != null && start.get().newHead());
        head.disableProperty().bind(start.isNull());
        told.setWrapText(true);
        told.setMinHeight(Label.USE_PREF_SIZE);
        said.setWrapText(true);
        said.textProperty().bind(Bindings.createStringBinding(() -> start.get() == null ? Messages.text("weights.start.seed")
                : words(start.get()), start, Messages.languageProperty()));
        VBox at = new VBox(4, said, new HBox(8, choose, seed));
        rows = new VBox(8, Rows.field(Messages.binding("weights.start"), at), head, told);
        start.addListener((from, old, now) -> show());
        head.selectedProperty().addListener((from, old, now) -> show());
        show();
    }

    /** From a body that has just learned, with a new last layer. */
    void set(StartPoint learned) {
        head.setSelected(true);
        start.set(learned);
    }

    private void ask(StartSource source) {
        source.ask(found -> start.set(found), told::setText);
    }

    private void show() {
        StartPoint now = value();
        Said wrong = problem();
        told.setText(now == null || !wrong.isEmpty() ? "" : notice(now).map(Spoken::text).orElse(""));
        told.setManaged(!told.getText().isEmpty());
    }

    private Optional<Said> notice(StartPoint now) {
        LoadedData data = session.dataProperty().get();
        return data == null || !data.isUsable() ? Optional.empty() : fit(now).notice();
    }

    private static String words(StartPoint point) {
        return Messages.text("weights.start.model", point.name(), Numbers.count(point.step()), point.from());
    }

    VBox node() {
        return rows;
    }

    void onChange(Runnable then) {
        start.addListener((source, old, now) -> then.run());
        head.selectedProperty().addListener((source, old, now) -> then.run());
    }

    /** Null for its seed. */
    StartPoint value() {
        return start.get() == null ? null : start.get().withNewHead(head.isSelected());
    }

    /** Why the model cannot be the start here; nothing where it can, or that is not known yet. */
    Said problem() {
        LoadedData data = session.dataProperty().get();
        StartPoint now = value();
        return now == null || data == null || !data.isUsable() ? Said.NOTHING : fit(now).refusal().orElse(Said.NOTHING);
    }

    private StartFit fit(StartPoint point) {
        Problem.Learning learning = (Problem.Learning) session.experiment().problem();
        return new StartFit(point, learning.model(), session.dataProperty().get().prepared());
    }
}
