package downhill.ui.screen.evaluate;

import downhill.analysis.score.ScoreMetric;
import downhill.race.document.EvaluationSettings;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.NestedSpec;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.session.LoadedData;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** How contenders are judged, as a form. */
final class MethodForm {
    private static final double WIDTH = 480;

    private final EvaluateModel model;
    private final SettingField<EvaluationSpec.Division> division;
    private final SettingField<Long> folds;
    private final SettingField<Long> repeats;
    private final CheckBox own = Rows.check(Messages.binding("evaluate.margin.own"));
    private final SettingField<Double> margin;
    private final CheckBox tuned = Rows.check(Messages.binding("evaluate.nested"));
    private final SettingField<Long> trials;
    private final SettingField<NestedSpec.Over> over;
    private final Choice<String> group;
    private final Choice<ScoreMetric> metric;

    MethodForm(EvaluateModel model) {
        this.model = model;
        EvaluationSpec now = model.method();
        division = new SettingField<>(EvaluationSettings.DIVISION, now.division());
        folds = new SettingField<>(EvaluationSettings.FOLDS, (long) now.folds());
        repeats = new SettingField<>(EvaluationSettings.REPEATS, (long) now.repeats());
        own.setSelected(now.margin() != null);
        margin = new SettingField<>(EvaluationSettings.MARGIN, now.margin());
        tuned.setSelected(now.nested() != null);
        trials = new SettingField<>(EvaluationSettings.TRIALS, now.nested() == null ? null : (long) now.trials());
        over = new SettingField<>(EvaluationSettings.OVER, now.nested() == null ? null : now.nested().over());
        group = new Choice<>(Messages.binding("evaluate.group"), columns(), Objects::toString);
        group.setValue(now.group());
        List<ScoreMetric> fitting = model.task() == null ? List.of() : ScoreMetric.fitting(model.task());
        metric = new Choice<>(Messages.binding("evaluate.metric"), fitting, MethodWords::metric);
        metric.setValue(model.metric());
    }

    private List<String> columns() {
        LoadedData data = model.session().dataProperty().get();
        return data == null ? List.of() : data.besideTarget();
    }

    /** Shows the form. */
    void open(Sheets sheets) {
        Node byGroup = Rows.field(Messages.binding("evaluate.group"), group);
        Node repeated = repeats.row();
        Node counted = folds.row();
        Node size = margin.row();
        Node sought = new VBox(8, trials.row(), over.row(), Rows.paragraph(Messages.binding("evaluate.nested.how")));
        Runnable offer = () -> {
            EvaluationSpec.Division chosen = model.isSeries() ? EvaluationSpec.Division.ROLLING : division.value();
            offer(byGroup, chosen.isGrouped());
            offer(counted, !chosen.isEach());
            offer(repeated, chosen.isDrawn());
            offer(size, own.isSelected());
            offer(sought, tuned.isSelected());
        };
        division.onChange(offer);
        own.selectedProperty().addListener((source, old, now) -> offer.run());
        tuned.selectedProperty().addListener((source, old, now) -> offer.run());
        offer.run();
        Node how = Rows.paragraph(Messages.binding(how()));
        VBox form = new VBox(8, division.row(), how, byGroup, counted, repeated, tuned, sought, Rows.divider(),
                Rows.field(Messages.binding("evaluate.metric"), metric), own, size,
                Rows.paragraph(Messages.binding("evaluate.margin.how")));
        division.control().setDisable(model.isSeries());
        sheets.open(Messages.binding("evaluate.method"), WIDTH, form, Buttons.ghost("sheet.cancel", sheets::close),
                Buttons.primary("sheet.apply", () -> {
                    sheets.close();
                    model.setMethod(chosen());
                }));
    }

    /** By chance is by class where it is so: the card beside says it in these words. */
    private String how() {
        String drawn = model.isByClass() ? "evaluate.division.classes" : "evaluate.division.how";
        return model.isSeries() ? "evaluate.division.series" : drawn;
    }

    private static void offer(Node row, boolean on) {
        row.setVisible(on);
        row.setManaged(on);
    }

    private EvaluationSpec chosen() {
        EvaluationSpec was = model.method();
        boolean usual = metric.getValue() == null || model.task() != null && metric.getValue() == ScoreMetric.usual(model.task());
        String measured = usual ? null : metric.getValue().key();
        return new EvaluationSpec(division.value(), folds.value().intValue(), repeats.value().intValue(), group.getValue(),
                model.task() == null ? was.metric() : measured, own.isSelected() ? margin.value() : null,
                tuned.isSelected() ? new NestedSpec(trials.value().intValue(), over.value()) : null);
    }
}
