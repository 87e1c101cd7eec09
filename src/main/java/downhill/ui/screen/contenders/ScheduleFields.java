package downhill.ui.screen.contenders;

import downhill.optim.Schedule;
import downhill.optim.ScheduleForm;
import downhill.optim.ScheduleKey;
import downhill.setting.Setting;
import downhill.ui.control.Choice;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** How the learning rate changes with the steps: the form of a schedule with all its numbers, after a warm-up or without one. */
final class ScheduleFields {
    /** Stands for what the fields cannot say: a warm-up after a warm-up stays as it is. */
    private static final ScheduleForm KEPT = ScheduleForm.LINEAR_WARMUP;

    private final long budget;
    private final Schedule start;
    private final Choice<ScheduleForm> form;
    private final CheckBox warm = Rows.check(Spoken.binding(ScheduleForm.LINEAR_WARMUP.label()));
    private final Map<ScheduleKey, SettingField<Number>> warmUp;
    private final VBox numbers = new VBox(8);
    private Map<ScheduleKey, SettingField<Number>> fields = Map.of();
    private Runnable changed = () -> { };

    /**
     * @param now    the schedule to begin with
     * @param budget updates of the run, the length of a schedule whose own is left out
     */
    ScheduleFields(Schedule now, long budget) {
        this.budget = budget;
        start = now instanceof Schedule.LinearWarmup warmup ? warmup.then() : now;
        form = new Choice<>(Messages.binding("contenders.schedule"), forms(), ScheduleFields::words);
        warm.setSelected(now instanceof Schedule.LinearWarmup);
        warmUp = fields(ScheduleForm.LINEAR_WARMUP, now);
        form.setValue(ScheduleForm.of(start));
        chosen();
        form.valueProperty().addListener((source, old, chosen) -> chosen());
        warm.selectedProperty().addListener((source, old, chosen) -> changed.run());
    }

    private List<ScheduleForm> forms() {
        return Arrays.stream(ScheduleForm.values()).filter(each -> each != KEPT || ScheduleForm.of(start) == KEPT).toList();
    }

    private static String words(ScheduleForm form) {
        return form == KEPT ? Messages.text("contenders.schedule.other") : Spoken.text(form.label());
    }

    private void chosen() {
        fields = form.getValue() == KEPT ? Map.of() : fields(form.getValue(), start);
        numbers.getChildren().setAll(rows(fields));
        changed.run();
    }

    private Map<ScheduleKey, SettingField<Number>> fields(ScheduleForm of, Schedule now) {
        Map<ScheduleKey, SettingField<Number>> made = new LinkedHashMap<>();
        of.keys().forEach(key -> made.put(key, field(key, ScheduleForm.of(now) == of ? key.part().applyAsDouble(now)
                : key.otherwise(budget))));
        return made;
    }

    @SuppressWarnings("unchecked") // a whole number is a Long, any other a Double
    private SettingField<Number> field(ScheduleKey key, double now) {
        Number typed = key.whole() ? (Number) (long) now : (Number) now;
        return new SettingField<>((Setting<Number>) key.setting(), typed).onChange(() -> changed.run());
    }

    private static List<Node> rows(Map<ScheduleKey, SettingField<Number>> fields) {
        return fields.values().stream().map(SettingField::row).toList();
    }

    /** The choice, the numbers of the form chosen, and those of a warm-up. */
    VBox node() {
        VBox warming = new VBox(8);
        warming.getChildren().setAll(rows(warmUp));
        warming.disableProperty().bind(warm.selectedProperty().not());
        return new VBox(8, Rows.field(Messages.binding("contenders.schedule"), form), numbers, warm, warming);
    }

    /** Calls {@code then} after each change. */
    void onChange(Runnable then) {
        changed = then;
    }

    Choice<ScheduleForm> form() {
        return form;
    }

    /** The schedule that the fields say. */
    Schedule value() {
        Schedule main = form.getValue() == KEPT ? start : form.getValue().with(typed(fields), budget, Schedule.CONSTANT);
        return warm.isSelected() ? ScheduleForm.LINEAR_WARMUP.with(typed(warmUp), budget, main) : main;
    }

    private static Map<String, Double> typed(Map<ScheduleKey, SettingField<Number>> fields) {
        Map<String, Double> typed = new HashMap<>();
        fields.forEach((key, field) -> typed.put(key.name(), field.value().doubleValue()));
        return typed;
    }
}
