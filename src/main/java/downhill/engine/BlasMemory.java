package downhill.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * Keeps a choice of kernels from one start to the next, for the same processor, library and wish. One made where a trial gave no answer
 * about the kernels (too little time, memory or room, or somebody ended it) is made again at the next start; after
 * {@value #TRIES} such starts, once a day.
 */
final class BlasMemory {
    /** What was chosen in another way is chosen anew. */
    private static final String EDITION = "3";
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofDays(1);

    private final BlasFile file;
    private final Clock clock;

    private BlasMemory(BlasFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** In the cache folder; made when something is to be kept. */
    static BlasMemory of(Path folder) {
        return of(folder, Clock.systemUTC());
    }

    static BlasMemory of(Path folder, Clock clock) {
        return new BlasMemory(new BlasFile(folder.resolve("openblas.properties")), clock);
    }

    /** The one kept, without its warning, which has been given; or a new one, which is kept. */
    BlasChoice choice(Processor processor, String set) {
        return choice(processor, set, BlasTrial::run);
    }

    /** @param trial as in {@link BlasChoice#decide} */
    BlasChoice choice(Processor processor, String set, Function<String[], BlasTrial> trial) {
        String key = key(processor, set);
        Optional<BlasFile.Entry> kept = file.read(key);
        return kept.filter(this::holds).map(BlasFile.Entry::choice).orElseGet(() -> decided(key, processor, set, trial));
    }

    static String key(Processor processor, String set) {
        return String.join(" | ", EDITION, processor.key(), OpenBlas.version(), set == null ? "" : set);
    }

    /** A clock that was set back must not keep anything for long. */
    private boolean holds(BlasFile.Entry kept) {
        Instant now = clock.instant();
        return kept.failed() == 0
                || kept.failed() >= TRIES && !kept.when().isAfter(now) && now.isBefore(kept.when().plus(PAUSE));
    }

    /** What another process has found out meanwhile is worth more than a trial without an answer. */
    private BlasChoice decided(String key, Processor processor, String set, Function<String[], BlasTrial> trial) {
        AtomicBoolean lasting = new AtomicBoolean(true);
        BlasChoice choice = BlasChoice.decide(processor, set, core -> {
            BlasTrial tried = trial.apply(core);
            lasting.compareAndSet(true, tried.lasting());
            return tried;
        });
        Optional<BlasFile.Entry> now = lasting.get() ? Optional.empty() : file.read(key);
        if (now.isPresent() && now.get().failed() == 0) {
            return now.get().choice();
        }
        write(key, choice, lasting.get() ? 0 : now.map(BlasFile.Entry::failed).orElse(0) + 1);
        return choice;
    }

    /** One that is to be asked for no more. */
    void write(String key, BlasChoice choice) {
        write(key, choice, 0);
    }

    /** A folder that cannot be written costs a trial at every start, nothing else. */
    private void write(String key, BlasChoice choice, int failed) {
        try {
            file.write(key, new BlasFile.Entry(choice, failed, clock.instant()));
        } catch (IOException e) {
            LoggerFactory.getLogger(BlasMemory.class).warn("The choice of kernels is not kept in {}", file, e);
        }
    }
}
