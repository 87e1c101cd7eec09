package downhill.ui.screen.data;

import downhill.data.DataSettings;
import downhill.data.DataSpec;
import downhill.data.EqualRows;
import downhill.data.Level;
import downhill.data.MissingStrategy;
import downhill.data.Scaling;
import downhill.data.SplitSpec;
import downhill.ui.control.Checked;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.LoadedData;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is learned, what is done about missing values, scaling, and the split. */
final class SettingsForm {
    private final DataModel model;
    private final VBox rows = new VBox(6);
    private final Choice<Boolean> task;
    private final SettingField<MissingStrategy> missing = new SettingField<>(DataSettings.MISSING, null);
    private final SettingField<Scaling> scaling = new SettingField<>(DataSettings.SCALING, null);
    private final SettingField<Boolean> scaleTarget = new SettingField<>(DataSettings.SCALE_TARGET, null);
    private final CheckBox level = Rows.check(Spoken.binding(DataSettings.LEVEL.label()));
    private final SettingField<Double> ratio = new SettingField<>(DataSettings.VALIDATION, null);
    private final SettingField<Long> seed = new SettingField<>(DataSettings.SPLIT_SEED, null);
    private final ShapeForm shape;
    private final SettingField<Boolean> stratified = new SettingField<>(DataSettings.STRATIFIED, null);
    private final CheckBox together = Rows.check(Spoken.binding(DataSettings.EQUAL_ROWS.label()));
    private boolean showing;

    SettingsForm(DataModel model) {
        this.model = model;
        shape = new ShapeForm(model);
        task = new Choice<Boolean>(Messages.binding("data.task"), List.of(false, true),
                classes -> Messages.text(classes ? "data.task.classes" : "data.task.number"))
                .start(false, value -> act(() -> model.setTask(value)));
        missing.onChange(() -> change(spec -> spec.withMissing(missing.value())));
        scaling.onChange(() -> change(spec -> spec.withScaling(scaling.value())));
        scaleTarget.onChange(() -> change(spec -> spec.withScaleTarget(scaleTarget.value())));
        level.setOnAction(event -> change(spec -> spec.withSequence(spec.sequence()
                .withLevel(level.isSelected() ? Level.WINDOW : Level.NONE))));
        level.managedProperty().bind(level.visibleProperty());
        ratio.onChange(this::changeSplit);
        seed.onChange(this::changeSplit);
        stratified.onChange(this::changeSplit);
        together.setOnAction(event -> changeSplit());
        rows.getChildren().addAll(field("data.task", task), shape.node(), field(missing), field(scaling), scaleTarget.control(), level,
                field(ratio), field(seed), stratified.control(), together);
    }

    VBox node() {
        return rows;
    }

    void show(LoadedData data) {
        showing = true;
        DataSpec spec = data.spec();
        rows.setDisable(data.roles() == null);
        task.setValue(data.roles() != null && data.roles().task().isClassification());
        shape.show(spec);
        missing.show(spec.missing());
        scaling.show(spec.scaling());
        scaleTarget.show(spec.scaleTarget());
        scaleTarget.control().setDisable(task.getValue());
        level.setVisible(spec.sequence() != null);
        level.setSelected(spec.sequence() != null && spec.sequence().level() == Level.WINDOW);
        ratio.show(spec.split().validationRatio());
        seed.show(spec.split().seed());
        stratified.show(spec.split().stratified());
        stratified.control().setDisable(!task.getValue());
        together.setSelected(spec.split().equalRows() == EqualRows.TOGETHER);
        together.setDisable(spec.sequence() != null);
        showing = false;
    }

    private void changeSplit() {
        change(spec -> spec.withSplit(new SplitSpec(ratio.value(), seed.value(), stratified.value(),
                together.isSelected() ? EqualRows.TOGETHER : EqualRows.APART, spec.split().sealed())));
    }

    private void change(java.util.function.UnaryOperator<DataSpec> how) {
        act(() -> model.change(how));
    }

    private void act(Runnable action) {
        if (!showing) {
            action.run();
        }
    }

    static Node field(SettingField<?> setting) {
        return field(setting.label(), setting.control());
    }

    static Node field(String key, Region control) {
        return field(Messages.binding(key), control);
    }

    private static Node field(ObservableValue<String> name, Region control) {
        control.setMaxWidth(Double.MAX_VALUE);
        VBox field = new VBox(2, Labels.styled(Labels.bound(name), "secondary", "small"), control);
        if (control instanceof Checked checked) {
            Label problem = checked.problemLabel();
            problem.maxWidthProperty().bind(control.widthProperty());
            field.getChildren().add(problem);
        }
        return field;
    }
}
