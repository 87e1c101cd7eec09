package downhill.ui.screen.lesson;

import downhill.lesson.Given;
import downhill.lesson.Marking;
import downhill.lesson.Prompt;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** A curve to draw; once it has run, what it came to is drawn beside. */
final class DrawingAnswer implements AnswerField {
    private static final int POINTS = 41;
    private static final int REAL = 201;
    private static final int LOW = -6;
    private static final int HIGH = 2;
    /** A power of ten at which nobody's loss begins for sure. */
    private static final double START = 0;

    private final VBox box;

    DrawingAnswer(LessonModel model, Prompt.Drawing drawing) {
        long last = model.step().run();
        DrawPad pad = new DrawPad(POINTS, LOW, HIGH, START, last, losses -> model.say(new Given.Drawn(losses)));
        pad.setId("answer-drawing");
        if (model.given() instanceof Given.Drawn drawn) {
            pad.set(drawn.losses());
        }
        if (model.phase() == LessonModel.Phase.TOLD && model.outcome() != null) {
            List<Double> real = Marking.curve(drawing.contender(), model.outcome().there(), model.outcome().first(), last, REAL);
            pad.show(real);
        }
        pad.setDisable(model.phase() != LessonModel.Phase.ASKING);
        box = new VBox(6, Rows.paragraph(Messages.binding("lesson.draw.how")), pad);
    }

    @Override
    public Node node() {
        return box;
    }
}
