package downhill.ui.screen.explain;

import downhill.race.history.PathPoint;
import java.util.List;
import java.util.Set;

/**
 * All that explanations depend on, as it stands when they are asked for.
 *
 * @param asked    which model, which rows
 * @param feature  name of the column whose effect is told
 * @param kind     how it is told
 * @param tableRow row of the table, from 0, that is explained; −1 where none is known yet
 * @param changed  its values as a person has changed them, as the model sees them [size]; null where nobody has
 * @param path     where the contender was
 * @param everybody all contenders that can be asked, about the same rows
 * @param running  whether the race runs, and work is to be short
 * @param pair     names of two features whose interplay is told; empty where none are known yet
 * @param kept     names of columns that may not change
 * @param said     whether a person has chosen no class: of an image it is told why it is said what it is
 */
record Question(Asked asked, String feature, EffectKind kind, int tableRow, double[] changed, List<PathPoint> path, List<Asked> everybody,
                boolean running, List<String> pair, Set<String> kept, boolean said) {
    /** The same of the model with other parameters [P]. */
    Question with(double[] parameters) {
        return new Question(asked.with(parameters), feature, kind, tableRow, changed, path, everybody, running, pair, kept, said);
    }
}
