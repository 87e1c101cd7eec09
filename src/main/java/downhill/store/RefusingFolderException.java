package downhill.store;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A new file does not come about in a folder that is there, as in those that a system makes up. */
final class RefusingFolderException extends FileSystemException {
    private static final long serialVersionUID = 1;

    RefusingFolderException(Path folder) {
        super(folder.toString());
    }
}
