package downhill.ui.robot;

import downhill.ui.fx.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A window used from its start until something does not hold that must, or until enough was done. */
final class Play {
    private static final int BETWEEN_RESTS = 50;

    private final List<Deed> done = new ArrayList<>();
    private final Script script;
    private final Set<String> known;
    private List<Fault> faults = List.of();

    private Play(Script script, Set<String> known) {
        this.script = script;
        this.known = known;
    }

    /** What was done, as it can be repeated. */
    Script script() {
        return script.with(List.copyOf(done));
    }

    /** What did not hold after the last deed; empty where all is well. */
    List<Fault> faults() {
        return faults;
    }

    /** The faults as words, and how to repeat them. */
    String report() {
        return String.join("\n", faults.stream().map(Fault::toString).toList()) + "\n\nThe script that gives it:\n" + script().text();
    }

    /** Does {@code count} things that come to mind; faults of {@code known} kinds do not end it. */
    static Play random(Script start, long seed, int count, Set<String> known) {
        Play play = new Play(start, known);
        play.with((open, targets) -> {
            Whims whims = new Whims(open, targets, seed);
            return at -> at < count ? at % BETWEEN_RESTS == BETWEEN_RESTS - 1 ? Deed.of("rest") : whims.next() : null;
        });
        return play;
    }

    /** Does what a script says. */
    static Play of(Script script) {
        Play play = new Play(script, Set.of());
        play.with((open, targets) -> at -> at < script.deeds().size() ? script.deeds().get(at) : null);
        return play;
    }

    private interface Mind {
        /** What to do as number {@code at}, from 0; null for nothing more. */
        Deed next(int at);
    }

    private interface Waking {
        Mind open(Shaken open, Targets targets);
    }

    private void with(Waking waking) {
        try (Listening listening = new Listening(); Shaken open = new Shaken(script)) {
            Targets targets = new Targets(open);
            Hands hands = new Hands(open, targets);
            Holds holds = new Holds(open, listening);
            Mind mind = waking.open(open, targets);
            faults = unknown(holds.check());
            for (int at = 0; faults.isEmpty(); at++) {
                Deed deed = mind.next(at);
                if (deed == null) {
                    break;
                }
                done.add(deed);
                faults = unknown(perform(deed, hands, holds));
            }
            FxTest.nextFrame();
        }
    }

    private List<Fault> unknown(List<Fault> found) {
        return found.stream().filter(fault -> !known.contains(fault.kind())).toList();
    }

    private static List<Fault> perform(Deed deed, Hands hands, Holds holds) {
        try {
            hands.perform(deed);
        } catch (RuntimeException | AssertionError e) {
            return List.of(Listening.of("at once", e));
        }
        List<Fault> found = new ArrayList<>(holds.check());
        if (deed.verb().equals("rest")) {
            found.addAll(holds.checkAtRest());
        }
        return found;
    }
}
