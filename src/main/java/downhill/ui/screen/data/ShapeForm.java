package downhill.ui.screen.data;

import downhill.data.DataSpec;
import downhill.data.ImageSpec;
import downhill.data.SequenceSpec;
import downhill.ui.control.Choice;
import downhill.ui.control.NumberField;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Whether the features are columns, an image, or rows of a time series, and how large. */
final class ShapeForm {
    private static final double MOST = 100_000;
    private static final double FIELD = 70;

    private final DataModel model;
    private final Choice<Shape> shape;
    private final NumberField channels = number("data.image.channels");
    private final NumberField height = number("data.image.height");
    private final NumberField width = number("data.image.width");
    private final NumberField window = number("data.series.window");
    private final NumberField horizon = number("data.series.horizon");
    private final NumberField stride = number("data.series.stride");
    private final HBox image = row(SettingsForm.field("data.image.channels", channels), SettingsForm.field("data.image.height", height),
            SettingsForm.field("data.image.width", width));
    private final HBox series = row(SettingsForm.field("data.series.window", window), SettingsForm.field("data.series.horizon", horizon),
            SettingsForm.field("data.series.stride", stride));
    private final VBox rows = new VBox(6);
    private boolean showing;

    ShapeForm(DataModel model) {
        this.model = model;
        shape = new Choice<Shape>(Messages.binding("data.shape"), List.of(Shape.values()), value -> Messages.text("data.shape." + DataWords.key(value)))
                .start(Shape.TABLE, value -> act(() -> model.setShape(value)));
        for (NumberField one : List.of(channels, height, width)) {
            one.valueProperty().addListener((source, old, now) -> act(this::imageTyped));
        }
        for (NumberField one : List.of(window, horizon, stride)) {
            one.valueProperty().addListener((source, old, now) -> act(this::seriesTyped));
        }
        rows.getChildren().addAll(SettingsForm.field("data.shape", shape), image, series);
    }

    VBox node() {
        return rows;
    }

    void show(DataSpec spec) {
        showing = true;
        shape.setValue(Shape.of(spec));
        image.setVisible(spec.image() != null);
        series.setVisible(spec.sequence() != null);
        if (spec.image() != null) {
            channels.valueProperty().set(spec.image().channels());
            height.valueProperty().set(spec.image().height());
            width.valueProperty().set(spec.image().width());
        }
        if (spec.sequence() != null) {
            window.valueProperty().set(spec.sequence().window());
            horizon.valueProperty().set(spec.sequence().horizon());
            stride.valueProperty().set(spec.sequence().stride());
        }
        showing = false;
    }

    private void imageTyped() {
        model.change(spec -> spec.withImage(new ImageSpec(whole(channels), whole(height), whole(width))));
    }

    private void seriesTyped() {
        model.change(spec -> spec.withSequence(new SequenceSpec(whole(window), whole(horizon), whole(stride), spec.sequence().level())));
    }

    private void act(Runnable action) {
        if (!showing) {
            action.run();
        }
    }

    private static int whole(NumberField field) {
        return (int) field.valueProperty().get();
    }

    private static NumberField number(String key) {
        NumberField field = Whole.of(Messages.binding(key), 1, MOST, 1);
        field.setPrefWidth(FIELD);
        field.setMinWidth(0);
        return field;
    }

    private static HBox row(Node... fields) {
        HBox row = new HBox(6, fields);
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
