package downhill.ui.window;

import downhill.optim.Rule;
import downhill.race.RaceSnapshot;
import downhill.race.document.Experiment;
import downhill.ui.control.Buttons;
import downhill.ui.control.Labels;
import downhill.ui.fx.Subscriptions;
import downhill.ui.screen.Screen;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;

/**
 * Three short marks over the window that point at what to try first. Each goes for good when it is dismissed, or when a person has done
 * what it says. Off unless they are asked for.
 */
final class Hints {
    /** What to try first, in this order. */
    enum Hint {
        /** Another learning rate in a contender's row. */
        RATE,
        /** Back along the time line. */
        SCRUB,
        /** The tab of the landscape. */
        LANDSCAPE;

        /** The word for it among what is kept. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final double WIDEST = 236;
    private static final double GAP = 8;

    private final MainWindow window;
    private final Pane layer = new Pane();
    private final Map<Hint, HBox> marks = new EnumMap<>(Hint.class);
    private final Subscriptions attached = new Subscriptions();
    private Set<String> known = Set.of();
    private Consumer<String> gone = word -> { };
    private boolean wanted;
    private Map<String, Double> rates = Map.of();
    private long step;

    Hints(MainWindow window) {
        this.window = window;
        layer.setPickOnBounds(false);
        layer.setVisible(false);
        layer.setId("hints");
    }

    Node node() {
        return layer;
    }

    /** From now on {@link #show} shows what is not {@code known} already; {@code gone} is told the word of each that goes for good. */
    void allow(Set<String> before, Consumer<String> goes) {
        known = before;
        gone = goes;
        wanted = true;
    }

    /** Shows those that are left, where they are wanted. */
    void show() {
        if (!wanted || !marks.isEmpty()) {
            return;
        }
        for (Hint hint : Hint.values()) {
            if (!known.contains(hint.word())) {
                marks.put(hint, mark(hint));
            }
        }
        layer.getChildren().setAll(marks.values());
        rates = rates(window.session().experiment());
        step = 0;
        attached.listen(window.session().experimentProperty(), this::changed);
        attached.listen(window.session().snapshotProperty(), this::moved);
        attached.listen(window.shownProperty(), this::shown);
    }

    /** Those that are seen now. */
    List<Hint> shown() {
        return List.copyOf(marks.keySet());
    }

    /** Once a frame: each stays beside what it points at. */
    void frame() {
        layer.setVisible(!marks.isEmpty() && !window.sheets().isVisible());
        marks.forEach(this::place);
    }

    void dispose() {
        attached.dispose();
    }

    private HBox mark(Hint hint) {
        Label words = Labels.of("hint." + hint.word());
        words.setWrapText(true);
        words.setMaxWidth(WIDEST);
        Button dismiss = Buttons.icon(Feather.X, "hint.dismiss", () -> go(hint));
        HBox mark = new HBox(6, words, dismiss);
        mark.setAlignment(Pos.CENTER_LEFT);
        mark.getStyleClass().add("hint");
        mark.setId("hint-" + hint.word());
        return mark;
    }

    private void go(Hint hint) {
        HBox mark = marks.remove(hint);
        if (mark != null) {
            layer.getChildren().remove(mark);
            gone.accept(hint.word());
        }
        if (marks.isEmpty()) {
            attached.dispose();
        }
    }

    private void changed(Experiment now) {
        Map<String, Double> fresh = rates(now);
        boolean other = rates.entrySet().stream().anyMatch(one -> !fresh.getOrDefault(one.getKey(), one.getValue()).equals(one.getValue()));
        if (other) {
            go(Hint.RATE);
        }
        rates = fresh;
    }

    private static Map<String, Double> rates(Experiment document) {
        return document == null ? Map.of() : document.contenders().stream().collect(java.util.stream.Collectors.toMap(one -> one.id(),
                one -> downhill.ui.session.Edits.inForce(one).getOrDefault(Rule.LEARNING_RATE_KEY, Double.NaN)));
    }

    /** Back to the beginning is a reset, which teaches nothing about the time line. */
    private void moved(RaceSnapshot now) {
        if (now.step() > 0 && now.step() < step) {
            go(Hint.SCRUB);
        }
        step = now.step();
    }

    private void shown(Screen now) {
        if (now == window.parts().landscape()) {
            go(Hint.LANDSCAPE);
        }
    }

    /** That of the contender chosen; the others' are hidden. */
    private Node rateRow() {
        return window.parts().contenders().node().lookupAll(".rate-row").stream().filter(row -> row.isVisible() && row.isManaged())
                .findFirst().orElse(null);
    }

    private void place(Hint hint, HBox mark) {
        Node anchor = switch (hint) {
            case RATE -> rateRow();
            case SCRUB -> window.scene().lookup(".race-time-line");
            case LANDSCAPE -> window.area().landscapeTab();
        };
        boolean racing = window.workspaces().chosenProperty().get().id().equals(WorkspaceEntry.TRAIN);
        boolean seen = racing && anchor != null && anchor.getScene() != null;
        mark.setVisible(seen);
        if (seen) {
            Bounds at = layer.sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
            mark.autosize();
            switch (hint) {
                case RATE -> mark.relocate(at.getMaxX() + 2 * GAP, at.getMinY() + at.getHeight() / 2 - mark.getHeight() / 2);
                case SCRUB -> mark.relocate(at.getMinX(), at.getMinY() - mark.getHeight() - GAP);
                case LANDSCAPE -> mark.relocate(at.getMinX(), at.getMaxY() + GAP);
                default -> throw new IllegalStateException(hint.name());
            }
        }
    }
}
