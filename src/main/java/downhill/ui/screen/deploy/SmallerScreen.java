package downhill.ui.screen.deploy;

import downhill.analysis.score.ScoreMetric;
import downhill.ui.chart.PickChart;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.CommandButton;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.command.Command;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** The forms that were made: what they cost and what they are worth. A disc, or Enter at the cursor, chooses one. */
final class SmallerScreen extends DeployScreen {
    private final PickChart chart = new PickChart();
    private final Choice<Cost> cost;
    private final Choice<ScoreMetric> metric;
    private final Command make;
    private FrontPicture picture;

    /** {@code make} makes all forms. */
    SmallerScreen(DeployModel model, Command make) {
        super(model, "smaller");
        this.make = make;
        cost = new Choice<Cost>(Messages.binding("deploy.x"), List.of(Cost.values()), one -> Messages.text(one.key()))
                .start(Cost.SIZE, model.costProperty()::set);
        metric = new Choice<ScoreMetric>(Messages.binding("deploy.y"), List.of(), one -> Spoken.text(one.said()))
                .start(null, model.metricProperty()::set);
        cost.setId("deploy-x");
        metric.setId("deploy-y");
        cost.getStyleClass().add(Choice.QUIET);
        metric.getStyleClass().add(Choice.QUIET);
        options.getChildren().setAll(axis("deploy.x.short", cost), axis("deploy.y.short", metric));
        chart.setId("deploy-front");
        chart.setPicked(this::picked);
        chart.setWords(number -> picture == null ? "" : picture.words(number));
        attached.bind(chart.titleProperty(), Messages.binding("deploy.front"));
        attached.bind(chart.emptyTextProperty(), Messages.binding("deploy.soon"));
        attached.listen(model.costProperty(), now -> refresh());
        attached.listen(model.metricProperty(), now -> refresh());
        attached.add(chart::dispose);
    }

    private static HBox axis(String key, Choice<?> choice) {
        HBox both = new HBox(2, Labels.secondary(key), choice);
        both.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return both;
    }

    private void picked(int number) {
        model.chosenProperty().set(picture.form(number).wish());
    }

    @Override
    protected Node picture() {
        ScoreMetric judge = model.metric();
        metric.offer(ScoreMetric.fitting(judge), judge);
        cost.offer(List.of(Cost.values()), model.costProperty().get());
        picture = new FrontPicture(model.forms(), judge, model.costProperty().get(), model.chosenProperty().get());
        if (picture.isEmpty()) {
            Button button = CommandButton.explained(Buttons.primary("deploy.make", make::run), make);
            button.setId("deploy-make");
            return new EmptyState(model.isMaking() ? "deploy.making" : "deploy.smaller.empty", "deploy.smaller.empty.how", button);
        }
        chart.show(picture.drawing());
        return chart;
    }
}
