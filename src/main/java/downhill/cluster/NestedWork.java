package downhill.cluster;

import downhill.data.Progress;
import downhill.optim.RuleLibrary;
import downhill.optim.ScheduleReader;
import downhill.study.NestedKnobs;
import downhill.study.NestedTuning;
import downhill.study.TunedFold;
import downhill.study.space.Knob;
import java.util.ArrayList;

/**
 * Folds in each of which contenders are tuned and scored. Comes to what came of each.
 *
 * @param common what all blocks have in common
 * @param knobs  that were asked for
 * @param all    whether all numbers of the rules are tuned, too
 * @param trials of each contender in each fold
 * @param from   index of the first fold
 * @param to     index behind the last
 */
record NestedWork(Shared<PackedFolds> common, ArrayList<Knob> knobs, boolean all, int trials, int from, int to)
        implements Work<ArrayList<TunedFold>> {
    @Override
    public ArrayList<TunedFold> done(Workplace place) {
        PackedFolds packed = common.get();
        RuleLibrary library = RuleLibrary.complete();
        long steps = packed.experiment().training().steps();
        NestedTuning tuning = new NestedTuning(packed.experiment(), packed.table(), packed.folds(), packed.metric(),
                new NestedKnobs(knobs, all, library, text -> ScheduleReader.read(text, steps)), trials, library, place.threads());
        ArrayList<TunedFold> folds = new ArrayList<>();
        for (int fold = from; fold < to; fold++) {
            folds.add(tuning.fold(fold, Progress.asking(place::wanted)));
        }
        return folds;
    }
}
