package downhill.ui.screen.data;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Generator;
import downhill.data.SourceSettings;
import downhill.data.source.SampleData;
import downhill.ui.control.Buttons;
import downhill.ui.control.Choice;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
import downhill.ui.control.Tip;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.sample.SampleTiles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Bundled data sets, and generators with noise, size and seed. */
final class Gallery {
    private static final double WIDTH = 560;

    private final Sheets sheets;
    private final Consumer<DataSpec> chosen;

    Gallery(Sheets sheets, Consumer<DataSpec> chosen) {
        this.sheets = sheets;
        this.chosen = chosen;
    }

    void open() {
        VBox samples = new VBox(0);
        SampleData.list().forEach(sample -> samples.getChildren().add(sample(sample)));
        VBox list = new VBox(8, Labels.styled(Labels.bound(Messages.binding("data.gallery.samples")), "strong"), samples, Rows.divider());
        list.getChildren().addAll(Labels.styled(Labels.bound(Messages.binding("data.gallery.generators")), "strong"), generators());
        sheets.open(Messages.binding("data.gallery"), WIDTH, list);
    }

    private Button sample(SampleData sample) {
        Label size = Labels.of("data.gallery.size", Numbers.count(sample.rows()), Numbers.count(sample.columns() - 1L),
                DataWords.taskTold(sample.task()));
        HBox words = new HBox(8, Labels.bound(DataWords.sampleTitle(sample)), Rows.space(), Labels.styled(size, "secondary", "small"));
        words.setPrefWidth(WIDTH - 70);
        Button button = new Button("", words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("list-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(DataWords.sampleTitle(sample));
        Tip.on(button, SampleTiles.source(sample));
        button.setOnAction(event -> take(sample.spec()));
        return button;
    }

    private VBox generators() {
        Choice<Generator> kind = new Choice<>(Messages.binding("data.gallery.kind"), List.of(Generator.values()),
                value -> Messages.text("data.generator." + DataWords.key(value)));
        kind.setValue(Generator.MOONS);
        SettingField<Long> rows = new SettingField<>(SourceSettings.ROWS, null);
        SettingField<Double> noise = new SettingField<>(SourceSettings.NOISE, null);
        SettingField<Long> seed = new SettingField<>(SourceSettings.SEED, null);
        Button make = Buttons.primary("data.gallery.make",
                () -> take(DataSpec.of(new DataSource.Generated(kind.getValue(), rows.value().intValue(),
                noise.value(), seed.value()))));
        HBox foot = new HBox(Rows.space(), make);
        return new VBox(6, Rows.field(Messages.binding("data.gallery.kind"), kind), rows.row(), noise.row(), seed.row(), foot);
    }

    private void take(DataSpec spec) {
        sheets.close();
        chosen.accept(spec);
    }
}
