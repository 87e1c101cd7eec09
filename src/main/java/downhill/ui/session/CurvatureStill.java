package downhill.ui.session;

import downhill.analysis.curvature.LossLine;
import downhill.analysis.curvature.SpectrumDensity;
import downhill.engine.train.RunState;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.ui.fx.UiTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is looked at where the contenders stand, and not along their courses: how the eigenvalues of the Hessian are spread, and the loss
 * on the ways from one contender to another. Along a line of the {@link CurvatureFeed}, only what is wanted, and only while somebody looks.
 * FX thread.
 */
public final class CurvatureStill {
    private static final long PACE_NANOS = 500_000_000L;
    private static final double REST = 2;

    /** What can be looked at. */
    public enum View { NONE, SPECTRUM, WAYS }

    /**
     * From one contender to another.
     *
     * @param straight the data loss on the straight line
     * @param curved   and on a curve that was bent to where it is low
     */
    public record Ways(LossLine straight, LossLine curved) {
    }

    /** {@code version} tells two moments of a running race apart; 0 where it rests. */
    private record Question(Racing race, View view, List<String> of, long step, long version) {
    }

    private final Session session;
    private final Line line;
    private final CurvatureDesk desk;
    private final Runnable changed;
    private View view = View.NONE;
    private String from = "";
    private String to = "";
    private Map<String, SpectrumDensity> spectra = Map.of();
    private Ways ways;

    CurvatureStill(Session session, Feed feed, CurvatureDesk desk, Runnable changed) {
        this.session = session;
        this.desk = desk;
        this.changed = changed;
        line = feed.line("curvature-still").resting(REST);
    }

    /** Looks at something from now on; {@link View#NONE} for nothing. What else was under way is given up. */
    public void look(View wanted) {
        if (view != wanted) {
            line.giveUp();
        }
        view = wanted;
    }

    /** The ends of the ways, by their ids. */
    public void ends(String first, String second) {
        if (view == View.WAYS && !(first.equals(from) && second.equals(to))) {
            line.giveUp();
        }
        from = first;
        to = second;
    }

    /** Of everybody shown who has not diverged, by id, as it was last measured. */
    public Map<String, SpectrumDensity> spectra() {
        return spectra;
    }

    /** Between the ends, as they were last measured; null before, and where one of them has diverged. */
    public Ways ways() {
        return ways;
    }

    /** Nobody looks any longer. */
    void giveUp() {
        line.giveUp();
    }

    /** Nothing that was found is of this race. */
    void forget() {
        line.forget();
        spectra = Map.of();
        ways = null;
    }

    /** Whether something is under way. */
    boolean isBusy() {
        return line.isBusy();
    }

    /** Whether it has what is wanted. */
    boolean isSettled() {
        return view == View.NONE || !line.isBusy() && line.isAnswered(question(session.snapshotProperty().get()));
    }

    void ask(RaceSnapshot now) {
        Question question = question(now);
        if (view == View.NONE || !line.wants(question, question.version() != 0 ? PACE_NANOS : 0)) {
            return;
        }
        if (view == View.SPECTRUM) {
            line.<Map<String, RunState>, Map<String, SpectrumDensity>>ask(question, question.race().states(),
                    (states, task) -> spectra(question, states, task), found -> {
                        spectra = found;
                        changed.run();
                    });
        } else {
            line.<Map<String, RunState>, List<Ways>>ask(question, question.race().states(), (states, task) -> ways(question, states, task),
                    found -> {
                        ways = found.isEmpty() ? null : found.get(0);
                        changed.run();
                    });
        }
    }

    private Question question(RaceSnapshot now) {
        List<String> of = view == View.WAYS ? List.of(from, to) : session.experiment().contenders().stream()
                .filter(session.selection()::isShown).map(ContenderSpec::id).toList();
        boolean running = Snapshots.isRunning(now);
        return new Question(session.race().racing(), view, of, running ? -1 : now.step(), running ? now.version() : 0);
    }

    private Map<String, SpectrumDensity> spectra(Question question, Map<String, RunState> states, UiTask<?> task) {
        Map<String, SpectrumDensity> found = new LinkedHashMap<>();
        for (String id : question.of()) {
            if (states.containsKey(id)) {
                found.put(id, desk.spectrum(question.race(), id, states.get(id), task));
            }
        }
        return found;
    }

    private List<Ways> ways(Question question, Map<String, RunState> states, UiTask<?> task) {
        RunState first = states.get(question.of().get(0));
        RunState second = states.get(question.of().get(1));
        return first == null || second == null ? List.of() : List.of(desk.ways(question.race(), first, second, task));
    }
}
