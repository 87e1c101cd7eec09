package downhill.ui.screen.state;

import downhill.analysis.step.StepRecord;
import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.DotsDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.shape.Range;
import downhill.ui.session.Reel;
import java.util.function.Function;

/** A number for each parameter, step after step, on one axis: the one that some steps all along the way need. */
final class DotsFilm implements Film {
    private static final int SAMPLES = 9;

    private final Reel reel;
    private final Function<StepRecord, DotsDrawing> look;
    private Range heights;

    DotsFilm(Reel reel, Function<StepRecord, DotsDrawing> look) {
        this.reel = reel;
        this.look = look;
    }

    @Override
    public Range steps() {
        return new Range(reel.first(), reel.last());
    }

    @Override
    public ChartDrawing at(double step) {
        heights = heights == null ? sampled() : heights;
        return moment(Math.round(step)).within(heights);
    }

    private DotsDrawing moment(long step) {
        return look.apply(reel.at().apply(Math.max(reel.first(), Math.min(reel.last(), step))));
    }

    private Range sampled() {
        Range all = null;
        for (int i = 0; i < SAMPLES; i++) {
            Range one = moment(reel.first() + i * (reel.last() - reel.first()) / (SAMPLES - 1)).range();
            if (all == null) {
                all = one;
            } else if (one != null) {
                all = new Range(Math.min(all.low(), one.low()), Math.max(all.high(), one.high()));
            }
        }
        return all;
    }
}
