package downhill.ui.window;

import downhill.ui.fx.Subscriptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A file dropped anywhere on the window is opened; not while a sheet lies over it. */
final class FileDrop {
    private final Scene scene;
    private final BooleanSupplier covered;
    private final Consumer<Path> open;

    FileDrop(Scene scene, BooleanSupplier covered, Consumer<Path> open) {
        this.scene = scene;
        this.covered = covered;
        this.open = open;
    }

    void install(Subscriptions attached) {
        on(DragEvent.DRAG_OVER, this::over, attached);
        on(DragEvent.DRAG_DROPPED, this::dropped, attached);
    }

    private void on(EventType<DragEvent> type, EventHandler<DragEvent> handler, Subscriptions attached) {
        scene.addEventHandler(type, handler);
        attached.add(() -> scene.removeEventHandler(type, handler));
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
