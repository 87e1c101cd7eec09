package downhill.ui.screen.lesson;

import downhill.lesson.Given;
import downhill.lesson.Marking;
import downhill.lesson.Prompt;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A number to type; once it has run, what it came to stands beside. */
final class NumberAnswer implements AnswerField {
    private static final int DIGITS = 4;
    private static final double FARTHEST = 1e12;

    private final VBox box;

    NumberAnswer(LessonModel model, Prompt.Number number) {
        NumberField field = new NumberField(-FARTHEST, FARTHEST, false, 0);
        field.setId("answer-number");
        field.setPrefColumnCount(10);
        field.accessibleTextProperty().bind(Messages.binding("lesson.number"));
        if (model.given() instanceof Given.Typed typed) {
            field.valueProperty().set(typed.value());
        } else {
            field.clear();
        }
        field.setDisable(model.phase() != LessonModel.Phase.ASKING);
        field.textProperty().addListener((source, old, now) -> typed(model, now));
        HBox row = new HBox(8, Labels.secondary("lesson.said"), field, field.problemLabel());
        row.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(6, row);
        if (model.phase() == LessonModel.Phase.TOLD && model.situation() != null) {
            box.getChildren().add(Labels.of("lesson.truth", Numbers.significant(Marking.truth(number, model.situation()), DIGITS)));
        }
    }

    /** Each key counts, so that what leads on is there as soon as a number is. */
    private static void typed(LessonModel model, String text) {
        double value = Numbers.parse(text);
        boolean known = model.given() instanceof Given.Typed typed && typed.value() == value;
        if (Double.isFinite(value) && !known) {
            model.say(new Given.Typed(value));
        }
    }

    @Override
    public Node node() {
        return box;
    }
}
