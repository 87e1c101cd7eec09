package downhill.ui.sample;

import downhill.data.source.SampleData;
import downhill.ui.control.Labels;
import downhill.ui.control.Tip;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** A button for each bundled data set: a sketch of it, its name, how large it is. The sketches come when they are drawn. */
public final class SampleTiles {
    private final List<Button> buttons = new ArrayList<>();
    private final List<SketchView> views = new ArrayList<>();
    private final FxExecutor work;
    private final String place;
    private boolean drawn;

    /** {@code place} names where they are, each place once; {@code work} draws; {@code chosen} is told which was pressed. */
    public SampleTiles(String place, FxExecutor work, Consumer<SampleData> chosen) {
        this.place = place;
        this.work = work;
        SampleData.list().forEach(sample -> buttons.add(button(sample, chosen)));
    }

    /** Puts the buttons into {@code place}. */
    public <P extends Pane> P into(P place) {
        place.getChildren().addAll(buttons);
        return place;
    }

    /** Draws the sketches in the background, the first time that it is called. */
    public void draw() {
        if (drawn) {
            return;
        }
        drawn = true;
        work.<List<Sketch>>submit("sample." + place, task -> SampleData.list().stream().map(Sketcher::of).toList(), this::show,
                failure -> { }); // without a sketch they can be chosen too
    }

    private void show(List<Sketch> sketches) {
        for (int i = 0; i < views.size(); i++) {
            views.get(i).show(sketches.get(i));
        }
    }

    /** Where a sample is from and under which licence. */
    public static ObservableValue<String> source(SampleData sample) {
        return Messages.binding("data.sample.source." + sample.name());
    }

    private Button button(SampleData sample, Consumer<SampleData> chosen) {
        SketchView view = new SketchView();
        views.add(view);
        ObservableValue<String> name = Messages.binding("data.sample." + sample.name());
        Label title = Labels.shortened(Labels.bound(name));
        Label size = Labels.shortened(Labels.styled(Labels.bound(Messages.binding("sample.size", Numbers.count(sample.rows()),
                Numbers.count(sample.columns() - 1L))), "secondary", "small"));
        HBox content = new HBox(10, view, new VBox(2, title, size));
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("sample-" + sample.name());
        button.getStyleClass().addAll("list-button", "sample-tile");
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(name);
        Tip.on(button, source(sample));
        button.setOnAction(event -> chosen.accept(sample));
        return button;
    }
}
