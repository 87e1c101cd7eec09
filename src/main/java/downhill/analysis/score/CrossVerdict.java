package downhill.analysis.score;

import downhill.analysis.verdict.Scored;
import downhill.analysis.verdict.Verdict;
import downhill.analysis.verdict.VerdictSentence;
import downhill.data.split.FoldSpec;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the scores of a cross-validation, or of those folds of it that are finished, say of its contenders.
 *
 * @param scores      of at least one fold
 * @param verdict     of them
 * @param sentence    the same in words
 * @param moreRepeats how many more repeats would tell what is unsure; 0 where none would, or nothing is
 */
public record CrossVerdict(CrossScores scores, Verdict verdict, Said sentence, int moreRepeats) {

    /**
     * Judges.
     *
     * @param folds     how the rows were divided
     * @param perRepeat folds of each repeat
     * @param margin    what is negligible, or null for the usual, of the first contender that has a score
     * @param seed      of the bootstrap
     */
    public static CrossVerdict of(CrossScores scores, FoldSpec folds, int perRepeat, Double margin, long seed) {
        List<Scored> entries = scores.contenders().stream().map(each -> new Scored(each.name(), each.byRepeat())).toList();
        double baseline = scores.contenders().stream().map(each -> Arrays.stream(each.byFold()).filter(Double::isFinite).average())
                .filter(OptionalDouble::isPresent).findFirst().map(OptionalDouble::getAsDouble).orElse(0.0);
        double negligible = margin == null ? scores.metric().negligible(baseline) : margin;
        Verdict verdict = Verdict.of(entries, scores.metric().higherIsBetter(), scores.ratio(), negligible, seed);
        boolean repeatable = !folds.rolling() && folds.folds() != FoldSpec.EACH;
        VerdictSentence sentence = new VerdictSentence(verdict, scores.metric().said(), perRepeat, repeatable);
        return new CrossVerdict(scores, verdict, sentence.said(), sentence.moreRepeats());
    }
}
