package downhill.cluster;

import downhill.study.trial.TrialScores;
import java.io.Serializable;
import java.util.HashMap;

/**
 * Where a block stands. A value.
 *
 * @param done   how many orders were carried out
 * @param values what each trial has come to, by number
 * @param scores what else is known of it; empty before the end
 * @param news   what is told beside that; null where nothing is
 */
record BlockReport(int done, HashMap<Integer, Double> values, HashMap<Integer, TrialScores> scores, Serializable news)
        implements Serializable {
    static final BlockReport READY = new BlockReport(0, new HashMap<>(), new HashMap<>(), null);
}
