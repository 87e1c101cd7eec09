package downhill.ui.screen.lesson;

import javafx.scene.Node;

/** Where a prediction is given. */
interface AnswerField {
    /** What is shown. */
    Node node();
}
