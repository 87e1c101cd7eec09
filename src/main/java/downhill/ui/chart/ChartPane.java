package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.fx.Settling;
import downhill.ui.fx.Subscriptions;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import downhill.ui.theme.TypeScale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.slf4j.LoggerFactory;

/**
 * Shows a {@link ChartDrawing}. It is drawn off the FX thread, at most once at a time and only while it can be seen;
 * what the mouse asks for is laid over it without drawing it again.
 */
public class ChartPane extends Region implements Settling.Settles {
    private final ImageView image = new ImageView();
    private final Pane overlay = new Pane();
    private final Label emptyNote = new Label();
    private final Raster raster = new Raster(this::present);
    private final ChartCursor cursor = new ChartCursor(this, overlay);
    private final ObjectProperty<Point2D> pointer = new SimpleObjectProperty<>(this, "pointer");
    private final Visibility visibility = new Visibility(this, this::redraw);
    private final Subscriptions always = new Subscriptions();
    private final Subscriptions inScene = new Subscriptions();
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.ALL);
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final ReadOnlyLongWrapper drawings = new ReadOnlyLongWrapper(this, "drawings");
    private ChartDrawing drawing;
    private ChartDrawing shownDrawing;
    private Supplier<Optional<Film>> films;
    private ChartFrame frame;
    private double pixelsPerPoint = 1;

    /** An empty chart. */
    public ChartPane() {
        getStyleClass().add("chart-pane");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setMinSize(40, 40);
        emptyNote.getStyleClass().add("chart-empty");
        emptyNote.setWrapText(true);
        overlay.setMouseTransparent(true);
        overlay.setManaged(false);
        image.setManaged(false);
        getChildren().addAll(image, emptyNote, overlay);
        always.listen(widthProperty(), w -> redraw());
        always.listen(heightProperty(), h -> redraw());
        always.listen(view, v -> redraw());
        always.listen(sceneProperty(), this::moved);
        always.listen(focusVisibleProperty(), shown -> cursor.hide());
        always.add(new ChartGestures(this, cursor).install());
    }

    /** What the chart is, for people who hear it; also the start of its accessible text. */
    public final StringProperty titleProperty() {
        return title;
    }

    /** Words shown while there is nothing to draw: what will be here and how to get it. */
    public final StringProperty emptyTextProperty() {
        return emptyNote.textProperty();
    }

    /** The part that is zoomed to; bind two charts' views to link them. */
    public final ObjectProperty<View> viewProperty() {
        return view;
    }

    /** Where the mouse or the cursor is, in points of the pane; null while neither is here. */
    public final ReadOnlyProperty<Point2D> pointerProperty() {
        return pointer;
    }

    /** How many drawings have been shown so far. */
    public final ReadOnlyLongProperty drawingsProperty() {
        return drawings.getReadOnlyProperty();
    }

    /** Where the plot was drawn last; null before the first drawing and while there is nothing to draw. */
    public final ChartFrame frame() {
        return frame;
    }

    /** Where moving pictures of it come from, for charts that show one moment; without, the drawing itself may be one. */
    public final void setFilm(Supplier<Optional<Film>> source) {
        films = source;
    }

    /** The chart at each of its steps; empty where it has none. */
    public final Optional<Film> film() {
        return films != null ? films.get() : Optional.ofNullable(drawing).flatMap(ChartDrawing::film);
    }

    /** What is to be seen; null before the first. */
    public final ChartDrawing drawing() {
        return drawing;
    }

    /** What is on show now, which may be one older than {@link #drawing()}; it fits {@link #frame()}. */
    protected final ChartDrawing shownDrawing() {
        return shownDrawing;
    }

    /** A pane over the chart, in its coordinates, that the mouse goes through. */
    protected final Pane overlay() {
        return overlay;
    }

    /** Shows {@code next} as soon as it is drawn; of several in one frame the last. FX thread. */
    public final void show(ChartDrawing next) {
        drawing = next;
        emptyNote.setVisible(next.isEmpty());
        image.setVisible(!next.isEmpty());
        if (next.isEmpty()) {
            forget();
        }
        redraw();
    }

    /** What was shown before is gone: nothing of it can be pointed at. */
    private void forget() {
        frame = null;
        shownDrawing = null;
        presented();
    }

    /** Shows everything again. */
    public final void resetView() {
        view.set(View.ALL);
    }

    /** Which axes the wheel and the mouse may zoom and drag; both, unless a chart says otherwise. */
    protected boolean zoomsY() {
        return true;
    }

    /** A new drawing is on show, or none ({@link #frame()} is null): lay over it what belongs to it. */
    protected void presented() {
    }

    /** The mouse, or the cursor that keys move, is at this point of the pane; NaN where it has left. */
    protected void pointed(double x, double y) {
    }

    /** A person chose this point of the pane by a key. */
    protected void chosen(double x, double y) {
    }

    /** What is said about the point pointed at; empty where nothing is. */
    public String readOut() {
        return "";
    }

    final void pointAt(double x, double y) {
        pointer.set(Double.isNaN(x) ? null : new Point2D(x, y));
        pointed(x, y);
    }

    final void notifyPointed() {
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** Ends all drawing and lets go of everything. */
    public void dispose() {
        raster.close();
        leaveScene();
        always.dispose();
        image.setImage(null);
        drawing = null;
        shownDrawing = null;
        films = null;
    }

    @Override
    public final void settle(double scale) {
        Raster.Job job = job(Math.max(scale, outputScale()));
        if (job != null && visibility.isSeen()) {
            raster.requestNow(job);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            String what = isBlank() ? emptyNote.getText() : drawing.summary();
            String whole = title.get().isEmpty() ? what : title.get() + ". " + what;
            return cursor.isShown() && !readOut().isEmpty() ? readOut().replace("\n", ", ") + ". " + whole : whole;
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        double width = Math.min(360, getWidth() - 32);
        double height = emptyNote.prefHeight(width);
        emptyNote.resizeRelocate(16, Math.max(8, Math.min(getHeight() / 3, getHeight() - height - 8)), width, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 200;
    }

    final void redraw() {
        Scene scene = getScene();
        if (scene == null || scene.getWindow() == null || !visibility.isSeen()) {
            return;
        }
        Raster.Job job = job(outputScale());
        if (job != null) {
            raster.request(job);
        }
    }

    /** Drawings are asked to draw only where they have something to draw. */
    private boolean isBlank() {
        return drawing == null || drawing.isEmpty();
    }

    private Raster.Job job(double scale) {
        if (isBlank() || getWidth() < 8 || getHeight() < 8) {
            return null;
        }
        Palette palette = Theme.of(this).palette();
        double type = TypeScale.of(this);
        return new Raster.Job(drawing, palette, view.get(), getWidth() / type, getHeight() / type, scale * type, type);
    }

    private double outputScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    private void present(Raster.Result result) {
        if (result.failure() != null) {
            LoggerFactory.getLogger(ChartPane.class).warn("A chart could not be drawn: {}", title.get(), result.failure());
            return;
        }
        if (isBlank()) {
            return; // it was emptied while this was being drawn
        }
        double type = result.job().type();
        frame = result.frame().scaled(type);
        shownDrawing = result.job().drawing();
        pixelsPerPoint = result.job().fitScale() / type;
        image.setImage(result.buffer().present());
        image.setFitWidth(result.job().pixelWidth() / pixelsPerPoint);
        image.setFitHeight(result.job().pixelHeight() / pixelsPerPoint);
        drawings.set(drawings.get() + 1);
        presented();
        cursor.follow();
    }

    private void moved(Scene scene) {
        leaveScene();
        if (scene != null) {
            visibility.attach();
            inScene.listen(Theme.of(scene), theme -> redraw());
            inScene.listen(TypeScale.of(scene), type -> redraw());
            inScene.listen(scene.windowProperty().flatMap(Window::outputScaleXProperty), scale -> redraw());
            redraw();
        }
    }

    private void leaveScene() {
        visibility.detach();
        inScene.dispose();
    }
}
