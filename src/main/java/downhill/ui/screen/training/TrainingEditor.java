package downhill.ui.screen.training;

import downhill.engine.Precision;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.document.TrainingSpec.EarlyStopping;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.PenaltyClippingForm;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What all contenders share, as a form. It says whether the race begins anew when it is applied, or goes on. */
public final class TrainingEditor {
    private static final double WIDTH = 480;
    private static final int PATIENCE = 10;

    private final Session session;
    private final NumberField budget;
    private final NumberField batch;
    private final NumberField seed;
    private final Choice<Precision> precision;
    private final PenaltyClippingForm limits;
    private final AugmentationForm augmentation;
    private final CheckBox early = Rows.check(Messages.binding("training.early.on"));
    private final NumberField patience;
    private final NumberField gain;
    private final CheckBox best = Rows.check(Messages.binding("training.early.best"));
    private final Label effect = Labels.plain("", "secondary");

    /** The form of {@code session}'s training. */
    public TrainingEditor(Session session) {
        this.session = session;
        Experiment document = session.experiment();
        TrainingSpec training = document.training();
        budget = Whole.of(Messages.binding("training.budget"), 1, 1e12, training.steps());
        batch = Whole.of(Messages.binding("training.batch"), 0, 1e6, training.batchSize());
        seed = Whole.of(Messages.binding("training.seed"), 0, 1e15, document.seed());
        precision = new Choice<>(Messages.binding("training.precision"), List.of(Precision.values()),
                value -> Messages.text("training.precision." + value.name().toLowerCase(Locale.ROOT)));
        precision.setValue(document.precision());
        limits = new PenaltyClippingForm(training.penalty(), training.clipping());
        LoadedData data = session.dataProperty().get();
        augmentation = new AugmentationForm(training.augmentation(), data != null && data.isUsable() && data.prepared().preprocessing().image() != null);
        EarlyStopping stopping = training.earlyStopping();
        early.setSelected(stopping != null);
        patience = Whole.of(Messages.binding("training.early.patience"), 1, 1e6, stopping == null ? PATIENCE : stopping.patience());
        gain = Whole.real(Messages.binding("training.early.gain"), 0, 1, stopping == null ? 0 : stopping.minimumGain());
        best.setSelected(stopping != null && stopping.restoreBest());
    }

    /** Shows the form. */
    public void open(Sheets sheets) {
        VBox stopping = new VBox(8, Rows.field(Messages.binding("training.early.patience"), patience),
                Rows.field(Messages.binding("training.early.gain"), gain), best);
        stopping.disableProperty().bind(early.selectedProperty().not());
        VBox form = new VBox(8, Rows.field(Messages.binding("training.budget"), budget), Rows.field(Messages.binding("training.batch"), batch),
                Rows.paragraph(Messages.binding("training.batch.how")), Rows.field(Messages.binding("training.seed"), seed),
                Rows.field(Messages.binding("training.precision"), precision), Rows.divider(), limits.node(), Rows.divider(),
                augmentation.node(), Rows.divider(), early, stopping, effect);
        effect.setId("training-effect");
        effect.setWrapText(true);
        listen(form);
        sheets.open(Messages.binding("training.title"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("sheet.apply", () -> {
                    sheets.close();
                    session.end().unlessLost(this::applied);
                }));
    }

    /** Before it is applied it is said what that does to the race. */
    private void foretell() {
        effect.setText(switch (session.end().effect(applied(session.experiment()))) {
            case NONE -> "";
            case GOES_ON -> Messages.text("training.goesOn", Numbers.count(session.snapshotProperty().get().step()));
            case BEGINS -> Messages.text("training.begins");
        });
    }

    private void listen(Node node) {
        if (node instanceof NumberField field) {
            field.valueProperty().addListener((source, old, now) -> foretell());
        } else if (node instanceof ComboBoxBase<?> choice) {
            choice.valueProperty().addListener((source, old, now) -> foretell());
        } else if (node instanceof CheckBox box) {
            box.selectedProperty().addListener((source, old, now) -> foretell());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::listen);
        }
    }

    private Experiment applied(Experiment document) {
        EarlyStopping stopping = early.isSelected() ? new EarlyStopping((int) patience.valueProperty().get(), gain.valueProperty().get(), best.isSelected()) : null;
        TrainingSpec training = new TrainingSpec((long) budget.valueProperty().get(), (int) batch.valueProperty().get(), limits.penalty(),
                limits.clipping(), stopping, augmentation.value());
        return document.withTraining(training).withSeed((long) seed.valueProperty().get()).withPrecision(precision.getValue());
    }
}
