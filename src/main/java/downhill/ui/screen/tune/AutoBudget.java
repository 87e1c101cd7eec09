package downhill.ui.screen.tune;

import downhill.study.StudySettings;
import downhill.study.automl.AutoPlan;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.i18n.Messages;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** For how long, and for how many trials, a model is sought; for neither it is until somebody stops it. */
final class AutoBudget {
    private static final double MINUTES = 1;

    private final CheckBox timed = Rows.check(Messages.binding("tune.search.timed"));
    private final CheckBox counted = Rows.check(Messages.binding("tune.automl.counted"));
    private final SettingField<Double> minutes = new SettingField<>(StudySettings.MINUTES, MINUTES);
    private final SettingField<Long> trials = new SettingField<>(StudySettings.TRIALS, null);
    private final VBox node = Rows.column(timed, minutes.row(), counted, trials.row());

    AutoBudget() {
        timed.setSelected(true);
        timed.setId("automl-timed");
        counted.setId("automl-counted");
        trials.control().setId("automl-trials");
        minutes.control().disableProperty().bind(timed.selectedProperty().not());
        trials.control().disableProperty().bind(counted.selectedProperty().not());
    }

    Node node() {
        return node;
    }

    /** Infinite where time does not count. */
    double minutes() {
        return timed.isSelected() ? minutes.value() : Double.POSITIVE_INFINITY;
    }

    int most() {
        return counted.isSelected() ? Math.toIntExact(trials.value()) : AutoPlan.ENDLESS;
    }
}
