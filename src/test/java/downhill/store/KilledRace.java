package downhill.store;

import downhill.race.Checkpoint;
import downhill.race.Race;
import java.nio.file.Path;

/** A process that goes on where the one before it was killed, and saves without a pause until it is killed too. */
final class KilledRace {
    /** More than are ever done. */
    static final long STEPS = 100_000_000;
    /** Slow enough for a race without interruption to be repeated in seconds. */
    private static final double SPEED = 3000;

    private KilledRace() {
    }

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (Autosave slot = Autosave.take(folder)) {
            Checkpoint from = slot.leftover().map(left -> SessionStore.read(left.file()).checkpoint()).orElse(null);
            try (Race race = from == null ? SavedRaces.open(SavedRaces.iris(STEPS)) : SavedRaces.open(from)) {
                race.ready().join();
                say("at", race.refused().isPresent() ? -1 : race.checkpoint().join().clock());
                race.setSpeed(SPEED);
                race.start();
                while (true) {
                    Checkpoint checkpoint = race.checkpoint().join();
                    slot.save(checkpoint, folder, SessionPlace.NOWHERE);
                    say("saved", checkpoint.clock());
                }
            }
        }
    }

    private static void say(String word, long step) {
        System.out.println(word + " " + step);
        System.out.flush();
    }
}
