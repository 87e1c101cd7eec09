package downhill.ui.screen.lesson.write;

import downhill.lesson.Prompt;
import downhill.lesson.ReadOff;
import downhill.lesson.StateCheck;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a prediction is: its answers and when each would be right, or what number, place or curve is asked for. */
final class PromptForm {
    private static final double FARTHEST = 1e12;
    private static final int MOST_ANSWERS = 6;
    private static final int FEWEST_ANSWERS = 2;

    private final DraftModel model;
    private final Experiment raced;
    private final List<Node> nodes = new ArrayList<>();

    PromptForm(DraftModel model) {
        this.model = model;
        raced = model.raced();
        Prompt asked = model.step().step().predict();
        if (asked instanceof Prompt.Choice choice) {
            choice(choice);
        } else if (asked instanceof Prompt.Number number) {
            number(number);
        } else if (asked instanceof Prompt.Place place) {
            nodes.add(who(place.contender(), id -> set(new Prompt.Place(id, place().tolerance()))));
            nodes.add(tolerance(place.tolerance(), value -> set(new Prompt.Place(place().contender(), value))));
        } else if (asked instanceof Prompt.Drawing drawing) {
            nodes.add(who(drawing.contender(), id -> set(new Prompt.Drawing(id, drawing().tolerance()))));
            nodes.add(tolerance(drawing.tolerance(), value -> set(new Prompt.Drawing(drawing().contender(), value))));
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    private void set(Prompt now) {
        model.typeStep(step -> step.withPredict(now));
    }

    private Prompt.Place place() {
        return (Prompt.Place) model.step().step().predict();
    }

    private Prompt.Drawing drawing() {
        return (Prompt.Drawing) model.step().step().predict();
    }

    private void choice(Prompt.Choice choice) {
        ToggleGroup right = new ToggleGroup();
        for (int i = 0; i < choice.answers().size(); i++) {
            nodes.add(answer(choice.answers().get(i), i, right, choice.answers().size()));
        }
        if (choice.answers().size() < MOST_ANSWERS) {
            nodes.add(Buttons.link("draft.answer.add", this::addAnswer));
        }
        nodes.add(Rows.paragraph(Messages.binding("draft.answer.how")));
    }

    private Node answer(Prompt.Answer answer, int place, ToggleGroup group, int count) {
        RadioButton right = new RadioButton();
        right.textProperty().bind(Messages.binding("draft.answer", answer.id()));
        right.setToggleGroup(group);
        right.setSelected(answer.right());
        right.setId("draft-right-" + answer.id());
        right.selectedProperty().addListener((source, was, is) -> {
            if (is) {
                answers((one, at) -> new Prompt.Answer(one.id(), at == place, one.when()), false);
            }
        });
        HBox head = new HBox(8, right, Rows.space());
        if (count > FEWEST_ANSWERS) {
            head.getChildren().add(Buttons.link("draft.answer.remove", () -> removeAnswer(place)));
        }
        Conditions when = new Conditions(answer.when() == null ? List.of() : answer.when(), raced,
                all -> answers((one, at) -> at == place ? proved(one, all) : one, false));
        return new VBox(4, head, Labels.secondary("draft.answer.when"), when);
    }

    private static Prompt.Answer proved(Prompt.Answer one, List<StateCheck> when) {
        return new Prompt.Answer(one.id(), one.right(), when.isEmpty() ? null : when);
    }

    private interface Change {
        Prompt.Answer of(Prompt.Answer one, int place);
    }

    private void answers(Change change, boolean anew) {
        List<Prompt.Answer> all = new ArrayList<>(((Prompt.Choice) model.step().step().predict()).answers());
        for (int i = 0; i < all.size(); i++) {
            all.set(i, change.of(all.get(i), i));
        }
        put(all, anew);
    }

    private void put(List<Prompt.Answer> all, boolean anew) {
        if (anew) {
            model.editStep(step -> step.withPredict(new Prompt.Choice(all)));
        } else {
            set(new Prompt.Choice(all));
        }
    }

    private void addAnswer() {
        List<Prompt.Answer> all = new ArrayList<>(((Prompt.Choice) model.step().step().predict()).answers());
        List<String> taken = all.stream().map(Prompt.Answer::id).toList();
        char letter = 'a';
        while (taken.contains(String.valueOf(letter))) {
            letter++;
        }
        all.add(new Prompt.Answer(String.valueOf(letter), false, null));
        put(all, true);
    }

    private void removeAnswer(int place) {
        List<Prompt.Answer> all = new ArrayList<>(((Prompt.Choice) model.step().step().predict()).answers());
        all.remove(place);
        put(all, true);
    }

    private void number(Prompt.Number number) {
        ReadOff measure = number.measure();
        CheckBox known = Rows.check(Messages.binding("draft.number.known"));
        known.setSelected(number.right() != null);
        known.setOnAction(event -> model.editStep(step -> step.withPredict(with(number(), number().measure(),
                known.isSelected() ? Double.valueOf(0) : null))));
        Choice<ReadOff.What> what = new Choice<>(Messages.binding("draft.number.what"), List.of(ReadOff.What.values()),
                one -> Messages.text("draft.what." + one.name().toLowerCase(Locale.ROOT)));
        String first = measure == null ? raced.contenders().get(0).id() : measure.contender();
        nodes.add(Rows.field(Messages.binding("draft.number.what"), what.start(measure == null ? null : measure.what(),
                chosen -> model.editStep(step -> step.withPredict(with(number(), new ReadOff(chosen, first,
                        chosen == ReadOff.What.PARAMETER ? Integer.valueOf(0) : null), number().right()))))));
        if (measure != null) {
            nodes.add(who(measure.contender(), id -> set(with(number(), new ReadOff(number().measure().what(), id,
                    number().measure().parameter()), number().right()))));
            if (measure.parameter() != null) {
                nodes.add(Rows.field(Messages.binding("draft.number.parameter"), field(0, true, measure.parameter(),
                        value -> set(with(number(), new ReadOff(ReadOff.What.PARAMETER, number().measure().contender(), (int) value),
                                number().right())))));
            }
        }
        nodes.add(known);
        if (number.right() != null) {
            nodes.add(Rows.field(Messages.binding("draft.number.right"), field(-FARTHEST, false, number.right(),
                    value -> set(with(number(), number().measure(), value)))));
        }
        CheckBox relative = Rows.check(Messages.binding("draft.number.relative"));
        relative.setSelected(number.relative());
        relative.setOnAction(event -> set(new Prompt.Number(number().measure(), number().right(), number().tolerance(),
                relative.isSelected())));
        nodes.add(tolerance(number.tolerance(), value -> set(new Prompt.Number(number().measure(), number().right(), value,
                number().relative()))));
        nodes.add(relative);
    }

    private Prompt.Number number() {
        return (Prompt.Number) model.step().step().predict();
    }

    private static Prompt.Number with(Prompt.Number number, ReadOff measure, Double right) {
        return new Prompt.Number(measure, right, number.tolerance(), number.relative());
    }

    private Node who(String start, Consumer<String> then) {
        Choice<String> who = new Choice<>(Messages.binding("draft.who"), raced.contenders().stream().map(ContenderSpec::id).toList(),
                id -> raced.contenders().stream().filter(one -> one.id().equals(id)).map(ContenderSpec::name).findFirst().orElse(id));
        return Rows.field(Messages.binding("draft.who"), who.start(start, then));
    }

    private static Node tolerance(double start, DoubleConsumer then) {
        return Rows.field(Messages.binding("draft.tolerance"), field(0, false, start, then));
    }

    private static NumberField field(double least, boolean whole, double start, DoubleConsumer then) {
        NumberField field = new NumberField(least, FARTHEST, whole, start);
        field.valueProperty().addListener((source, old, typed) -> then.accept(typed.doubleValue()));
        return field;
    }
}
