package downhill.ui.screen.landscape;

import downhill.model.Surface;
import downhill.model.Surfaces;
import downhill.ui.control.Buttons;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.control.Rows;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import java.util.Collections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Chooses the surface that everybody walks on: one of the built-in ones or a formula of one's own. */
final class SurfaceSheet {
    private static final double WIDTH = 640;
    private static final int COLUMNS = 2;

    private final LandscapeModel model;
    private final Sheets sheets;
    private final TextField formula = Fields.line();
    private final Label problem = Labels.plain("", "invalid-note");
    private final Button use = Buttons.primary("lab.use", this::useFormula);

    SurfaceSheet(LandscapeModel model, Sheets sheets) {
        this.model = model;
        this.sheets = sheets;
        formula.setId("lab-formula");
        formula.setPromptText("x² + 3·y² + sin(3·x)");
        formula.accessibleTextProperty().bind(Messages.binding("lab.formula"));
        formula.accessibleHelpProperty().bind(problem.textProperty());
        formula.textProperty().addListener((source, old, now) -> check(false));
        formula.setOnAction(event -> useFormula());
        HBox.setHgrow(formula, Priority.ALWAYS);
        problem.setId("lab-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        check(false);
    }

    void open() {
        HBox own = new HBox(8, formula, use);
        own.setAlignment(Pos.CENTER_LEFT);
        VBox content = Rows.column(Rows.paragraph(Messages.binding("lab.text")), Labels.secondary("lab.formula"), own, problem, tiles());
        Button back = Buttons.ghost("lab.back", () -> {
            sheets.close();
            model.session().end().unlessFinished(model::backToData);
        });
        back.setId("lab-back");
        Node[] actions = model.canGoBack() ? new Node[] {back, Buttons.ghost("sheet.close", sheets::close)}
                : new Node[] {Buttons.ghost("sheet.close", sheets::close)};
        sheets.open(Messages.binding("lab.title"), WIDTH, content, actions);
    }

    private GridPane tiles() {
        GridPane tiles = new GridPane();
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(100.0 / COLUMNS);
        tiles.getColumnConstraints().setAll(Collections.nCopies(COLUMNS, half));
        for (int i = 0; i < Surfaces.all().size(); i++) {
            tiles.add(tile(Surfaces.all().get(i)), i % COLUMNS, i / COLUMNS);
        }
        return tiles;
    }

    private Button tile(Surface surface) {
        Label name = Labels.shortened(Labels.styled(Labels.bound(LandscapeWords.surfaceName(surface.name())), "strong"));
        Label text = Labels.shortened(Labels.plain(surface.formula(), "secondary", "small"));
        HBox content = new HBox(12, model.sketches().of(surface), new VBox(2, name, text));
        content.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("list-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("lab-" + surface.name());
        button.accessibleTextProperty().bind(LandscapeWords.surfaceName(surface.name()));
        button.setOnAction(event -> walkOn(surface));
        return button;
    }

    private void walkOn(Surface surface) {
        sheets.close();
        model.session().end().unlessFinished(() -> model.walkOn(surface));
    }

    private void useFormula() {
        if (check(true)) {
            walkOn(Surface.of(formula.getText().strip()));
        }
    }

    /** An empty field is no error until somebody wants to use it. */
    private boolean check(boolean wanted) {
        String text = formula.getText();
        FormulaCheck found = FormulaCheck.of(text);
        boolean silent = text.isBlank() && !wanted;
        problem.setText(found.isGood() || silent ? "" : found.problem());
        use.setDisable(!found.isGood());
        formula.getStyleClass().remove("invalid");
        if (!problem.getText().isEmpty()) {
            formula.getStyleClass().add("invalid");
        }
        if (wanted && !found.isGood()) {
            formula.requestFocus();
            formula.selectRange(found.from(), found.to());
        }
        return found.isGood();
    }
}
