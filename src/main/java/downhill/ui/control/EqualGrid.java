package downhill.ui.control;

import downhill.ui.theme.TypeScale;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Cells of equal size, filled row by row, that take all the room there is. Where they would get too small for that, they keep
 * their least size and scroll downwards, whole rows at a time in view; the wheel scrolls then, and zooms with Ctrl.
 */
public final class EqualGrid extends Region {
    private GridSize least;
    private final Cells cells = new Cells();
    private final ScrollPane scroll = Rows.scrolled(cells);
    private GridSize.Fit fit = new GridSize.Fit(1, 0, false);

    /** Empty; cells have at least this size, in points of usual type. */
    public EqualGrid(GridSize least) {
        this.least = least;
        setMinSize(0, 0);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        cells.getStyleClass().add("equal-cells");
        getChildren().add(scroll);
    }

    /** Shows these. */
    public void setAll(List<? extends Node> nodes) {
        cells.getChildren().setAll(nodes);
        requestLayout();
    }

    /** Cells of another size and shape. */
    public void setLeast(GridSize now) {
        least = now;
        requestLayout();
    }

    /** Scrolls to one of them. */
    public void reveal(Node node) {
        layout();
        cells.layout();
        Bounds view = scroll.getViewportBounds();
        double hidden = cells.getHeight() - view.getHeight();
        Bounds place = node.getBoundsInParent();
        if (fit.scrolls() && hidden > 0 && (place.getMinY() < -view.getMinY() || place.getMaxY() > view.getHeight() - view.getMinY())) {
            scroll.setVvalue(Math.min(1, Math.max(0, place.getMinY() / hidden)));
        }
    }

    private void wheel(ScrollEvent event) {
        double hidden = cells.getHeight() - scroll.getViewportBounds().getHeight();
        if (fit.scrolls() && hidden > 0 && !event.isShortcutDown() && !scrollsItself(event.getTarget())) {
            scroll.setVvalue(Math.min(1, Math.max(0, scroll.getVvalue() - event.getDeltaY() / hidden)));
            event.consume();
        }
    }

    /** Whether what is pointed at lies in something that scrolls within its cell. */
    private boolean scrollsItself(Object target) {
        Node at = target instanceof Node node ? node : null;
        while (at != null && at != scroll && !(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        return at != null && at != scroll;
    }

    @Override
    protected double computePrefHeight(double width) {
        return cells.getChildren().stream().mapToDouble(cell -> cell.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return least.width() * TypeScale.of(this);
    }

    @Override
    protected void layoutChildren() {
        GridSize.Fit now = least.fit(cells.getChildren().size(), getWidth(), getHeight(), TypeScale.of(this));
        if (!now.equals(fit)) {
            fit = now;
            scroll.setVbarPolicy(now.scrolls() ? ScrollPane.ScrollBarPolicy.ALWAYS : ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setFitToHeight(!now.scrolls());
            cells.requestLayout();
        }
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /** What is scrolled. */
    private final class Cells extends Pane {
        @Override
        protected double computePrefHeight(double width) {
            int rows = fit.rows(getChildren().size());
            return fit.scrolls() ? rows * (fit.height() + least.gap()) - least.gap() : 0;
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected void layoutChildren() {
            double width = (getWidth() + least.gap()) / fit.columns();
            double height = fit.height() + least.gap();
            for (int i = 0; i < getChildren().size(); i++) {
                double x = snapPositionX(i % fit.columns() * width);
                double y = snapPositionY(i / fit.columns() * height);
                getChildren().get(i).resizeRelocate(x, y, snapSizeX(width - least.gap()), snapSizeY(fit.height()));
            }
        }
    }
}
