package downhill.ui.screen.data;

import downhill.data.ImportOptions;
import downhill.ui.control.Buttons;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.control.Whole;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** Asks whether a sample of a very large file is to be read, or all of it. Nothing is read unless a person says so. */
final class LargeFile {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 170;
    private static final double MEGABYTE = 1 << 20;
    private static final int ROWS = 100_000;

    private LargeFile() {
    }

    static void ask(Path file, long bytes, Sheets sheets, Consumer<ImportOptions> then) {
        NumberField rows = Whole.of(Messages.binding("data.large.rows"), 2, 100_000_000, ROWS);
        NumberField seed = Whole.of(Messages.binding("data.seed"), 0, 1e15, 0);
        VBox content = new VBox(10, Rows.paragraph(Messages.binding("data.large.text", file.getFileName().toString(), Numbers.count(Math.round(bytes / MEGABYTE)))),
                Rows.field(Messages.binding("data.large.rows"), rows), Rows.field(Messages.binding("data.seed"), seed));
        content.setMinHeight(HEIGHT);
        sheets.open(Messages.binding("data.large"), WIDTH, content, Buttons.ghost("data.import.cancel", sheets::close),
                Buttons.ghost("data.large.all", () -> {
                    sheets.close();
                    then.accept(ImportOptions.DEFAULT.withSampleRows(ImportOptions.ALL));
                }), Buttons.primary("data.large.sample", () -> {
                    sheets.close();
                    then.accept(ImportOptions.DEFAULT.withSampleRows((int) rows.valueProperty().get()).withSeed((long) seed.valueProperty().get()));
                }));
    }
}
