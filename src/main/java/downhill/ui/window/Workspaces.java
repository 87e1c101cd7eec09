package downhill.ui.window;

import downhill.ui.fx.Subscriptions;
import downhill.ui.screen.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** All workspaces, each made when it is chosen for the first time; one of them is chosen, and in it one view. FX thread. */
final class Workspaces {
    private final List<WorkspaceEntry> entries;
    private final List<WorkspaceEntry> offered;
    private final Map<WorkspaceEntry, Workspace> made = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<WorkspaceEntry> chosen = new ReadOnlyObjectWrapper<>(this, "chosen");
    private final ObjectProperty<Screen> shown = new SimpleObjectProperty<>(this, "shown");
    private final Consumer<WorkspaceEntry> refused;
    private final Subscriptions attached = new Subscriptions();

    /**
     * In the order of the rail, but for those of {@code hidden} ids, which can be neither chosen nor made: {@code refused} is told of who
     * asks for one. {@code first} is the id of the one that is chosen, which is always there.
     */
    Workspaces(List<WorkspaceEntry> entries, List<String> hidden, String first, Consumer<WorkspaceEntry> refused) {
        this.entries = List.copyOf(entries);
        this.refused = refused;
        offered = this.entries.stream().filter(entry -> !hidden.contains(entry.id()) || entry.id().equals(first)).toList();
        choose(first);
        attached.listen(shown, this::follow);
    }

    /** Those that are offered. */
    List<WorkspaceEntry> entries() {
        return offered;
    }

    /** Whether the workspace of that id is. */
    boolean isOffered(String id) {
        return offered.contains(entry(id));
    }

    /** The same; where it is not, who asks for it is told so. */
    boolean admits(String id) {
        if (!isOffered(id)) {
            refused.accept(entry(id));
        }
        return isOffered(id);
    }

    /** Which is in view. */
    ReadOnlyObjectProperty<WorkspaceEntry> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What is in view. */
    Workspace present() {
        return of(chosen.get());
    }

    /** Puts the workspace of that id into view, with the view that it showed last. */
    void choose(String id) {
        choose(entry(id));
    }

    /** Puts a workspace into view. */
    void choose(WorkspaceEntry now) {
        if (now == chosen.get() || !admits(now.id())) {
            return;
        }
        Workspace next = of(now);
        if (chosen.get() != null) {
            present().setActive(false);
        }
        chosen.set(now);
        shown.set(next.shownProperty().get());
        next.setActive(true);
    }

    /** The view that is seen; a view of another workspace leads there. */
    ObjectProperty<Screen> shownProperty() {
        return shown;
    }

    /** Those made so far. */
    Set<String> made() {
        return made.keySet().stream().map(WorkspaceEntry::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The workspace of that id, in view or not; made if nobody has been there. */
    Workspace at(String id) {
        return of(entry(id));
    }

    /** The views of one workspace. */
    List<Screen> screens(String id) {
        return at(id).screens();
    }

    /** Once a frame. */
    void frame() {
        made.values().forEach(Workspace::frame);
    }

    /** Detaches every workspace that was made. */
    void dispose() {
        attached.dispose();
        made.values().forEach(Workspace::dispose);
    }

    private WorkspaceEntry entry(String id) {
        return entries.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private Workspace of(WorkspaceEntry entry) {
        return Optional.ofNullable(made.get(entry)).orElseGet(() -> make(entry));
    }

    private Workspace make(WorkspaceEntry entry) {
        Workspace fresh = entry.view().get();
        made.put(entry, fresh);
        attached.listen(fresh.shownProperty(), now -> {
            if (entry == chosen.get()) {
                shown.set(now);
            }
        });
        return fresh;
    }

    /** A view belongs to a workspace that was made, as a rule: the others are not made to be asked unless it is none of theirs. */
    private void follow(Screen now) {
        Stream<WorkspaceEntry> known = List.copyOf(made.keySet()).stream();
        Stream<WorkspaceEntry> others = offered.stream().filter(one -> !made.containsKey(one));
        Stream.concat(known, others).filter(one -> of(one).screens().contains(now)).findFirst().ifPresent(one -> {
            of(one).shownProperty().set(now);
            choose(one);
        });
    }
}
