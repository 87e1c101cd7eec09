package downhill.race;

import java.util.function.Consumer;

/**
 * Something to be done on the race's thread.
 *
 * @param work      what is to be done
 * @param abandoned done instead where the race ends before
 */
record RaceCommand(Consumer<Director> work, Runnable abandoned) {
    static RaceCommand of(Consumer<Director> work) {
        return new RaceCommand(work, () -> { });
    }
}
