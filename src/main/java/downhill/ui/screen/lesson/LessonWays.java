package downhill.ui.screen.lesson;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/**
 * Where the lessons lead.
 *
 * @param openFile  asks for a file
 * @param write     to where lessons are written; with the name of a bundled one to begin with, or empty for what was written there
 * @param written   what the lesson that is written is called; empty where none is
 * @param phenomena to the gallery of them in the lab
 * @param projected whether the window is shown to a room
 */
public record LessonWays(Runnable openFile, Consumer<String> write, Supplier<String> written, Runnable phenomena,
                         ObservableValue<Boolean> projected) {
}
