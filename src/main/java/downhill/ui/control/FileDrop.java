package downhill.ui.control;

import downhill.ui.fx.Subscriptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A file dropped somewhere is handed on; not while something else lies over it. */
public final class FileDrop {
    private final BooleanSupplier covered;
    private final Consumer<Path> open;

    /** {@code covered} says whether something lies over the place where files may fall; {@code open} takes the first of them. */
    public FileDrop(BooleanSupplier covered, Consumer<Path> open) {
        this.covered = covered;
        this.open = open;
    }

    /** Anywhere on a window, until {@code attached} ends. */
    public void install(Scene scene, Subscriptions attached) {
        on(scene, DragEvent.DRAG_OVER, this::over, attached);
        on(scene, DragEvent.DRAG_DROPPED, this::dropped, attached);
    }

    private static void on(Scene scene, EventType<DragEvent> type, EventHandler<DragEvent> handler, Subscriptions attached) {
        scene.addEventHandler(type, handler);
        attached.add(() -> scene.removeEventHandler(type, handler));
    }

    /** On a part of it. */
    public void install(Node node) {
        node.setOnDragOver(this::over);
        node.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() && !covered.getAsBoolean()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (files != null && !files.isEmpty() && !covered.getAsBoolean()) {
            open.accept(files.get(0).toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
