package downhill.ui.robot;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.window.Seen;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** What must hold after each deed, whatever it was. */
final class Holds {
    /** Seconds that the FX thread may compute for one deed: others wait for the processor too, so it is its own time that counts. */
    private static final double MOST_SECONDS = 4;
    private static final int TRIES = 16;

    private final Shaken open;
    private final Listening listening;
    private final long fx = FxToolkit.call(Thread::currentThread).getId();
    private long computed = computed();

    Holds(Shaken open, Listening listening) {
        this.open = open;
        this.listening = listening;
    }

    private long computed() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(fx);
    }

    /** All that does not hold now. */
    List<Fault> check() {
        FxTest.nextFrame();
        List<Fault> faults = new ArrayList<>();
        double seconds = (computed() - computed) / 1e9;
        if (seconds > MOST_SECONDS) {
            faults.add(new Fault("the FX thread did not answer", "it computed for " + seconds + " s"));
        }
        FxToolkit.run(() -> {
            open.windows().forEach(one -> Words.look(one.getScene().getRoot(), faults));
            told(open.window.message(), faults);
            race(open.now(), faults);
            document(faults);
        });
        faults.addAll(places());
        faults.addAll(listening.heard());
        computed = computed();
        return faults;
    }

    /** What waits to be laid out or folded is no fault: only what stays so. */
    private List<Fault> places() {
        List<String> seen = seen();
        for (int i = 1; i < TRIES && !seen.isEmpty(); i++) {
            FxTest.nextFrame();
            seen = seen();
        }
        String where = FxToolkit.call(this::where);
        return seen.stream().limit(1)
                .map(one -> new Fault("place: " + one.replaceAll("[\\[\\]0-9.]+", "#").replaceAll("\\(.*?\\)", ""), one + "\n" + where))
                .toList();
    }

    /**
     * Words shortened to nothing are still told to who points at them; where they must not be is held where screens are looked at
     * one by one.
     */
    private List<String> seen() {
        return FxToolkit.call(() -> Seen.faults(open.window.scene())).stream().filter(one -> !one.startsWith("nothing left")).toList();
    }

    private String where() {
        return open.window.shownProperty().get().titleKey() + " " + open.window.scene().getRoot()
                .getLayoutBounds() + " sheet '" + open.window.sheets().shownTitle() + "'";
    }

    private static void told(String message, List<Fault> faults) {
        if (message.contains("Exception")) {
            faults.add(new Fault("words not for people in the message", message));
        }
    }

    private static void race(RaceSnapshot now, List<Fault> faults) {
        if (now.state() == RaceState.FAILED) {
            faults.add(new Fault("the race failed", String.valueOf(now.message())));
        }
        now.contenders().stream().filter(one -> one.outcome() == Outcome.FAILED)
                .forEach(one -> faults.add(new Fault("a contender failed", one.toString())));
    }

    private void document(List<Fault> faults) {
        Experiment document = open.session.experiment();
        String chosen = open.session.selection().contenderProperty().get();
        if (document != null && chosen != null && document.contenders().stream().noneMatch(one -> one.id().equals(chosen))) {
            faults.add(new Fault("the contender chosen is not in the document", chosen));
        }
        Node owner = open.window.scene().getFocusOwner();
        if (open.window.sheets().isVisible() && owner != null && !isWithin(owner, open.window.sheets())) {
            faults.add(new Fault("the focus is behind the sheet", owner + " behind " + open.window.sheets().shownTitle()));
        }
    }

    private static boolean isWithin(Node node, Node around) {
        return node == around || node.getParent() != null && isWithin(node.getParent(), around);
    }

    /** What must hold besides when the window is at rest. */
    List<Fault> checkAtRest() {
        List<Fault> faults = new ArrayList<>();
        FxToolkit.run(() -> {
            Experiment document = open.session.experiment();
            if (document == null || !open.session.race().isOpen()) {
                return;
            }
            int results = open.window.parts().results().rows().size();
            if (results != document.contenders().size() || open.now().contenders().size() != results) {
                faults.add(new Fault("race, results and document have different contenders",
                        open.now().contenders().size() + " in the race, " + results
                        + " in the results, " + document.contenders().size() + " in the document"));
            }
        });
        return faults;
    }
}
