package downhill.ui.ask;

import downhill.engine.train.RunState;
import downhill.model.TrainedModel;
import downhill.race.document.Problem;
import downhill.store.ModelStore;
import downhill.ui.control.Rows;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fit.Standpoint;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Desk;
import downhill.ui.session.Session;
import downhill.ui.session.Feed;
import downhill.ui.session.Obstacles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The panel in which a row is put together and the contenders, or a saved model, are asked about it, while the race runs. Out of view it
 * costs nothing. FX thread.
 */
public final class Scoring {
    /** What the answers depend on beside the model and the data. */
    private record Key(long revision, List<AskedModel> candidates, Language language, long cleared) {
    }

    private final Desk desk;
    private final Session session;
    private final ModelFeed feed;
    private final Asker asker;
    private final Sources sources;
    private final Subscriptions attached = new Subscriptions();
    private final VBox node = new VBox();
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
    private Runnable reveal = () -> { };
    private boolean active;
    private ScoringModel model;
    private ScoringView view;
    /** What the contenders race on; null where a saved model is asked. */
    private FitSite site;
    /** What is said of a saved model; null where the contenders are asked. */
    private Supplier<String> saved;
    private long checked;
    private long cleared;

    /** Asks models of the session of {@code desk}, which {@code feed} brings. */
    public Scoring(Desk desk, ModelFeed feed) {
        this.desk = desk;
        session = desk.session();
        this.feed = feed;
        asker = new Asker(Feed.threads(1, "ask-work"));
        sources = new Sources(desk.work(), desk.files(), desk.problem());
        node.setId("scoring");
        VBox.setVgrow(node, Priority.ALWAYS);
        attached.listen(session.experimentProperty(), now -> follow());
        attached.listen(session.dataProperty(), now -> follow());
        attached.listen(session.selection().revisionProperty(), now -> gather());
        attached.listen(feed.standpointProperty(), now -> gather());
        attached.listen(Messages.languageProperty(), now -> respell());
        follow();
    }

    /** All of it. */
    public Node node() {
        return node;
    }

    /** Whether there is anybody to ask: a surface has no model. */
    public ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Why nobody can be asked, in the language of the window; empty where somebody can. */
    public String obstacle() {
        String reason = Obstacles.noExperiment(session);
        return reason.isEmpty() && !offered.get() ? Messages.text("metrics.none.surface") : reason;
    }

    /** {@code action} brings the panel into view. */
    public void onReveal(Runnable action) {
        reveal = action;
    }

    /** The first control takes the focus. */
    public void focus() {
        if (view != null) {
            view.focus();
        }
    }

    /** Asks the contenders about a row of the data, from 0, and brings the panel into view. */
    public void askAbout(int row) {
        if (saved != null) {
            backToContenders();
        }
        reveal.run();
        if (view != null) {
            view.take(row);
        }
    }

    /** In view it follows the race. */
    public void setActive(boolean on) {
        if (on != active) {
            active = on;
            asker.setActive(on);
            feed.setActive(this, on);
            follow();
        }
    }

    private boolean isOfSurface() {
        return session.experiment() == null || session.experiment().problem() instanceof Problem.Surface;
    }

    private void follow() {
        offered.set(saved != null || !isOfSurface());
        if (!active || saved != null) {
            return;
        }
        FitSite now = FitSite.of(session.experiment(), session.dataProperty().get()).orElse(null);
        if (now == null) {
            site = null;
            forget();
            node.getChildren().setAll(Rows.paragraph(Messages.binding("metrics.soon.how")));
        } else if (view == null || !now.sameAs(site)) {
            site = now;
            begin(ScoringModel.of(now.model(), now.prepared(), now.outputs(), session.dataProperty().get().imported().table()));
        }
        gather();
    }

    private void forget() {
        model = null;
        view = null;
        asker.forget();
    }

    private void begin(ScoringModel next) {
        ScoringModel before = model;
        asker.forget();
        model = next;
        view = new ScoringView(next);
        view.onDropped(this::dropped);
        view.link("scoring.rows", "scoring-rows", () -> sources.whichRows().ifPresent(this::rows));
        view.link("scoring.open", "scoring-open", this::openModel);
        if (saved == null) {
            view.link("scoring.save", "scoring-save", this::saveModel);
        } else {
            view.link(isOfSurface() ? "scoring.close" : "scoring.back", "scoring-back", this::backToContenders);
        }
        view.takeFirst();
        if (before != null) {
            next.keep(before);
        }
        checked = -1;
        node.getChildren().setAll(view.node());
    }

    /** Who is asked, as they stand. */
    private void gather() {
        if (view == null) {
            return;
        }
        if (saved != null) {
            view.about(saved.get());
            return;
        }
        Standpoint now = feed.standpointProperty().get();
        boolean known = now != null && now.site().sameAs(site);
        model.setCandidates(known ? AskedModel.all(session, now) : List.of());
        long step = !known ? 0 : now.seeds().values().stream().flatMap(List::stream).mapToLong(RunState::step).max().orElse(0);
        view.about(known ? Messages.text("scoring.about", Numbers.count(step)) : "");
    }

    private void respell() {
        if (view != null) {
            view.check();
        }
        gather();
    }

    /** Once a frame. */
    public void frame() {
        if (!active || view == null) {
            return;
        }
        asker.frame();
        if (checked != model.revision()) {
            checked = model.revision();
            view.place(null);
            view.check();
        }
        String why = Unasked.why(saved == null ? session : null, feed.problemProperty().get() + asker.problemProperty().get(), model);
        view.nothing(why);
        if (why.isEmpty()) {
            ask();
        } else {
            view.show(List.of());
            cleared++;
        }
    }

    private void ask() {
        ScoringView asking = view;
        asker.ask(new Key(model.revision(), model.candidates(), Messages.languageProperty().get(), cleared), model, model::question,
                asking::show);
        if (model.rows() != null) {
            asker.find(List.of(model.revision(), cleared), model.rows(), model::question, asking::place);
        }
    }

    /** Asks a person for a saved model and opens it. */
    public void openModel() {
        sources.whichModel().ifPresent(this::open);
    }

    /** Opens a saved model, and brings the panel into view. */
    public void open(Path file) {
        sources.model(file, trained -> begin(file, trained));
    }

    private void begin(Path file, TrainedModel trained) {
        saved = () -> Messages.text("scoring.about.file", file.getFileName(), trained.name(), Numbers.count(trained.training().steps()),
                trained.preprocessing().target().column());
        site = null;
        begin(ScoringModel.alone(trained.model(), trained.preprocessing(), trained.outputs()));
        model.setCandidates(List.of(new AskedModel(trained.name(), 0, trained.parameters(), "")));
        gather();
        offered.set(true);
        reveal.run();
    }

    private void backToContenders() {
        saved = null;
        forget();
        node.getChildren().clear();
        follow();
    }

    private void dropped(Path file) {
        boolean isModel = file.getFileName().toString().endsWith(ModelStore.ENDING);
        Consumer<Path> taking = isModel ? this::open : this::rows;
        taking.accept(file);
    }

    private void rows(Path file) {
        ScoringModel of = model;
        sources.rows(file, of.preprocessing(), given -> {
            if (of == model) {
                model.setGiven(given);
                view.showGiven();
                view.takeFirst();
            }
        });
    }

    /** Offers to save the model of a contender. */
    public void saveModel() {
        SaveModel.open(desk);
    }

    /** Detaches everything. */
    public void dispose() {
        setActive(false);
        attached.dispose();
        asker.dispose();
    }
}
