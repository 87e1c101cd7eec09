package downhill.ui.screen.data;

import downhill.data.DataSettings;
import downhill.data.DataSpec;
import downhill.data.ImageSpec;
import downhill.data.SequenceSpec;
import downhill.setting.Setting;
import downhill.ui.control.Choice;
import downhill.ui.control.SettingField;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Whether the features are columns, an image, or rows of a time series, and how large. */
final class ShapeForm {
    private static final double FIELD = 70;

    private final DataModel model;
    private final Choice<FeatureShape> shape;
    private final SettingField<Long> channels = number(DataSettings.CHANNELS);
    private final SettingField<Long> height = number(DataSettings.HEIGHT);
    private final SettingField<Long> width = number(DataSettings.WIDTH);
    private final SettingField<Long> window = number(DataSettings.WINDOW);
    private final SettingField<Long> horizon = number(DataSettings.HORIZON);
    private final SettingField<Long> stride = number(DataSettings.STRIDE);
    private final HBox image = row(channels, height, width);
    private final HBox series = row(window, horizon, stride);
    private final VBox rows = new VBox(6);
    private boolean showing;

    ShapeForm(DataModel model) {
        this.model = model;
        shape = new Choice<FeatureShape>(Messages.binding("data.shape"), List.of(FeatureShape.values()),
                value -> Messages.text("data.shape." + DataWords.key(value)))
                .start(FeatureShape.TABLE, value -> act(() -> model.setShape(value)));
        List.of(channels, height, width).forEach(one -> one.onChange(() -> act(this::imageTyped)));
        List.of(window, horizon, stride).forEach(one -> one.onChange(() -> act(this::seriesTyped)));
        rows.getChildren().addAll(SettingsForm.field("data.shape", shape), image, series);
    }

    VBox node() {
        return rows;
    }

    void show(DataSpec spec) {
        showing = true;
        shape.setValue(FeatureShape.of(spec));
        image.setVisible(spec.image() != null);
        series.setVisible(spec.sequence() != null);
        if (spec.image() != null) {
            channels.show((long) spec.image().channels());
            height.show((long) spec.image().height());
            width.show((long) spec.image().width());
        }
        if (spec.sequence() != null) {
            window.show((long) spec.sequence().window());
            horizon.show((long) spec.sequence().horizon());
            stride.show((long) spec.sequence().stride());
        }
        showing = false;
    }

    /** What was typed may be let go when the table in view is another by then: one that is no image becomes none by it. */
    private void imageTyped() {
        model.change(spec -> spec.image() == null ? spec
                : spec.withImage(new ImageSpec(whole(channels), whole(height), whole(width))));
    }

    /** The same of a series. */
    private void seriesTyped() {
        model.change(spec -> spec.sequence() == null ? spec
                : spec.withSequence(new SequenceSpec(whole(window), whole(horizon), whole(stride), spec.sequence().level())));
    }

    private void act(Runnable action) {
        if (!showing) {
            action.run();
        }
    }

    private static int whole(SettingField<Long> field) {
        return field.value().intValue();
    }

    private static SettingField<Long> number(Setting<Long> setting) {
        SettingField<Long> field = new SettingField<>(setting, 1L);
        field.control().setPrefWidth(FIELD);
        field.control().setMinWidth(0);
        return field;
    }

    private static HBox row(SettingField<?>... fields) {
        HBox row = new HBox(6, Stream.of(fields).map(SettingsForm::field).toArray(Node[]::new));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
