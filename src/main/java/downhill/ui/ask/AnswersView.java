package downhill.ui.ask;

import downhill.ui.control.ValueSpan;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.layout.VBox;

/** What each model says, one below the other; what changes only in numbers keeps its nodes. */
final class AnswersView {
    private final VBox node = new VBox(12);

    AnswersView() {
        node.setId("scoring-answers");
        node.setFocusTraversable(true);
        show(List.of(), null, Double.NaN);
    }

    VBox node() {
        return node;
    }

    /**
     * Shows them.
     *
     * @param targets how far the numbers to predict reach; null for classes, and where that is not known
     * @param known   the number in the data; NaN where there is none
     */
    void show(List<Answer> answers, ValueSpan targets, double known) {
        if (!suits(answers)) {
            node.getChildren().setAll(answers.stream().map(answer -> new AnswerRow(answer, targets)).toList());
        }
        for (int i = 0; i < answers.size(); i++) {
            row(i).show(answers.get(i), targets, known);
        }
        node.setAccessibleText(answers.isEmpty() ? Messages.text("scoring.title")
                : String.join("; ", answers.stream().map(Answer::words).toList()));
    }

    private boolean suits(List<Answer> answers) {
        boolean all = answers.size() == node.getChildren().size();
        for (int i = 0; all && i < answers.size(); i++) {
            all = row(i).suits(answers.get(i));
        }
        return all;
    }

    private AnswerRow row(int i) {
        return (AnswerRow) node.getChildren().get(i);
    }
}
