package downhill.ui.screen.tune;

import downhill.setting.Chosen;
import downhill.study.StudySettings;
import downhill.study.StudySettings.PrunerName;
import downhill.study.StudySettings.SamplerName;
import downhill.ui.control.Buttons;
import downhill.ui.control.CheckedText;
import downhill.ui.control.FileChoice;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import downhill.ui.tune.TunePlan;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How it is searched, as a form. */
final class SearchEditor {
    private static final double WIDTH = 480;
    private static final String FILE = "study.db";

    private final TunePlan plan;
    private final FileChoice files;
    private final SettingField<SamplerName> sampler;
    private final SettingField<PrunerName> pruner;
    private final SettingField<Long> trials;
    private final SettingField<Double> minutes;
    private final CheckBox timed = Rows.check(Messages.binding("tune.search.timed"));
    private final JudgingForm judging;
    private final Label where = Labels.shortened(Labels.plain(""));
    private final CheckedText study;
    private Path store;

    SearchEditor(Session session, TunePlan plan, FileChoice files) {
        this.plan = plan;
        this.files = files;
        Chosen chosen = plan.chosen();
        sampler = new SettingField<>(StudySettings.SAMPLER, chosen.get(StudySettings.SAMPLER));
        pruner = new SettingField<>(StudySettings.PRUNER, chosen.get(StudySettings.PRUNER));
        trials = new SettingField<>(StudySettings.TRIALS, chosen.get(StudySettings.TRIALS));
        minutes = new SettingField<>(StudySettings.MINUTES, chosen.get(StudySettings.MINUTES));
        judging = new JudgingForm(session, chosen);
        timed.setSelected(chosen.has(StudySettings.MINUTES));
        minutes.control().disableProperty().bind(timed.selectedProperty().not());
        study = new CheckedText(Messages.binding("tune.study"), plan.study(),
                text -> text.isBlank() ? Messages.text("tune.study.needed") : "");
        keep(plan.store());
    }

    void open(Sheets sheets, Consumer<TunePlan> then) {
        VBox form = new VBox(8, sampler.row(), pruner.row(), trials.row(), timed, minutes.row(), Rows.divider());
        form.getChildren().addAll(judging.rows());
        form.getChildren().addAll(Rows.divider(), kept(), Rows.field(Messages.binding("tune.study"), study),
                Rows.paragraph(Messages.binding("tune.store.how")));
        Button apply = Buttons.primary("sheet.apply", () -> {
            sheets.close();
            then.accept(value());
        });
        apply.disableProperty().bind(judging.incomplete());
        sheets.open(Messages.binding("tune.search"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close), apply);
    }

    private Node kept() {
        HBox buttons = new HBox(8, Buttons.ghost("tune.store.new", () -> files.toSaveAs(FILE).ifPresent(this::keep)),
                Buttons.ghost("tune.store.open", () -> files.toOpen("db").ifPresent(this::keep)),
                Buttons.ghost("tune.store.none", () -> keep(null)));
        buttons.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, Rows.field(Messages.binding("tune.store"), where), buttons);
    }

    private void keep(Path file) {
        store = file;
        study.setDisable(file == null);
        if (file == null) {
            where.textProperty().bind(Messages.binding("tune.store.memory"));
        } else {
            where.textProperty().unbind();
            where.setText(file.toString());
        }
    }

    private TunePlan value() {
        Chosen chosen = Chosen.NOTHING.with(StudySettings.SAMPLER, sampler.value()).with(StudySettings.PRUNER, pruner.value())
                .with(StudySettings.TRIALS, trials.value()).with(StudySettings.MINUTES, timed.isSelected() ? minutes.value() : null);
        return plan.withChosen(judging.in(chosen)).withStore(store, study.getText().strip());
    }
}
