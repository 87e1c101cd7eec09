package downhill.ui.screen.data;

import downhill.data.DataSpec;
import downhill.data.csv.ImportReport;
import downhill.data.csv.Imported;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.control.NoticeBar;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How a file is read, why, and what its first rows are under that; each part can be overruled. */
final class ImportSheet {
    private static final double WIDTH = 880;
    private static final double ROWS = 126;

    private final ImportModel model;
    private final Consumer<DataSpec> apply;
    private final NoticeBar problem = new NoticeBar();
    private final RowsTable rows = new RowsTable();
    private final Label counts = Labels.plain("", "secondary", "small");
    private final ImportForm form;

    private ImportSheet(ImportModel model, Consumer<DataSpec> apply) {
        this.model = model;
        this.apply = apply;
        this.form = new ImportForm(model);
    }

    /** Opens over the window; {@code apply} is given the specification once a person takes it. */
    static void open(ImportModel model, Sheets sheets, Consumer<DataSpec> apply) {
        new ImportSheet(model, apply).show(sheets);
    }

    private void show(Sheets sheets) {
        rows.node().setPrefHeight(ROWS);
        rows.node().setMinHeight(ROWS);
        Label first = Labels.styled(Labels.bound(Messages.binding("data.import.preview")), "strong");
        VBox content = new VBox(8, first, rows.node(), counts, problem, form);
        content.setId("import-sheet");
        Button take = Buttons.primary("data.import.apply", () -> {
            sheets.close();
            apply.accept(model.applied());
        });
        model.previewProperty().addListener((source, old, now) -> preview(now));
        model.problem().saidProperty().addListener((source, old, now) -> {
            take.setDisable(!now.get().isEmpty());
            problem(now);
        });
        sheets.open(Messages.binding("data.import"), WIDTH, content, Buttons.ghost("data.import.cancel", sheets::close), take);
        model.look();
    }

    private void preview(Imported imported) {
        rows.show(imported.table());
        counts.textProperty().bind(Bindings.createStringBinding(() -> counted(imported), Messages.languageProperty()));
        form.show(imported);
    }

    private static String counted(Imported imported) {
        ImportReport report = imported.report();
        return Messages.text("data.import.counts", Numbers.count(imported.table().columns().size()), Numbers.count(report.imported()),
                Numbers.count(report.rejected()), Numbers.count(report.problemCount()));
    }

    private void problem(Supplier<String> sentence) {
        if (sentence.get().isEmpty()) {
            problem.dismiss();
        } else {
            problem.show(NoticeBar.Kind.ERROR, sentence);
        }
    }
}
