package downhill.store;

import java.nio.file.Files;
import java.nio.file.Path;

/** Has written half of a file and waits for a disk that never answers. */
final class StuckSaver {
    private StuckSaver() {
    }

    public static void main(String[] arguments) {
        AtomicFiles.write(Path.of(arguments[0]), file -> {
            Files.writeString(file, "half of");
            System.out.print('!');
            System.out.flush();
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, true);
    }
}
