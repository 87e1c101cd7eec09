package downhill.ui.screen.data;

import downhill.data.ImportOptions;
import downhill.data.SourceSettings;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.SettingField;
import downhill.ui.control.Sheets;
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

    private LargeFile() {
    }

    static void ask(Path file, long bytes, Sheets sheets, Consumer<ImportOptions> then) {
        SettingField<Long> rows = new SettingField<>(SourceSettings.SAMPLE_ROWS, null);
        SettingField<Long> seed = new SettingField<>(SourceSettings.SAMPLE_SEED, null);
        VBox content = new VBox(10,
                Rows.paragraph(Messages.binding("data.large.text", file.getFileName().toString(),
                Numbers.count(Math.round(bytes / MEGABYTE)))),
                rows.row(), seed.row());
        content.setMinHeight(HEIGHT);
        sheets.open(Messages.binding("data.large"), WIDTH, content, Buttons.ghost("data.import.cancel", sheets::close),
                Buttons.ghost("data.large.all", () -> {
                    sheets.close();
                    then.accept(ImportOptions.DEFAULT.withSampleRows(ImportOptions.ALL));
                }), Buttons.primary("data.large.sample", () -> {
                    sheets.close();
                    then.accept(ImportOptions.DEFAULT.withSampleRows(rows.value().intValue()).withSeed(seed.value()));
                }));
    }
}
