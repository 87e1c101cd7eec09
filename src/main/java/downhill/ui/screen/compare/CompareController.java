package downhill.ui.screen.compare;

import downhill.race.ContenderSpec;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.Range;
import downhill.ui.control.Choice;
import downhill.ui.control.EmptyState;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Racing.Quantity;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

/** All contenders side by side on equal axes; hovering and zooming one does it in all. */
public final class CompareController implements Screen {
    private static final double GAP = 16;

    private final CompareModel model;
    private final GridPane grid = new GridPane(GAP, GAP);
    private final StackPane content = new StackPane(grid);
    private final HBox options = new HBox();
    private final List<ComparePanel> panels = new ArrayList<>();
    private final Subscriptions attached = new Subscriptions();
    private final Subscriptions links = new Subscriptions();
    private boolean active;

    /** The screen of {@code session}. */
    public CompareController(Session session, CurveFeed curves) {
        model = new CompareModel(session, curves);
        Choice<Quantity> choice = new Choice<>(Messages.binding("compare.quantity"), List.of(Quantity.TRAINING_LOSS, Quantity.VALIDATION_LOSS, Quantity.METRIC,
                Quantity.LEARNING_RATE), CompareModel::words);
        choice.getStyleClass().add("quiet");
        attached.bindBoth(choice.valueProperty(), model.quantityProperty());
        options.setAlignment(Pos.CENTER_RIGHT);
        options.getChildren().add(choice);
        attached.listen(session.snapshotProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(model.quantityProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    @Override
    public String titleKey() {
        return "tab.compare";
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
    public boolean overMultiples() {
        return false;
    }

    @Override
    public void setActive(boolean on) {
        active = on;
        refresh();
    }

    @Override
    public void dispose() {
        attached.dispose();
        links.dispose();
        panels.forEach(ComparePanel::dispose);
    }

    private void refresh() {
        if (!active) {
            return;
        }
        List<ContenderSpec> shown = model.shown();
        if (panels.isEmpty() || !shown.stream().map(ContenderSpec::id).toList().equals(panels.stream().map(ComparePanel::contender).toList())) {
            rebuild(shown);
        }
        LineOptions look = model.look();
        Range x = model.x();
        Range y = model.y();
        for (int i = 0; i < panels.size(); i++) {
            ContenderSpec one = shown.get(i);
            panels.get(i).show(one, Snapshots.of(model.session().snapshotProperty().get(), one.id()).orElse(null), model.curve(one.id()),
                    model.second(one.id()), look, x, y);
        }
    }

    private void rebuild(List<ContenderSpec> shown) {
        links.dispose();
        panels.forEach(ComparePanel::dispose);
        panels.clear();
        shown.forEach(one -> panels.add(new ComparePanel(one.id())));
        content.getChildren().setAll(shown.isEmpty() ? new EmptyState("compare.none", "compare.none.how") : grid);
        arrange();
        for (int i = 1; i < panels.size(); i++) {
            links.bindBoth(panels.get(i).chart().hoverXProperty(), panels.get(0).chart().hoverXProperty());
            links.bindBoth(panels.get(i).chart().viewProperty(), panels.get(0).chart().viewProperty());
        }
    }

    private void arrange() {
        int columns = (int) Math.ceil(Math.sqrt(panels.size()));
        int rows = columns == 0 ? 0 : (panels.size() + columns - 1) / columns;
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            row.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(row);
        }
        for (int i = 0; i < panels.size(); i++) {
            grid.add(panels.get(i).node(), i % columns, i / columns);
        }
    }
}
