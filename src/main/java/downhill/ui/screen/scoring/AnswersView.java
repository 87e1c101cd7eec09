package downhill.ui.screen.scoring;

import downhill.ui.control.ContenderName;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.StyleSample;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What each model says, one below the other. */
final class AnswersView {
    private static final double BAR = 150;
    private static final double NAME = 120;
    /** Of a prediction with more {@link #LETTERS}; it leaves room for the contender's name. */
    private static final double PREDICTION = 170;
    private static final int LETTERS = 20;

    private final VBox node = new VBox(14);

    AnswersView() {
        node.setId("scoring-answers");
        node.setFocusTraversable(true);
        show(List.of());
    }

    VBox node() {
        return node;
    }

    void show(List<Answer> answers) {
        node.getChildren().setAll(answers.stream().map(AnswersView::one).toList());
        node.setAccessibleText(answers.isEmpty() ? Messages.text("scoring.title")
                : String.join("; ", answers.stream().map(Answer::words).toList()));
    }

    private static VBox one(Answer answer) {
        ContenderName name = new ContenderName();
        name.show(answer.from().name(), answer.from().style());
        Label prediction = Labels.shortened(Labels.plain(answer.prediction(), "strong"));
        prediction.setMinWidth(Label.USE_PREF_SIZE);
        prediction.setPrefWidth(answer.prediction().length() > LETTERS ? PREDICTION : Label.USE_COMPUTED_SIZE);
        HBox head = new HBox(8, new StyleSample(answer.from().style()), name, Rows.space(), prediction);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, head);
        if (!answer.reason().isEmpty()) {
            Label reason = Labels.plain(answer.reason(), "secondary", "small");
            reason.setWrapText(true);
            reason.setMinHeight(Label.USE_PREF_SIZE);
            box.getChildren().add(reason);
        }
        if (!answer.shares().isEmpty()) {
            box.getChildren().add(shares(answer));
        }
        return box;
    }

    private static GridPane shares(Answer answer) {
        GridPane grid = new GridPane(8, 2);
        int row = 0;
        for (Answer.Share share : answer.shares()) {
            Label name = Labels.shortened(Labels.plain(share.name(), share.name().equals(answer.prediction()) ? "strong" : "secondary"));
            name.setMaxWidth(NAME);
            name.setPrefWidth(NAME);
            ProgressBar bar = new ProgressBar(share.probability());
            bar.setPrefWidth(BAR);
            bar.setMinHeight(6);
            bar.setPrefHeight(6);
            bar.setFocusTraversable(false);
            Label percent = Labels.plain(Numbers.percent(share.probability()), "secondary");
            percent.setMinWidth(Label.USE_PREF_SIZE);
            grid.addRow(row++, name, bar, percent);
        }
        return grid;
    }
}
