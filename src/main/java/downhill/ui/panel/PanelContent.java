package downhill.ui.panel;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import downhill.ui.chart.Film;
import downhill.ui.chart.LineOptions;
import downhill.ui.chart.PlaneMark;
import downhill.ui.chart.PlaneOptions;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.SeriesData;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitQuestion;
import downhill.ui.fit.FitView;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fit.Panel;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.landscape.AxisWords;
import downhill.ui.landscape.Ground;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.landscape.Track;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;

/** Puts curves, paths and predictions into panels. */
final class PanelContent {
    private static final double SMOOTHING = 0.97;
    /** A path is pointed at from this many points away. */
    private static final double NEAR = 14;

    private final Session session;
    private final CurveFeed curves;
    private final LandscapeFeed landscapes;
    private final boolean small;
    private boolean log = true;
    private ModelFeed models;
    private FitQuestion asked;

    PanelContent(Session session, CurveFeed curves, LandscapeFeed landscapes, boolean small) {
        this.session = session;
        this.curves = curves;
        this.landscapes = landscapes;
        this.small = small;
    }

    void setLog(boolean on) {
        log = on;
    }

    void ask(Object viewer, ModelFeed of, FitView view, Consumer<FitPicture> done) {
        models = of;
        FitQuestion question = FitQuestion.following(models.focusProperty().get(), models.standpointProperty().get(), session, view);
        models.ask(viewer, engine -> FitPicture.each(question, engine), picture -> {
            asked = question;
            done.accept(picture);
        });
    }

    /** Pointing at a path on the landscape points at its step everywhere. */
    void follow(ContenderPanel panel) {
        panel.plane().pointerProperty().addListener((source, old, now) -> session.selection().hoverStepProperty()
                .set(now == null ? Double.NaN : stepNear(panel, now)));
    }

    private double stepNear(ContenderPanel panel, Point2D pointer) {
        Track track = track(panel.contender());
        ChartFrame frame = panel.plane().frame();
        double nearest = NEAR;
        double step = Double.NaN;
        for (int i = 0; track != null && frame != null && i < track.steps().length; i++) {
            double far = Math.hypot(frame.x().toPixel(track.points().x(i)) - pointer.getX(),
                    frame.y().toPixel(track.points().y(i)) - pointer.getY());
            if (far < nearest) {
                nearest = far;
                step = track.steps()[i];
            }
        }
        return step;
    }

    /** Puts what they show now into those panels whose place {@code which} takes. */
    void show(List<ContenderPanel> panels, List<ContenderSpec> shown, PanelForm form, FitPicture picture, IntPredicate which) {
        PanelForm now = instead(form);
        PanelAxes axes = now.kind() == PanelForm.Kind.CURVE ? PanelAxes.of(shown, now.quantity(), curves, session, now.hasLog() && log)
                : null;
        for (int i : IntStream.range(0, panels.size()).filter(which).toArray()) {
            ContenderSpec one = shown.get(i);
            switch (now.kind()) {
                case LANDSCAPE -> landscape(panels.get(i), one);
                case CURVE -> curve(panels.get(i), one, now.quantity(), axes);
                case GLASS -> panels.get(i).showGlass(one, alone(one));
                case FIT -> fit(panels.get(i), one, picture);
            }
        }
    }

    /** Until there is a landscape, and where there is none, the loss is better than nothing. */
    private PanelForm instead(PanelForm form) {
        boolean there = landscapes.wholeProperty().get() != null && landscapes.isCurrent();
        return form.kind() == PanelForm.Kind.LANDSCAPE && !there ? PanelForm.LOSS : form;
    }

    /** Rings where the paths were at the step pointed at. */
    void mark(List<ContenderPanel> panels, PanelForm form) {
        double step = session.selection().hoverStepProperty().get();
        for (ContenderPanel panel : panels) {
            Track track = form.kind() == PanelForm.Kind.LANDSCAPE ? track(panel.contender()) : null;
            int at = track == null || Double.isNaN(step) ? -1 : track.at(step);
            panel.plane().setMarks(at < 0 ? List.of() : List.of(PlaneMark.ring(track.points().x(at), track.points().y(at), track.style())));
        }
    }

    private Track track(String id) {
        return landscapes.tracksProperty().get().stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    private boolean alone(ContenderSpec one) {
        return session.selection().solo().contains(one.id());
    }

    /** The contender's path on the landscape that all panels share, and how far off its plane the head is. */
    private void landscape(ContenderPanel panel, ContenderSpec one) {
        Track track = track(one.id());
        Ground ground = landscapes.groundProperty().get();
        boolean measured = track != null && ground != null && !ground.exact() && !Double.isNaN(track.gap());
        panel.plane().setOptions(small ? PlaneOptions.SMALL : titled(ground));
        panel.plane().emptyTextProperty().set(landscapes.problemProperty().get());
        panel.plane().setLandscape(landscapes.wholeProperty().get());
        panel.plane().setPaths(track == null ? List.of() : List.of(track.path("")));
        panel.show(one, measured ? Messages.text("multiples.gap", Numbers.significant(track.gap(), 1)) : "", alone(one), panel.plane(),
                Messages.text("multiples.landscape", one.name()));
    }

    private PlaneOptions titled(Ground ground) {
        return PlaneOptions.PLAIN.titled(AxisWords.of(ground, landscapes.surfaceProperty().get(), landscapes.names(), 0),
                AxisWords.of(ground, landscapes.surfaceProperty().get(), landscapes.names(), 1));
    }

    private void curve(ContenderPanel panel, ContenderSpec one, Quantity quantity, PanelAxes axes) {
        Standing standing = Snapshots.of(session.snapshotProperty().get(), one.id()).orElse(null);
        boolean loss = quantity == Quantity.TRAINING_LOSS;
        List<SeriesData> series = new ArrayList<>();
        if (loss) {
            series.add(banded(SeriesData.second("", points(one, Quantity.VALIDATION_LOSS), one.style()), one, Quantity.VALIDATION_LOSS));
        }
        SeriesData main = SeriesData.main(small ? one.name() : "", points(one, quantity), one.style());
        main = banded(main, one, quantity);
        main = loss ? main.telling(LossTold.of(session.race().racing(), one.id(), curves.of(one.id(), quantity), 1)) : main;
        main = standing != null && standing.outcome() == Outcome.DIVERGED ? main.asDiverged() : main;
        series.add(standing != null && standing.outcome() == Outcome.UNBORN ? main.asMuted() : main);
        LineOptions look = LineOptions.PLAIN.log(axes.log()).smoothed(loss ? SMOOTHING : 0).ranges(axes.x(), axes.y()).compact(small);
        String words = new PanelForm(PanelForm.Kind.CURVE, quantity, null).words();
        panel.line().show(small ? look.at(shownStep()) : look.at(shownStep()).titled(Messages.text("race.step"), words), series);
        panel.show(one, caption(standing), alone(one), panel.line(), Messages.text("panels.chart", one.name(), words));
    }

    /** With the range of its seeds behind it, where it has several and what is drawn has a range. */
    private SeriesData banded(SeriesData line, ContenderSpec one, Quantity quantity) {
        return switch (one.seeds() > 1 ? quantity : Quantity.METRIC) {
            case TRAINING_LOSS -> line.within(new Band(points(one, Quantity.BAND_LOW), points(one, Quantity.BAND_HIGH)));
            case VALIDATION_LOSS -> line.within(new Band(points(one, Quantity.VALIDATION_LOW), points(one, Quantity.VALIDATION_HIGH)));
            default -> line;
        };
    }

    private Points points(ContenderSpec one, Quantity quantity) {
        Curve curve = curves.of(one.id(), quantity);
        return Points.of(curve.x(), curve.y());
    }

    /** A line marks the step shown where the curve goes on beyond it. */
    private double shownStep() {
        long now = session.snapshotProperty().get().step();
        return session.race().racing() != null && session.race().racing().recordedSteps() > now ? now : Double.NaN;
    }

    private String caption(Standing standing) {
        if (standing == null) {
            return "";
        }
        if (standing.outcome() == Outcome.DIVERGED) {
            return Messages.text("results.diverged", Numbers.count(standing.outcomeStep()));
        }
        if (standing.outcome() == Outcome.UNBORN) {
            return Messages.text("outcome.unborn");
        }
        if (small) {
            return Double.isNaN(standing.validationLoss()) ? ""
                    : Messages.text("multiples.validation", Numbers.format(standing.validationLoss()));
        }
        return Messages.text("compare.state", Numbers.format(standing.loss()), Numbers.format(standing.validationLoss()));
    }

    /** What all panels have in common is said in each that has no key of its own: there is no bar below them. */
    private static PlotPicture keyed(PlotPicture plot, FitPicture picture) {
        return plot.keys().isEmpty() ? plot.keyed(picture.keys()) : plot;
    }

    /** The panel's moving picture; empty before anything was asked. */
    private Optional<Film> film(String contender) {
        FitQuestion question = asked;
        return question == null ? Optional.empty() : models.film(contender,
                (moment, engine) -> FitPicture.each(question.at(moment), engine));
    }

    private PlotPicture plot(PlotPicture own, FitPicture whole) {
        if (own == null) {
            return null;
        }
        return small ? own.bare() : keyed(own, whole);
    }

    private void fit(ContenderPanel panel, ContenderSpec one, FitPicture picture) {
        panel.plot().setFilm(() -> film(one.id()));
        panel.tiles().setFilm(() -> film(one.id()));
        Panel found = picture.panels().stream().filter(each -> each.id().equals(one.id())).findFirst().orElse(null);
        boolean asTiles = found != null && found.tiles() != null;
        if (asTiles) {
            panel.tiles().setPicture(found.tiles());
        } else {
            panel.plot().emptyTextProperty().set(found == null ? "" : found.empty());
            panel.plot().setPicture(found == null ? null : plot(found.plot(), picture));
        }
        String caption = found == null ? "" : found.caption();
        boolean usual = small && caption.equals(Messages.text("fit.others")); // goes without saying where there is little room
        panel.show(one, usual ? "" : caption, alone(one), asTiles ? panel.tiles() : panel.plot(),
                one.name() + (caption.isEmpty() ? "" : ", " + caption));
    }
}
