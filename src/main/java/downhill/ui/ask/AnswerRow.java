package downhill.ui.ask;

import downhill.data.Visible;
import downhill.ui.control.ContenderName;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.StyleSample;
import downhill.ui.control.ValueSpan;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What one model says: a class with the probabilities of the classes as bars, or a number on the range of training. */
final class AnswerRow extends VBox {
    private static final double NAME = 96;
    /** Of a prediction with more {@link #LETTERS}; it leaves room for the contender's name. */
    private static final double PREDICTION = 150;
    private static final int LETTERS = 18;

    private final ObservableValue<Theme> theme = sceneProperty().flatMap(Theme::of).orElse(Theme.LIGHT);
    private final Answer like;
    private final Label prediction = Labels.shortened(Labels.plain("", "strong"));
    private final List<Label> names = new ArrayList<>();
    private final List<ProgressBar> bars = new ArrayList<>();
    private final List<Label> percents = new ArrayList<>();
    private final GridPane grid = new GridPane(8, 2);
    private final Label reason = Labels.plain("", "secondary", "small");
    private final AnswerScale scale;

    /** For {@code answer} and those like it. */
    AnswerRow(Answer answer, ValueSpan targets) {
        super(3);
        like = answer;
        scale = targets == null || Double.isNaN(answer.value()) ? null : new AnswerScale(answer.from().style());
        getChildren().add(head());
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        if (!answer.reason().isEmpty()) {
            getChildren().add(reason);
        }
        if (!answer.shares().isEmpty()) {
            getChildren().add(shares(answer));
        }
        if (scale != null) {
            getChildren().add(scale);
        }
        theme.addListener((source, old, now) -> colour());
        colour();
    }

    /** Whether this can show {@code other}: it is of the same model and has as many parts. */
    boolean suits(Answer other) {
        return like.from().name().equals(other.from().name()) && like.from().style() == other.from().style()
                && like.shares().size() == other.shares().size() && like.others() == other.others()
                && like.reason().isEmpty() == other.reason().isEmpty() && Double.isNaN(like.value()) == Double.isNaN(other.value());
    }

    private HBox head() {
        ContenderName name = new ContenderName();
        name.show(like.from().name(), like.from().style());
        HBox head = new HBox(8, new StyleSample(like.from().style()), name, Rows.space(), prediction);
        prediction.setMinWidth(Label.USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private GridPane shares(Answer answer) {
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(NAME), wide, new ColumnConstraints());
        int rows = answer.shares().size() + (answer.others() > 0 ? 1 : 0);
        for (int row = 0; row < rows; row++) {
            names.add(Labels.shortened(Labels.plain("", "secondary")));
            bars.add(bar());
            percents.add(Labels.plain("", "secondary"));
            percents.get(row).setMinWidth(Label.USE_PREF_SIZE);
            grid.addRow(row, names.get(row), bars.get(row), percents.get(row));
        }
        return grid;
    }

    private static ProgressBar bar() {
        ProgressBar bar = new ProgressBar(0);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefWidth(90);
        bar.setFocusTraversable(false);
        return bar;
    }

    /** Shows one that it {@linkplain #suits suits}; {@code known} is the number in the data, NaN where there is none. */
    void show(Answer answer, ValueSpan targets, double known) {
        prediction.setText(Visible.text(answer.prediction()));
        prediction.setPrefWidth(answer.prediction().length() > LETTERS ? PREDICTION : USE_COMPUTED_SIZE);
        reason.setText(answer.reason());
        for (int i = 0; i < answer.shares().size(); i++) {
            Answer.Share share = answer.shares().get(i);
            boolean said = share.name().equals(answer.prediction());
            show(i, Visible.text(share.name()), share.probability(), said);
        }
        if (answer.others() > 0) {
            show(answer.shares().size(), Messages.text("scoring.others", Numbers.count(answer.others())), answer.rest(), false);
        }
        if (scale != null) {
            scale.show(targets, answer.value(), known);
        }
    }

    private void show(int row, String name, double probability, boolean said) {
        names.get(row).setText(name);
        names.get(row).getStyleClass().setAll("label", said ? "strong" : "secondary");
        bars.get(row).setProgress(probability);
        percents.get(row).setText(Numbers.percent(probability));
    }

    /** Bars are of the contender's colour. */
    private void colour() {
        String css = theme.getValue().palette().contender(like.from().style()).line().css();
        grid.setStyle("-dh-accent: " + css);
    }
}
