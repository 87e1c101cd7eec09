package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.ChartPane;
import downhill.ui.chart.DependenceDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.OverlayDrawing;
import downhill.ui.chart.RegionDrawing;
import downhill.ui.chart.ShareDrawing;
import downhill.ui.chart.SurfaceDrawing;
import downhill.ui.chart.SwarmDrawing;
import downhill.ui.chart.WindowDrawing;
import downhill.ui.fx.FxToolkit;

/** What every film of an explanation has to do. */
final class Films {
    private Films() {
    }

    /** It goes from the first step to {@code last}, moves, and has its axes or colours stay where they are. */
    static void moves(ChartPane chart, long last) {
        Film film = FxToolkit.call(chart::film).orElseThrow();
        assertThat(film.steps().low()).isZero();
        assertThat(film.steps().high()).isEqualTo(last);
        ChartDrawing before = film.at(0);
        ChartDrawing after = film.at(last);
        assertThat(before.getClass()).isSameAs(FxToolkit.call(chart::drawing).getClass());
        assertThat(before.table().rows()).isNotEqualTo(after.table().rows());
        assertThat(fixed(before)).as("axes stay where they are").isNotNull().isNotEqualTo(Double.NaN).isEqualTo(fixed(after));
    }

    private static Object fixed(ChartDrawing drawing) {
        if (drawing instanceof SurfaceDrawing surface) {
            return surface.colours();
        }
        if (drawing instanceof WindowDrawing window) {
            return window.most();
        }
        if (drawing instanceof OverlayDrawing overlay) {
            return overlay.most();
        }
        if (drawing instanceof RegionDrawing region) {
            return region.bands().stream().map(RegionDrawing.Band::name).toList();
        }
        if (drawing instanceof SwarmDrawing swarm) {
            return swarm.range();
        }
        return drawing instanceof DependenceDrawing dependence ? dependence.up() : ((ShareDrawing) drawing).range();
    }
}
