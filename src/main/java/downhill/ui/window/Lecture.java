package downhill.ui.window;

import downhill.ui.fx.Subscriptions;
import downhill.ui.screen.lecture.CaptionBar;
import downhill.ui.theme.TypeScale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/**
 * The window as it is projected: full screen, large type, columns folded but for formula and glass box where there is room, a
 * caption, no pointer that rests. Escape leaves.
 */
public final class Lecture {
    static final String STYLE = "lecture-mode";
    private static final long IDLE_NANOS = 3_000_000_000L;

    private final Scene scene;
    private final WindowModel model;
    private final Captions captions;
    private final BooleanSupplier covered;
    private final LongSupplier clock;
    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private boolean leftBefore;
    private boolean rightBefore;
    private long moved;

    /** {@code covered} says whether a sheet lies over the window, which takes Escape first; {@code clock} in nanoseconds. */
    Lecture(Scene scene, WindowModel model, Captions captions, BooleanSupplier covered, LongSupplier clock) {
        this.scene = scene;
        this.model = model;
        this.captions = captions;
        this.covered = covered;
        this.clock = clock;
    }

    void install(Subscriptions attached) {
        EventHandler<KeyEvent> keys = this::key;
        EventHandler<MouseEvent> mouse = event -> wake();
        scene.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        scene.addEventFilter(MouseEvent.ANY, mouse);
        attached.add(() -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, keys));
        attached.add(() -> scene.removeEventFilter(MouseEvent.ANY, mouse));
        attached.listen(on, this::change);
        attached.listen(scene.windowProperty().flatMap(window -> ((Stage) window).fullScreenProperty()), full -> {
            if (full != null && !full) {
                on.set(false);
            }
        });
    }

    /** Whether the window is projected. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** The caption in view. */
    public CaptionBar caption() {
        return captions.present();
    }

    /** Those of all workspaces. */
    Captions captions() {
        return captions;
    }

    /** Once a frame: a pointer that rests is hidden. */
    void frame() {
        if (on.get() && scene.getCursor() != Cursor.NONE && clock.getAsLong() - moved >= IDLE_NANOS) {
            scene.setCursor(Cursor.NONE);
        }
    }

    private void wake() {
        moved = clock.getAsLong();
        if (scene.getCursor() == Cursor.NONE) {
            scene.setCursor(null);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && on.get() && !covered.getAsBoolean()) {
            on.set(false);
            event.consume();
        }
    }

    private void change(boolean now) {
        wake();
        scene.getRoot().getStyleClass().remove(STYLE);
        if (now) {
            scene.getRoot().getStyleClass().add(STYLE);
            leftBefore = model.leftProperty().get();
            rightBefore = model.rightProperty().get();
        }
        model.setProjected(now);
        model.leftProperty().set(now ? model.isLed() : leftBefore);
        model.rightProperty().set(now ? model.hasRoomForRight() && !model.isLed() : rightBefore);
        TypeScale.of(scene).set(now ? TypeScale.LECTURE : 1);
        captions.setShown(now);
        fill(now);
    }

    private void fill(boolean whole) {
        if (scene.getWindow() instanceof Stage stage && stage.isFullScreen() != whole) {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(whole);
        }
    }
}
