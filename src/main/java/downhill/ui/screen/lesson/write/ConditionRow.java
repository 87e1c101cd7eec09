package downhill.ui.screen.lesson.write;

import downhill.lesson.StateCheck;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Fields;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/** One condition on a race: its kind, and a field for each of its parts. */
final class ConditionRow extends WrapRow {
    private static final Set<String> WHO = Set.of("contender", "of", "as", "from", "to");
    private static final double FARTHEST = 1e12;

    private final Experiment raced;
    private final Consumer<StateCheck> changed;
    private StateCheck now;

    /** @param changed is told the condition as it is then; null where it is taken away */
    ConditionRow(StateCheck start, Experiment raced, Consumer<StateCheck> changed) {
        super(6);
        this.raced = raced;
        this.changed = changed;
        now = start;
        fill();
    }

    /** All kinds that there are. */
    static List<Class<?>> kinds() {
        return Arrays.asList(StateCheck.class.getPermittedSubclasses());
    }

    private void fill() {
        Choice<Class<?>> kind = new Choice<>(Messages.binding("draft.condition"), kinds(), one -> Messages.text("draft.kind."
                + one.getSimpleName()));
        getChildren().setAll(kind.start(now.getClass(), this::choose));
        for (RecordComponent part : now.getClass().getRecordComponents()) {
            getChildren().add(field(part));
        }
        getChildren().add(Buttons.link("draft.condition.remove", () -> changed.accept(null)));
    }

    private void choose(Class<?> kind) {
        now = made(kind, null, null);
        fill();
        changed.accept(now);
    }

    private void set(RecordComponent part, Object value) {
        now = made(now.getClass(), part.getName(), value);
        changed.accept(now);
    }

    private Node field(RecordComponent part) {
        ObservableValue<String> name = Messages.binding("draft.part." + part.getName());
        Object value = valueOf(now, part.getName());
        if (part.getType() == double.class || part.getType() == long.class) {
            boolean whole = part.getType() == long.class;
            NumberField number = new NumberField(-FARTHEST, FARTHEST, whole, ((Number) value).doubleValue());
            number.accessibleTextProperty().bind(name);
            number.setPrefColumnCount(5);
            number.valueProperty().addListener((source, old, typed) -> set(part, whole ? (Object) typed.longValue() : typed.doubleValue()));
            return Rows.field(name, number);
        }
        if (part.getType() == List.class) {
            TextField point = Fields.line(text((List<?>) value));
            point.setPrefColumnCount(8);
            point.accessibleTextProperty().bind(name);
            point.textProperty().addListener((source, old, typed) -> point(typed).ifPresent(numbers -> set(part, numbers)));
            return Rows.field(name, point);
        }
        List<String> offered = offered(part.getName());
        Choice<String> choice = new Choice<>(name, offered, this::spoken);
        return Rows.field(name, choice.start((String) value, chosen -> set(part, chosen)));
    }

    private List<String> offered(String part) {
        if (WHO.contains(part)) {
            List<String> who = new ArrayList<>(raced.contenders().stream().map(ContenderSpec::id).toList());
            if (part.equals("contender")) {
                who.add(StateCheck.ANYBODY);
            }
            return who;
        }
        return part.equals("rule") ? RuleLibrary.complete().all().stream().map(Rule::id).toList()
                : raced.contenders().stream().flatMap(one -> one.hyperparameters().keySet().stream()).distinct().sorted().toList();
    }

    private String spoken(String id) {
        return id.equals(StateCheck.ANYBODY) ? Messages.text("lesson.check.anybody")
                : raced.contenders().stream().filter(one -> one.id().equals(id)).map(ContenderSpec::name).findFirst().orElse(id);
    }

    private static String text(List<?> numbers) {
        return String.join(", ", numbers.stream().map(one -> Numbers.plain((Double) one)).toList());
    }

    private static java.util.Optional<List<Double>> point(String typed) {
        List<Double> numbers = Arrays.stream(typed.split("[,;]\\s*|\\s+")).map(Numbers::parse).toList();
        return numbers.isEmpty() || numbers.stream().anyMatch(one -> one.isNaN()) ? java.util.Optional.empty()
                : java.util.Optional.of(numbers);
    }

    private static Object valueOf(Object record, String name) {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            if (part.getName().equals(name)) {
                try {
                    return part.getAccessor().invoke(record);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("a condition cannot be read: " + record, e);
                }
            }
        }
        return null;
    }

    /** A condition of that kind with what the one before has under the same names, but for the part named. */
    private StateCheck made(Class<?> kind, String changedPart, Object value) {
        RecordComponent[] parts = kind.getRecordComponents();
        Object[] values = new Object[parts.length];
        Class<?>[] types = new Class<?>[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            Object before = valueOf(now, parts[i].getName());
            boolean fits = before != null && (types[i].isPrimitive() || types[i].isInstance(before));
            values[i] = fits ? before : usual(parts[i]);
            values[i] = parts[i].getName().equals(changedPart) ? value : values[i];
        }
        try {
            return (StateCheck) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a condition cannot be made: " + kind, e);
        }
    }

    private Object usual(RecordComponent part) {
        if (part.getType() == double.class) {
            return 1.0;
        } else if (part.getType() == long.class) {
            return 1L;
        } else if (part.getType() == List.class) {
            return List.of(0.0, 0.0);
        }
        List<String> offered = offered(part.getName());
        return offered.isEmpty() ? "" : offered.get(0);
    }
}
