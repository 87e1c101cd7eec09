package downhill.ui.screen.lesson;

import downhill.lesson.Given;
import downhill.lesson.Prompt;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A place on the surface: clicked there, or typed. Once it has run, where it came to stands beside. */
final class PlaceAnswer implements AnswerField {
    private static final int DIGITS = 3;
    private static final double FARTHEST = 1e9;

    private final NumberField x;
    private final NumberField y;
    private final VBox box;

    PlaceAnswer(LessonModel model, Prompt.Place place) {
        x = field("lesson.place.x", "answer-x", model);
        y = field("lesson.place.y", "answer-y", model);
        if (model.given() instanceof Given.Clicked clicked) {
            x.valueProperty().set(clicked.x());
            y.valueProperty().set(clicked.y());
        } else {
            x.clear();
            y.clear();
        }
        HBox row = new HBox(8, Labels.plain("x", "math"), x, Labels.plain("y", "math"), y);
        row.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(6, Rows.paragraph(Messages.binding("lesson.place.how")), row);
        x.textProperty().addListener((source, old, now) -> typed(model));
        y.textProperty().addListener((source, old, now) -> typed(model));
        double[] there = model.situation() == null ? new double[0] : model.situation().parameters(place.contender());
        if (model.phase() == LessonModel.Phase.TOLD && there.length == 2) {
            box.getChildren().add(Labels.of("lesson.place.truth", Numbers.significant(there[0], DIGITS), Numbers.significant(there[1],
                    DIGITS)));
        }
    }

    private void typed(LessonModel model) {
        double first = Numbers.parse(x.getText());
        double second = Numbers.parse(y.getText());
        if (Double.isFinite(first) && Double.isFinite(second)) {
            model.say(new Given.Clicked(first, second));
        }
    }

    private static NumberField field(String key, String id, LessonModel model) {
        NumberField field = new NumberField(-FARTHEST, FARTHEST, false, 0);
        field.setId(id);
        field.setPrefColumnCount(6);
        field.setDisable(model.phase() != LessonModel.Phase.ASKING);
        field.accessibleTextProperty().bind(Messages.binding(key));
        return field;
    }

    /** Somebody clicked there. */
    void clicked(double atX, double atY) {
        x.setText(Numbers.fixed(atX, 2));
        y.setText(Numbers.fixed(atY, 2));
        x.take();
        y.take();
    }

    @Override
    public Node node() {
        return box;
    }
}
