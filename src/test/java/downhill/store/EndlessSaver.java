package downhill.store;

import java.nio.file.Path;

/** Saves a growing number, many times over, until it is killed. */
final class EndlessSaver {
    private static final int COPIES = 20_000;

    private EndlessSaver() {
    }

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        for (int number = 100_000; ; number++) {
            AtomicFiles.write(file, (number + "\n").repeat(COPIES), true);
            System.out.print('!');
            System.out.flush();
        }
    }

    static boolean isWhole(String content) {
        return content.length() == 7 * COPIES && content.equals(content.substring(0, 7).repeat(COPIES));
    }
}
