package downhill.ui.screen.deploy;

import downhill.engine.Threads;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.serve.Access;
import downhill.serve.InferenceServer;
import downhill.serve.ModelShelf;
import downhill.serve.ServeFigures;
import downhill.serve.ServeLimits;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Failures;
import downhill.ui.session.Pace;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The server of the window: opened and closed on threads of its own, its figures read once a second. It ends with the window. FX thread.
 */
final class Serving {
    /** How it stands. */
    enum State { OFF, OPENING, ON, CLOSING }

    /** Figures that are kept: those of two minutes. */
    private static final int KEPT = 120;

    /**
     * How it is opened.
     *
     * @param host  address
     * @param port  0 for any that is free
     * @param token that who asks has to send; empty for none
     */
    record Door(String host, int port, String token) {
    }

    /** What is open. */
    private record Open(InferenceServer server, ModelShelf shelf, boolean asksForToken) {
    }

    private final FxExecutor work = FxExecutor.threads(1, "deploy-serve");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.OFF);
    private final Deque<ServeFigures> figures = new ArrayDeque<>();
    private final Pace pace = new Pace(1);
    private Open open;
    private List<String> names = List.of();
    private Supplier<String> problem = () -> "";
    private boolean gone;

    /** How it stands; what else is told changes with it or with {@link #frame}. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Where it answers; empty where it does not. */
    String address() {
        return open == null ? "" : open.server.address();
    }

    boolean asksForToken() {
        return open != null && open.asksForToken;
    }

    /** How it stands, in a sentence. */
    String words() {
        return switch (state.get()) {
            case OFF -> Messages.text("deploy.serve.off");
            case OPENING -> Messages.text("deploy.serve.opening");
            case ON -> Messages.text(asksForToken() ? "deploy.serve.on.token" : "deploy.serve.on", address());
            case CLOSING -> Messages.text("deploy.serve.closing");
        };
    }

    /** What models are called in addresses. */
    List<String> names() {
        return names;
    }

    /** Why it did not open, in a sentence; empty where nothing is wrong. */
    String problem() {
        return problem.get();
    }

    /** What was asked, second by second, the newest last; empty before the first. */
    List<ServeFigures> figures() {
        return List.copyOf(figures);
    }

    /** Opens the port for these models. */
    void start(List<ServeOffer> offers, Door door) {
        if (state.get() != State.OFF) {
            return;
        }
        problem = () -> "";
        figures.clear();
        Map<String, CompletableFuture<TrainedModel>> models = taken(offers);
        state.set(State.OPENING);
        work.<Open>submit("open", task -> {
            Open made = opened(models, door);
            if (task.isCancelled()) {
                made.server.close();
            }
            return made;
        }, this::opened, this::failed);
    }

    private static Map<String, CompletableFuture<TrainedModel>> taken(List<ServeOffer> offers) {
        Map<String, CompletableFuture<TrainedModel>> models = new LinkedHashMap<>();
        offers.forEach(each -> models.put(each.name(), each.model().get()));
        return models;
    }

    private static Open opened(Map<String, CompletableFuture<TrainedModel>> models, Door door) {
        boolean here = InferenceServer.isHere(door.host());
        if (!here && door.token().isEmpty()) {
            throw new RefusedException(Said.of("serve.token.window", door.host()));
        }
        Access access = door.token().isEmpty() ? Access.ofThisMachine() : Access.of(door.token());
        InferenceServer.limit(ServeLimits.DEFAULT);
        ModelShelf shelf = new ModelShelf(ServeLimits.DEFAULT);
        try {
            models.forEach((name, model) -> shelf.put(name, TrainedEnsemble.of(model.join())));
            return new Open(new InferenceServer(shelf, door.host(), door.port(), ServeLimits.DEFAULT, access, null), shelf,
                    access.asksForToken());
        } catch (RuntimeException refused) {
            shelf.close();
            throw refused;
        }
    }

    private void opened(Open made) {
        open = made;
        names = made.shelf.names();
        figures.add(made.server.figures());
        state.set(State.ON);
    }

    private void failed(Exception failure) {
        problem = Failures.words(failure);
        state.set(State.OFF);
    }

    /** Puts these models in place of those of the same names, as their next versions; no request is lost. */
    void again(List<ServeOffer> offers) {
        if (state.get() != State.ON) {
            return;
        }
        Open now = open;
        problem = () -> "";
        Map<String, CompletableFuture<TrainedModel>> models = taken(offers);
        work.<List<String>>submit("again", task -> {
            models.forEach((name, model) -> now.shelf.put(name, TrainedEnsemble.of(model.join())));
            return now.shelf.names();
        }, all -> names = all, failure -> problem = Failures.words(failure));
    }

    /** Answers those who have asked, and ends; who comes from now on is refused. */
    void stop() {
        if (state.get() != State.ON) {
            return;
        }
        Open ending = open;
        open = null;
        state.set(State.CLOSING);
        work.<Boolean>submit("close", task -> {
            ending.server.close();
            return true;
        }, done -> state.set(State.OFF), this::failed);
    }

    /** Once a frame: whether there are new figures. */
    boolean frame() {
        if (open == null || !pace.isTime()) {
            return false;
        }
        figures.add(open.server.figures());
        if (figures.size() > KEPT) {
            figures.removeFirst();
        }
        return true;
    }

    /** Requests a second between the last two figures; 0 where there are fewer. */
    static double perSecond(List<ServeFigures> figures) {
        int last = figures.size() - 1;
        return last < 1 ? 0 : figures.get(last).perSecond(figures.get(last - 1));
    }

    /** Requests a second, from figure to figure; the seconds since the first. */
    static double[][] rates(List<ServeFigures> figures) {
        List<double[]> points = new ArrayList<>();
        for (int i = 1; i < figures.size(); i++) {
            points.add(new double[] {(figures.get(i).nanos() - figures.get(0).nanos()) * 1e-9,
                figures.get(i).perSecond(figures.get(i - 1))});
        }
        return points.toArray(double[][]::new);
    }

    /** Ends with the window, which does not wait for it. */
    void dispose() {
        if (gone) {
            return;
        }
        gone = true;
        Open ending = open;
        open = null;
        work.close();
        if (ending != null) {
            Threads.start("serve-end", ending.server::close);
        }
    }
}
