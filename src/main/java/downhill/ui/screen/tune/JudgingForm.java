package downhill.ui.screen.tune;

import downhill.race.document.EvaluationSettings;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.EvaluationSpec.Division;
import downhill.race.document.Problem;
import downhill.setting.Chosen;
import downhill.study.FoldChoice;
import downhill.study.StudySettings;
import downhill.ui.control.Choice;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.i18n.Messages;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** By which rows trials are judged, as a part of a form: one split or folds of every kind, and which are kept aside. */
final class JudgingForm {
    private final boolean series;
    private final CheckBox folded = Rows.check(Messages.binding("tune.search.folded"));
    private final SettingField<Division> division;
    private final SettingField<Long> folds;
    private final SettingField<Long> repeats;
    private final Choice<String> group;
    private final SimpleObjectProperty<Division> chosen = new SimpleObjectProperty<>();
    private final CheckBox aside = Rows.check(Messages.binding("tune.search.outer"));
    private final SettingField<Double> outer;
    private final Node divided;
    private final Node byGroup;
    private final Node counted;
    private final Node repeated;
    private final Node share;

    JudgingForm(Session session, Chosen now) {
        series = session.experiment() != null && session.experiment().problem() instanceof Problem.Learning learning
                && learning.data().sequence() != null;
        EvaluationSpec shown = FoldChoice.shown(now);
        division = new SettingField<>(EvaluationSettings.DIVISION, series ? Division.ROLLING : shown.division()).onChange(this::offer);
        division.control().setDisable(series);
        folds = new SettingField<>(EvaluationSettings.FOLDS, (long) shown.folds());
        repeats = new SettingField<>(EvaluationSettings.REPEATS, (long) shown.repeats());
        LoadedData data = session.dataProperty().get();
        group = new Choice<>(Messages.binding("evaluate.group"), data == null ? List.of() : data.besideTarget(), Objects::toString);
        group.setValue(shown.group());
        outer = new SettingField<>(StudySettings.OUTER, now.get(StudySettings.OUTER));
        divided = division.row();
        byGroup = Rows.field(Messages.binding("evaluate.group"), group);
        counted = folds.row();
        repeated = repeats.row();
        share = outer.row();
        folded.setSelected(now.has(StudySettings.FOLDS));
        aside.setSelected(now.has(StudySettings.OUTER));
        folded.selectedProperty().addListener((source, old, on) -> offer());
        aside.selectedProperty().addListener((source, old, on) -> offer());
        offer();
    }

    private void offer() {
        Division now = division.value();
        chosen.set(now);
        offer(divided, folded.isSelected());
        offer(byGroup, folded.isSelected() && now.isGrouped());
        offer(counted, folded.isSelected() && !now.isEach());
        offer(repeated, folded.isSelected() && now.isDrawn());
        offer(share, aside.isSelected());
    }

    private static void offer(Node row, boolean on) {
        row.setVisible(on);
        row.setManaged(on);
    }

    List<Node> rows() {
        return List.of(folded, divided, byGroup, counted, repeated, Rows.divider(), aside, share,
                Rows.paragraph(Messages.binding("tune.search.outer.how")));
    }

    /** Whether rows are to be kept together by a column that is not yet chosen. */
    BooleanBinding incomplete() {
        return Bindings.createBooleanBinding(() -> folded.isSelected() && chosen.get().isGrouped() && group.getValue() == null,
                folded.selectedProperty(), chosen, group.valueProperty());
    }

    /** With what is chosen here. */
    Chosen in(Chosen other) {
        Division how = series ? Division.RANDOM : division.value();
        EvaluationSpec method = EvaluationSpec.USUAL.withDivision(how).withFolds(folds.value().intValue())
                .withRepeats(series ? 1 : repeats.value().intValue()).withGroup(group.getValue());
        return FoldChoice.with(other, folded.isSelected() ? method : null)
                .with(StudySettings.OUTER, aside.isSelected() ? outer.value() : null);
    }
}
