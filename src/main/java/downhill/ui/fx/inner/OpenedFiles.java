package downhill.ui.fx.inner;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Files that the desktop hands to a program that runs, as macOS does with what is double-clicked, and with what the program was started
 * for. Other systems start the program with the file's name, and nothing comes here.
 */
public final class OpenedFiles {
    private OpenedFiles() {
    }

    /** From now on {@code opened} is told, on the FX thread, of files that are handed over. To be called on the FX thread. */
    public static void listen(Consumer<List<Path>> opened) {
        try {
            Application program = Application.GetApplication();
            program.setEventHandler(new Listening(program.getEventHandler(), opened));
        } catch (LinkageError otherToolkit) {
            LoggerFactory.getLogger(OpenedFiles.class).info("This JavaFX does not tell of files that are handed over", otherToolkit);
        }
    }

    /** What JavaFX listens for itself goes on to it: that the program is to end, and that the theme of the desktop is another. */
    private static final class Listening extends Application.EventHandler {
        private final Application.EventHandler own;
        private final Consumer<List<Path>> opened;

        Listening(Application.EventHandler own, Consumer<List<Path>> opened) {
            this.own = own;
            this.opened = opened;
        }

        @Override
        public void handleOpenFilesAction(Application program, long time, String[] files) {
            opened.accept(Arrays.stream(files).map(Path::of).toList());
        }

        @Override
        public void handleQuitAction(Application program, long time) {
            if (own != null) {
                own.handleQuitAction(program, time);
            }
        }

        @Override
        public boolean handleThemeChanged(String theme) {
            return own != null && own.handleThemeChanged(theme);
        }
    }
}
