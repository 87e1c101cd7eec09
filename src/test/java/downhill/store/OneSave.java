package downhill.store;

import java.nio.file.Path;

/** Saves one file and says what came of it. */
final class OneSave {
    private OneSave() {
    }

    public static void main(String[] arguments) {
        try {
            AtomicFiles.write(Path.of(arguments[0]), "new", true);
            System.out.println("saved");
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        }
    }
}
