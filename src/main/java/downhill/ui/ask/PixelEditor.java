package downhill.ui.ask;

import downhill.ui.control.OwnKeys;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Theme;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * A picture to draw: the left button draws, the right one or Shift rubs out. By keyboard the arrows move a frame, Space turns
 * its point over, Delete clears all.
 */
final class PixelEditor extends Region implements OwnKeys {
    private static final double SIDE = 208;

    private final List<Entry> entries;
    private final int width;
    private final int height;
    private final double greatest;
    private final double cell;
    private final Canvas canvas;
    private final ObservableValue<Theme> theme = sceneProperty().flatMap(Theme::of).orElse(Theme.LIGHT);
    private int at;

    /** @param entries row-major, {@code width} in a row */
    PixelEditor(List<Entry> entries, int width, int height) {
        this.entries = entries;
        this.width = width;
        this.height = height;
        this.greatest = Math.max(1e-9, entries.stream().mapToDouble(Entry::greatest).max().orElse(1));
        this.cell = Math.floor(SIDE / Math.max(width, height));
        this.canvas = new Canvas(cell * width + 1, cell * height + 1);
        getChildren().add(canvas);
        setMinSize(canvas.getWidth(), canvas.getHeight());
        setMaxSize(canvas.getWidth(), canvas.getHeight());
        setFocusTraversable(true);
        setId("scoring-picture");
        entries.forEach(entry -> entry.textProperty().addListener((source, old, now) -> requestLayout()));
        theme.addListener((source, old, now) -> draw());
        focusVisibleProperty().addListener((source, was, is) -> draw());
        canvas.setOnMousePressed(this::paint);
        canvas.setOnMouseDragged(this::paint);
        setOnKeyPressed(this::key);
        draw();
    }

    /** Once a frame, however many points have changed. */
    @Override
    protected void layoutChildren() {
        draw();
    }

    @Override
    public boolean isOwn(KeyCode code) {
        return code.isArrowKey() || code == KeyCode.SPACE || code == KeyCode.DELETE || code == KeyCode.BACK_SPACE;
    }

    private void paint(MouseEvent event) {
        requestFocus();
        int x = (int) (event.getX() / cell);
        int y = (int) (event.getY() / cell);
        if (x >= 0 && x < width && y >= 0 && y < height) {
            at = y * width + x;
            set(at, event.getButton() == MouseButton.SECONDARY || event.isShiftDown() ? 0 : greatest);
            draw();
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -width;
            case DOWN -> width;
            default -> 0;
        };
        if (step != 0) {
            boolean sameRow = Math.abs(step) == width || at / width == Math.floorDiv(at + step, width);
            at = at + step >= 0 && at + step < entries.size() && sameRow ? at + step : at;
        } else if (event.getCode() == KeyCode.SPACE) {
            set(at, value(at) > greatest / 2 ? 0 : greatest);
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            clear();
        } else {
            return;
        }
        draw();
        event.consume();
    }

    /** All points dark. */
    void clear() {
        for (int i = 0; i < entries.size(); i++) {
            set(i, 0);
        }
    }

    private void set(int index, double value) {
        entries.get(index).set(value);
    }

    private double value(int index) {
        double value = entries.get(index).number();
        return Double.isNaN(value) ? 0 : value;
    }

    private void draw() {
        boolean dark = theme.getValue() == Theme.DARK;
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (int i = 0; i < entries.size(); i++) {
            double share = Math.max(0, Math.min(1, value(i) / greatest));
            graphics.setFill(Color.gray(dark ? 0.12 + 0.86 * share : 0.97 - 0.9 * share));
            graphics.fillRect(i % width * cell, i / width * cell, cell, cell);
        }
        graphics.setStroke(theme.getValue().palette().line().fx());
        graphics.setLineWidth(1);
        graphics.strokeRect(0.5, 0.5, cell * width, cell * height);
        if (isFocusVisible()) {
            graphics.setStroke(theme.getValue().palette().accent().fx());
            graphics.setLineWidth(2);
            graphics.strokeRect(at % width * cell + 1, at / width * cell + 1, cell - 2, cell - 2);
        }
        setAccessibleText(Messages.text("scoring.picture.words", Numbers.count(width), Numbers.count(height),
                Numbers.count(at / width + 1L),
                Numbers.count(at % width + 1L), Numbers.plain(value(at))));
    }
}
