package downhill.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** What a new file may be used for: temporary files are private, but a saved one should be like any other. */
final class Permissions {
    private Permissions() {
    }

    /** Readable by those who may read the folder, writable by the owner. */
    static Set<PosixFilePermission> ofNewFiles(Path folder) throws IOException {
        Set<PosixFilePermission> result = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Set<PosixFilePermission> there = Files.getPosixFilePermissions(folder);
        for (PosixFilePermission read : Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)) {
            if (there.contains(read)) {
                result.add(read);
            }
        }
        return result;
    }
}
