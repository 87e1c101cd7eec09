package downhill.ui.screen.training;

import downhill.optim.Clipping;
import downhill.race.document.Experiment;
import downhill.race.document.ExperimentSettings;
import downhill.race.document.TrainingSettings;
import downhill.race.document.TrainingSpec;
import downhill.setting.Setting;
import downhill.ui.command.Command;
import downhill.ui.command.Shortcuts;
import downhill.ui.control.ValueRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.i18n.Term;
import downhill.ui.screen.SessionCard;
import downhill.ui.session.Session;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** What all contenders share, in a few lines at the left of the window. */
public final class TrainingCard extends SessionCard {
    /** The card of {@code session}; {@code edit} opens the editor. */
    public TrainingCard(Session session, Runnable edit) {
        super(session, "training-card", "training.title", "training.edit",
                Command.of("experiment.training", "menu.experiment.training", edit).on(Shortcuts.ctrl(KeyCode.T)));
        show();
    }

    @Override
    protected void refresh() {
        Experiment experiment = session.experiment();
        if (experiment == null) {
            return;
        }
        TrainingSpec training = experiment.training();
        VBox rows = new VBox(row(TrainingSettings.BATCH, TrainingWords.batch(training.batchSize())),
                row("training.penalty", TrainingWords.penalty(training.penalty())),
                row(TrainingSettings.STEPS, Messages.text("training.steps", Numbers.count(training.steps()))),
                row(ExperimentSettings.SEED, Messages.text("training.seed.shared", String.valueOf(experiment.seed()))));
        if (training.clipping() != null && !(training.clipping() instanceof Clipping.None)) {
            rows.getChildren().add(2, row("training.clipping", TrainingWords.clipping(training.clipping())));
        }
        if (training.earlyStopping() != null) {
            rows.getChildren().add(row("training.early", Messages.text("training.early.after",
                    Numbers.count(training.earlyStopping().patience()))));
        }
        if (training.augmentation() != null) {
            rows.getChildren().add(row("training.augmentation", TrainingWords.augmentation(training.augmentation())));
        }
        card.setContent(rows);
    }

    @Override
    protected String gist() {
        TrainingSpec training = session.experiment().training();
        return TrainingWords.batch(training.batchSize()) + " · " + Messages.text("training.steps", Numbers.count(training.steps()));
    }

    private static ValueRow row(Setting<?> setting, String value) {
        return new ValueRow(Spoken.binding(setting.label())).meaning(Term.of(setting.key())).value(value);
    }

    private static ValueRow row(String key, String value) {
        return new ValueRow(Messages.binding(key)).meaning(Term.of(key)).value(value);
    }
}
