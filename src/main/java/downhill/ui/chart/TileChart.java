package downhill.ui.chart;

/** Heat maps: confusion matrices, kernels, feature maps, attention weights. It does not zoom. */
public final class TileChart extends ChartPane {
    /** An empty chart. */
    public TileChart() {
        setPicture(null);
    }

    /** A picture on its own, drawn as such a chart draws it. */
    public static ChartDrawing drawing(TilePicture picture) {
        return new TileDrawing(picture);
    }

    /** Shows {@code picture}; null for nothing. FX thread, at most once a frame. */
    public void setPicture(TilePicture picture) {
        show(new TileDrawing(picture));
    }
}
