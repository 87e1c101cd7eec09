package downhill.engine;

import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The log, which only its owner may read: it names files and columns. */
public final class PrivateLog<E> extends RollingFileAppender<E> {
    @Override
    public void openFile(String name) throws IOException {
        Path file = Path.of(name).toAbsolutePath();
        if (!Files.exists(file.getParent())) {
            PrivateFiles.folder(file.getParent());
        }
        PrivateFiles.file(file);
        super.openFile(name);
    }
}
