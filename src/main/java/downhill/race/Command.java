package downhill.race;

import java.util.function.Consumer;

/**
 * Something to be done on the race's thread.
 *
 * @param work      what is to be done
 * @param abandoned done instead where the race ends before
 */
record Command(Consumer<Director> work, Runnable abandoned) {
    static Command of(Consumer<Director> work) {
        return new Command(work, () -> { });
    }
}
