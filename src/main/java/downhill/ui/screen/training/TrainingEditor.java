package downhill.ui.screen.training;

import downhill.engine.Precision;
import downhill.race.document.Experiment;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.TrainingSettings;
import downhill.race.document.TrainingSpec;
import downhill.race.document.TrainingSpec.EarlyStopping;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.PenaltyClippingForm;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What all contenders share, as a form. It says whether the race begins anew when it is applied, or goes on. */
public final class TrainingEditor {
    private static final double WIDTH = 480;

    private final Session session;
    private final SettingField<Long> budget;
    private final SettingField<Long> batch;
    private final SettingField<Long> seed;
    private final SettingField<Precision> precision;
    private final PenaltyClippingForm limits;
    private final AugmentationForm augmentation;
    private final CheckBox early = Rows.check(Messages.binding("training.early.on"));
    private final SettingField<Long> patience;
    private final SettingField<Double> gain;
    private final SettingField<Boolean> best;
    private final Label effect = Labels.plain("", "secondary");

    /** The form of {@code session}'s training. */
    public TrainingEditor(Session session) {
        this.session = session;
        Experiment document = session.experiment();
        TrainingSpec training = document.training();
        budget = new SettingField<>(TrainingSettings.STEPS, training.steps());
        batch = new SettingField<>(TrainingSettings.BATCH, (long) training.batchSize());
        seed = new SettingField<>(ExperimentSettings.SEED, document.seed());
        precision = new SettingField<>(ExperimentSettings.PRECISION, document.precision());
        limits = new PenaltyClippingForm(training.penalty(), training.clipping());
        LoadedData data = session.dataProperty().get();
        boolean images = data != null && data.isUsable() && data.prepared().preprocessing().image() != null;
        augmentation = new AugmentationForm(training.augmentation(), images);
        EarlyStopping stopping = training.earlyStopping();
        early.setSelected(stopping != null);
        patience = new SettingField<>(TrainingSettings.PATIENCE, stopping == null ? null : (long) stopping.patience());
        gain = new SettingField<>(TrainingSettings.GAIN, stopping == null ? null : stopping.minimumGain());
        best = new SettingField<>(TrainingSettings.BEST, stopping == null ? null : stopping.restoreBest());
        listen();
    }

    private void listen() {
        List.of(budget, batch, seed, precision, patience, gain, best).forEach(field -> field.onChange(this::foretell));
        limits.onChange(this::foretell);
        augmentation.onChange(this::foretell);
        early.selectedProperty().addListener((source, old, now) -> foretell());
    }

    /** Shows the form. */
    public void open(Sheets sheets) {
        VBox stopping = new VBox(8, patience.row(), gain.row(), best.row());
        stopping.disableProperty().bind(early.selectedProperty().not());
        VBox form = new VBox(8, budget.row(), batch.row(), Rows.paragraph(Messages.binding("training.batch.how")), seed.row(),
                precision.row(),
                Rows.divider(), limits.node(), Rows.divider(), augmentation.node(), Rows.divider(), early, stopping, effect);
        effect.setId("training-effect");
        effect.setWrapText(true);
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

    private Experiment applied(Experiment document) {
        EarlyStopping stopping = early.isSelected() ? new EarlyStopping(patience.value().intValue(), gain.value(), best.value()) : null;
        TrainingSpec training = new TrainingSpec(budget.value(), batch.value().intValue(), limits.penalty(), limits.clipping(), stopping,
                null)
                .withAugmentation(augmentation.value());
        return document.withTraining(training).withSeed(seed.value()).withPrecision(precision.value());
    }
}
