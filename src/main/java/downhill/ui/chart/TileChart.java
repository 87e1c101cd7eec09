package downhill.ui.chart;

/**
 * Heat maps: confusion matrices, kernels, feature maps, attention weights. It does not zoom. Of a table a cell can be chosen: they are
 * counted row by row.
 */
public final class TileChart extends PickChart {
    private TilePicture shown;
    private int cell = -1;

    /** An empty chart. */
    public TileChart() {
        setPicture(null);
    }

    /** A picture on its own, drawn as such a chart draws it. */
    public static ChartDrawing drawing(TilePicture picture) {
        return new TileDrawing(picture, -1);
    }

    /** Shows {@code picture}; null for nothing. FX thread, at most once a frame. */
    public void setPicture(TilePicture picture) {
        shown = picture;
        show(new TileDrawing(picture, cell));
    }

    /** Rings a cell of a picture of one tile; below 0 none. */
    public void mark(int chosen) {
        if (cell != chosen) {
            cell = chosen;
            show(new TileDrawing(shown, cell));
        }
    }
}
