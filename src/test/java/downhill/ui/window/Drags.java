package downhill.ui.window;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Drags as a desktop sends them. */
final class Drags {
    private Drags() {
    }

    /**
     * Sends one to a node or a scene; from the FX thread. What became of it: the copy that was handled where {@code target} is
     * the scene.
     */
    static DragEvent over(EventTarget target, EventType<DragEvent> type, Map<DataFormat, Object> content) {
        Dragboard board = DragboardHelper.createDragboard(clipboard(content));
        DragboardHelper.setDataAccessRestriction(board, false);
        DragEvent[] seen = {new DragEvent(target, target, type, board, 10, 10, 10, 10, TransferMode.COPY, null, null, null)};
        if (target instanceof javafx.scene.Scene scene) {
            scene.addEventHandler(type, event -> seen[0] = event);
        }
        Event.fireEvent(target, seen[0]);
        return seen[0];
    }

    /** What a desktop hands over with a drag. */
    private static TKClipboard clipboard(Map<DataFormat, Object> content) {
        return (TKClipboard) Proxy.newProxyInstance(TKClipboard.class.getClassLoader(), new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    case "hasContent" -> content.containsKey(arguments[0]);
                    case "getContent" -> content.get(arguments[0]);
                    case "getContentTypes" -> content.keySet();
                    default -> null;
                });
    }
}
