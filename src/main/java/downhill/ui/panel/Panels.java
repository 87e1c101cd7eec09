package downhill.ui.panel;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.ui.control.EqualGrid;
import downhill.ui.control.GridSize;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Edits;
import downhill.ui.session.Pace;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;

/** A panel for each contender shown, all of one size; zooming, hovering and ordering one does it to all. FX thread. */
public final class Panels {
    private static final GridSize SMALL = new GridSize(136, 104, 1.1, 24, 12);
    private static final GridSize LARGE = new GridSize(220, 160, 1.15, 24, 16);
    /** Small panels are drawn by turns while the race runs, so that no frame has all of them to show beside the curves. */
    private static final int TURNS = 4;
    private static final double TURNS_PER_SECOND = 6 * TURNS;

    private final Session session;
    private final LandscapeFeed landscapes;
    private final ModelFeed models;
    private final PanelContent content;
    private final boolean small;
    private final Function<String, PanelView> glass;
    private final ObjectProperty<PanelForm> form;
    private final EqualGrid grid;
    private final List<ContenderPanel> panels = new ArrayList<>();
    private final PanelOrder order;
    private final Subscriptions attached = new Subscriptions();
    private final Subscriptions links = new Subscriptions();
    private final Pace pace = new Pace(TURNS_PER_SECOND);
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
    private FitPicture picture = FitPicture.NONE;
    private List<Object> about = List.of();
    private boolean active;
    private int turn;

    /** Small panels, in a row as long as they fit. */
    public Panels(Session session, CurveFeed curves, LandscapeFeed landscapes, ModelFeed models) {
        this(session, curves, landscapes, models, true, id -> null);
    }

    /** Large panels in a grid; {@code glass} makes a contender's step, term by term. */
    public Panels(Session session, CurveFeed curves, LandscapeFeed landscapes, ModelFeed models, Function<String, PanelView> glass) {
        this(session, curves, landscapes, models, false, glass);
    }

    private Panels(Session session, CurveFeed curves, LandscapeFeed landscapes, ModelFeed models, boolean small,
            Function<String, PanelView> glass) {
        this.glass = glass;
        this.session = session;
        this.landscapes = landscapes;
        this.models = models;
        this.small = small;
        content = new PanelContent(session, curves, landscapes, small);
        grid = new EqualGrid(small ? SMALL : LARGE);
        order = new PanelOrder(session, () -> panels, panel -> grid.reveal(panel.node()));
        form = new SimpleObjectProperty<>(this, "form", small ? PanelForm.LANDSCAPE : PanelForm.LOSS);
        attached.listen(session.snapshotProperty(), now -> {
            if (!inTurns()) {
                refresh();
            } else if (pace.isTime()) {
                turn = (turn + 1) % TURNS;
                show(i -> i % TURNS == turn);
            }
        });
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(session.selection().hoverStepProperty(), now -> mark());
        attached.listen(Messages.languageProperty(), now -> {
            refresh();
            ask();
        });
        attached.listen(landscapes.wholeProperty(), now -> refresh());
        attached.listen(landscapes.tracksProperty(), now -> {
            if (!inTurns()) {
                refresh();
            }
        });
        attached.listen(models.standpointProperty(), now -> ask());
        attached.listen(models.focusProperty(), now -> ask());
        attached.listen(session.dataProperty(), now -> keepForm());
        attached.listen(form, now -> {
            setActive(active);
            panels.forEach(panel -> panel.chart().resetView());
        });
    }

    /** What every panel shows. */
    public ObjectProperty<PanelForm> formProperty() {
        return form;
    }

    /** Grows where there is something else to choose from. */
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** What they can show of this experiment. */
    public List<PanelForm> forms() {
        return PanelForm.of(site(), small);
    }

    /** The grid. */
    public Region node() {
        return grid;
    }

    /** Whether the loss has a scale of equal ratios. */
    public void setLog(boolean on) {
        content.setLog(on);
        refresh();
    }

    /** Out of view they cost nothing. */
    public void setActive(boolean on) {
        active = on;
        boolean landscape = on && form.get().kind() == PanelForm.Kind.LANDSCAPE;
        if (small) {
            landscapes.glance(this, landscape);
        } else {
            landscapes.setActive(this, landscape);
        }
        models.setActive(this, on && form.get().kind() == PanelForm.Kind.FIT);
        boolean inView = on && form.get().kind() == PanelForm.Kind.GLASS;
        panels.forEach(panel -> panel.setGlass(inView));
        picture = FitPicture.NONE;
        refresh();
        ask();
    }

    /** Who has a panel, in order. */
    public List<String> contenders() {
        return panels.stream().map(ContenderPanel::contender).toList();
    }

    /** Contenders without a panel, because they are muted or others are shown alone. */
    public int hidden() {
        return session.experiment() == null ? 0
                : (int) session.experiment().contenders().stream().filter(one -> !session.selection().isShown(one)).count();
    }

    /** Everybody has a panel again. */
    public void showAll() {
        List.copyOf(session.selection().solo()).forEach(id -> session.selection().setSolo(id, false));
        session.edit(document -> document.withContenders(document.contenders().stream().map(one -> one.withMuted(false)).toList()));
    }

    /** Shows everything again in all panels. */
    public void resetView() {
        panels.forEach(panel -> panel.chart().resetView());
    }

    /** Detaches everything. */
    public void dispose() {
        landscapes.setActive(this, false);
        models.setActive(this, false);
        attached.dispose();
        links.dispose();
        panels.forEach(ContenderPanel::dispose);
    }

    private FitSite site() {
        return session.experiment() == null ? null : FitSite.of(session.experiment(), session.dataProperty().get()).orElse(null);
    }

    private void keepForm() {
        revision.set(revision.get() + 1);
        if ((site() != null || isSurface()) && !forms().contains(form.get())) {
            form.set(small ? PanelForm.LANDSCAPE : PanelForm.LOSS);
        }
    }

    private boolean isSurface() {
        return session.experiment() != null && session.experiment().problem() instanceof Problem.Surface;
    }

    private void ask() {
        if (active && form.get().kind() == PanelForm.Kind.FIT && models.standpointProperty().get() != null) {
            content.ask(this, models, form.get().view(), now -> {
                picture = now;
                refresh();
            });
        }
    }

    private boolean inTurns() {
        return small && Snapshots.isRunning(session.snapshotProperty().get());
    }

    private void refresh() {
        show(i -> true);
        mark();
    }

    /** Shows how things stand in the panels at these places; in all where there are others than before. */
    private void show(IntPredicate which) {
        if (!active || session.experiment() == null) {
            return;
        }
        forget();
        List<ContenderSpec> shown = session.experiment().contenders().stream().filter(session.selection()::isShown).toList();
        boolean others = !shown.stream().map(ContenderSpec::id).toList().equals(contenders());
        if (others) {
            rebuild(shown);
        }
        content.show(panels, shown, form.get(), picture, i -> others || which.test(i));
    }

    /** Panels of another problem are not kept: their canvases would stay in view until everything is drawn anew. */
    private void forget() {
        List<Object> now = List.of(session.openingsProperty().getValue(), session.experiment().problem());
        if (now.equals(about)) {
            return;
        }
        about = now;
        picture = FitPicture.NONE;
        panels.forEach(ContenderPanel::dispose);
        panels.clear();
        grid.setAll(List.of());
    }

    private void mark() {
        if (active) {
            content.mark(panels, form.get());
        }
    }

    /** Panels that stay are kept, with what they show, in their new order. */
    private void rebuild(List<ContenderSpec> shown) {
        List<ContenderPanel> old = List.copyOf(panels);
        panels.clear();
        for (ContenderSpec one : shown) {
            panels.add(old.stream().filter(panel -> panel.contender().equals(one.id())).findFirst().orElseGet(() -> create(one.id())));
        }
        old.stream().filter(panel -> !panels.contains(panel)).forEach(ContenderPanel::dispose);
        links.dispose();
        link();
        revision.set(revision.get() + 1);
        grid.setAll(panels.stream().map(ContenderPanel::node).toList());
    }

    private ContenderPanel create(String id) {
        ContenderPanel panel = new ContenderPanel(id, small, glass);
        panel.onSwitched(session.selection()::setSolo,
                (one, muted) -> session.edit(document -> Edits.contender(document, one, spec -> spec.withMuted(muted))));
        order.install(panel);
        content.follow(panel);
        return panel;
    }

    /** The same part of the axes and the same step in all. */
    private void link() {
        for (ContenderPanel panel : panels) {
            links.bindBoth(panel.line().hoverXProperty(), session.selection().hoverStepProperty());
            ContenderPanel first = panels.get(0);
            if (panel != first) {
                links.bindBoth(panel.line().viewProperty(), first.line().viewProperty());
                links.bindBoth(panel.plane().viewProperty(), first.plane().viewProperty());
                links.bindBoth(panel.plot().viewProperty(), first.plot().viewProperty());
            }
        }
    }
}
