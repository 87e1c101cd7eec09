package downhill.data.prepare;

import downhill.data.Examples;
import downhill.data.Notice;
import downhill.data.TaskKind;
import java.util.List;

/**
 * Arrays to train on and all that was decided on the way.
 *
 * @param training      rows to learn from, at least one
 * @param validation    rows held out, perhaps none
 * @param task          what is learned
 * @param featureNames  one name for each value of a flat input, or for each channel of a time series
 * @param classNames    the classes in the order of their indices; empty in regression
 * @param targetName    column that is predicted
 * @param preprocessing the steps done, to be done again on new rows
 * @param notices       what was decided without being asked
 * @param sealed        rows under seal, which are in neither
 */
public record Prepared(Examples training, Examples validation, TaskKind task, List<String> featureNames,
                       List<String> classNames, String targetName, Preprocessing preprocessing, List<Notice> notices, int sealed) {
    public Prepared {
        featureNames = List.copyOf(featureNames);
        classNames = List.copyOf(classNames);
        notices = List.copyOf(notices);
    }

    /** Without rows under seal. */
    public Prepared(Examples training, Examples validation, TaskKind task, List<String> featureNames, List<String> classNames,
                    String targetName, Preprocessing preprocessing, List<Notice> notices) {
        this(training, validation, task, featureNames, classNames, targetName, preprocessing, notices, 0);
    }

    /** The same with other things told of it. */
    public Prepared withNotices(List<Notice> others) {
        return new Prepared(training, validation, task, featureNames, classNames, targetName, preprocessing, others, sealed);
    }

    /** The same with other rows. */
    public Prepared withRows(Examples learned, Examples heldOut) {
        return new Prepared(learned, heldOut, task, featureNames, classNames, targetName, preprocessing, notices, sealed);
    }

    /** Whether the rows themselves are with workers, and only what is known of them is here. */
    public boolean isElsewhere() {
        return training.values() instanceof AbsentRows;
    }

    /** Shape of one input. */
    public int[] inputShape() {
        return training.inputShape();
    }

    /** Number of outputs a model needs: 1 in regression and for two classes, else one for each class. */
    public int outputs() {
        return task == TaskKind.MULTICLASS ? classNames.size() : 1;
    }
}
