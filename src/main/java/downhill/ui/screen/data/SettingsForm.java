package downhill.ui.screen.data;

import downhill.data.DataSpec;
import downhill.data.EqualRows;
import downhill.data.Level;
import downhill.data.MissingStrategy;
import downhill.data.Scaling;
import downhill.data.SplitSpec;
import downhill.ui.control.Checked;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.session.LoadedData;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is learned, what is done about missing values, scaling, and the split. */
final class SettingsForm {
    private static final double MOST_HELD_OUT = 0.9;

    private final DataModel model;
    private final VBox rows = new VBox(6);
    private final Choice<Boolean> task;
    private final Choice<MissingStrategy> missing;
    private final Choice<Scaling> scaling;
    private final CheckBox scaleTarget = Rows.check(Messages.binding("data.scaleTarget"));
    private final CheckBox level = Rows.check(Messages.binding("data.level"));
    private final NumberField ratio;
    private final NumberField seed;
    private final ShapeForm shape;
    private final CheckBox stratified = Rows.check(Messages.binding("data.stratified"));
    private final CheckBox together = Rows.check(Messages.binding("data.together"));
    private boolean showing;

    SettingsForm(DataModel model) {
        this.model = model;
        shape = new ShapeForm(model);
        task = new Choice<Boolean>(Messages.binding("data.task"), List.of(false, true), classes -> Messages.text(classes ? "data.task.classes" : "data.task.number"))
                .start(false, value -> act(() -> model.setTask(value)));
        missing = new Choice<MissingStrategy>(Messages.binding("data.missing"), List.of(MissingStrategy.values()), DataWords::missing)
                .start(MissingStrategy.MEAN, value -> change(spec -> spec.withMissing(value)));
        scaling = new Choice<Scaling>(Messages.binding("data.features"), List.of(Scaling.values()), DataWords::scaling)
                .start(Scaling.STANDARD, value -> change(spec -> spec.withScaling(value)));
        scaleTarget.setOnAction(event -> change(spec -> spec.withScaleTarget(scaleTarget.isSelected())));
        level.setOnAction(event -> change(spec -> spec.withSequence(spec.sequence().withLevel(level.isSelected() ? Level.WINDOW : Level.NONE))));
        level.managedProperty().bind(level.visibleProperty());
        ratio = Whole.real(Messages.binding("data.ratio"), 0, MOST_HELD_OUT, SplitSpec.DEFAULT.validationRatio());
        seed = Whole.of(Messages.binding("data.seed"), 0, 1e15, SplitSpec.DEFAULT.seed());
        ratio.valueProperty().addListener((source, old, now) -> changeSplit());
        seed.valueProperty().addListener((source, old, now) -> changeSplit());
        stratified.setOnAction(event -> changeSplit());
        together.setOnAction(event -> changeSplit());
        rows.getChildren().addAll(field("data.task", task), shape.node(), field("data.missing", missing), field("data.features", scaling), scaleTarget, level,
                field("data.ratio", ratio), field("data.seed", seed), stratified, together);
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
        missing.setValue(spec.missing());
        scaling.setValue(spec.scaling());
        scaleTarget.setSelected(spec.scaleTarget());
        scaleTarget.setDisable(task.getValue());
        level.setVisible(spec.sequence() != null);
        level.setSelected(spec.sequence() != null && spec.sequence().level() == Level.WINDOW);
        ratio.valueProperty().set(spec.split().validationRatio());
        seed.valueProperty().set(spec.split().seed());
        stratified.setSelected(spec.split().stratified());
        stratified.setDisable(!task.getValue());
        together.setSelected(spec.split().equalRows() == EqualRows.TOGETHER);
        together.setDisable(spec.sequence() != null);
        showing = false;
    }

    private void changeSplit() {
        change(spec -> spec.withSplit(new SplitSpec(ratio.valueProperty().get(), (long) seed.valueProperty().get(), stratified.isSelected(),
                together.isSelected() ? EqualRows.TOGETHER : EqualRows.APART)));
    }

    private void change(java.util.function.UnaryOperator<DataSpec> how) {
        act(() -> model.change(how));
    }

    private void act(Runnable action) {
        if (!showing) {
            action.run();
        }
    }

    static Node field(String key, javafx.scene.layout.Region control) {
        ObservableValue<String> name = Messages.binding(key);
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
