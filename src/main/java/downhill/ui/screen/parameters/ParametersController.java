package downhill.ui.screen.parameters;

import downhill.ui.chart.LineChart;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.LinkedViews;
import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.PlaneOptions;
import downhill.ui.control.Choice;
import downhill.ui.control.WrapRow;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where two parameters go: each against the step, and one against the other with a moving head. */
public final class ParametersController extends LiveScreen {
    private final ParametersModel model;
    private final LineChart first = new LineChart();
    private final LineChart second = new LineChart();
    private final PlaneChart plane = new PlaneChart();
    private final HBox content;
    private final WrapRow options = new WrapRow(8);

    /** The screen of {@code session}. */
    public ParametersController(Session session, CurveFeed curves) {
        model = new ParametersModel(session, curves);
        VBox lines = new VBox(8, first, second);
        VBox.setVgrow(first, Priority.ALWAYS);
        VBox.setVgrow(second, Priority.ALWAYS);
        content = new HBox(12, lines, plane);
        for (Node half : new Node[] {lines, plane}) {
            HBox.setHgrow(half, Priority.ALWAYS);
        }
        lines.setPrefWidth(300);
        plane.setPrefWidth(300);
        options.setAlignment(Pos.CENTER_RIGHT);
        attached.bindBoth(first.hoverXProperty(), session.selection().hoverStepProperty());
        attached.bindBoth(second.hoverXProperty(), session.selection().hoverStepProperty());
        attached.listen(session.selection().hoverStepProperty(), now -> mark());
        LinkedViews.across(attached, second.viewProperty(), first.viewProperty());
        attached.bind(first.emptyTextProperty(), Messages.binding("parameters.empty"));
        attached.bind(second.emptyTextProperty(), Messages.binding("parameters.empty"));
        attached.bind(plane.emptyTextProperty(), Messages.binding("parameters.empty.plane"));
        attached.bind(plane.titleProperty(), Messages.binding("parameters.plane"));
        attached.bind(first.titleProperty(), Messages.binding("parameters.first"));
        attached.bind(second.titleProperty(), Messages.binding("parameters.second"));
        attached.listen(session.snapshotProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    @Override
    public String titleKey() {
        return "tab.parameters";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node options() {
        return options;
    }

    @Override
    public void dispose() {
        super.dispose();
        first.dispose();
        second.dispose();
        plane.dispose();
    }

    @Override
    protected void refresh() {
        if (!isActive() || model.session().experiment() == null) {
            return;
        }
        if (model.refreshNames()) {
            options.getChildren().setAll(choice("parameters.first", model.firstProperty()),
                    choice("parameters.second", model.secondProperty()));
        }
        if (model.names().isEmpty()) {
            return;
        }
        show(first, model.firstProperty().get());
        show(second, model.secondProperty().get());
        plane.setOptions(PlaneOptions.PLAIN.titled(name(model.firstProperty().get()), name(model.secondProperty().get())));
        plane.setPaths(model.paths());
    }

    /** Rings where everybody was at the step pointed at. */
    private void mark() {
        if (isActive() && !model.names().isEmpty()) {
            plane.setMarks(model.marks());
        }
    }

    private void show(LineChart chart, int parameter) {
        chart.show(LineOptions.PLAIN.titled(Messages.text("race.step"), name(parameter)).at(model.shownStep()),
                model.series(parameter));
    }

    private String name(int parameter) {
        return model.names().get(parameter);
    }

    private Choice<Integer> choice(String key, IntegerProperty which) {
        List<Integer> all = IntStream.range(0, model.names().size()).boxed().toList();
        Choice<Integer> choice = new Choice<Integer>(Messages.binding(key), all, model.names()::get).start(which.get(), value -> {
            model.choose(which, value);
            refresh();
        });
        choice.getStyleClass().add("quiet");
        choice.setVisibleRowCount(16);
        return choice;
    }
}
