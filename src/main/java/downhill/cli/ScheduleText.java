package downhill.cli;

import downhill.optim.Schedule;
import downhill.optim.ScheduleReader;
import downhill.words.Said;

/** Schedules as people type them into an option. */
final class ScheduleText {
    private ScheduleText() {
    }

    /**
     * @param whose begins the sentence of a fault
     * @param run   updates of the run, the length of a schedule whose own is left out
     * @throws InputException of one sentence that names the key and its range
     */
    static Schedule schedule(String whose, String text, long run) {
        try {
            return ScheduleReader.read(text, run);
        } catch (IllegalArgumentException refused) {
            throw new InputException(Said.of("cli.of", whose, Said.message(refused)));
        }
    }
}
