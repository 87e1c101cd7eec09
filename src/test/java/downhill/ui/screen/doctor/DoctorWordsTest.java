package downhill.ui.screen.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.diagnosis.Ailment;
import downhill.analysis.diagnosis.Health;
import downhill.analysis.diagnosis.Healing;
import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Remedy;
import downhill.analysis.diagnosis.Yardstick;
import downhill.race.document.TriedRemedy;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.words.Said;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor says in a line, and whether a remedy helped. */
class DoctorWordsTest {
    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    private static Finding finding(String name, Ailment kind) {
        Remedy remedy = new Remedy("learningRate=0.1", Said.of("remedy.number", "η", "0.1"), null, name);
        return new Finding(name, name, kind, Said.of("finding.try", "evidence"), 40, List.of(remedy));
    }

    private static String report(Ailment kind, Health before, Health after, boolean over) {
        return report(tried(kind, "learningRate=0.1"), before, after, over);
    }

    private static TriedRemedy tried(Ailment kind, String setting) {
        return new TriedRemedy("t1", kind.word(), "SGD", "SGD", setting, List.of("remedy.number", "η", "0.1"), "c2", null,
                new Health(1, 1, false).kept(), null);
    }

    private static String report(TriedRemedy one, Health before, Health after, boolean over) {
        Healing healing = Healing.of(Reports.yardstick(one, true), before, after);
        return DoctorWords.report(new FollowUp(one, healing.kept(60, 1, 30), over));
    }

    /** No key of what can be told is without its words. */
    @ParameterizedTest
    @EnumSource(Yardstick.class)
    void eachYardstickHasItsWordsInBothLanguages(Yardstick by) {
        for (Language language : Language.values()) {
            Messages.languageProperty().set(language);
            for (double before : new double[] {0.5, Double.NaN}) {
                TriedRemedy.Effect effect = new Healing(Healing.Relief.HELPED, by, before, 0.75).kept(60, 1, 30);
                assertThat(DoctorWords.report(new FollowUp(tried(Ailment.DIVERGING, "x=1"), effect, true))).contains("0.75")
                        .doesNotContain("runDoctor");
            }
        }
    }

    @Test
    void classWeightsAreJudgedByBalancedAccuracy() {
        Health before = new Health(0.1, 0.1, false).scored(0.5);
        assertThat(report(tried(Ailment.CLASSES_OUT_OF_BALANCE, "--class-weights balanced"), before,
                new Health(0.4, 0.4, false).scored(0.8), true)).contains("helped. Balanced accuracy 0.5 before, 0.800 with it");
    }

    @Test
    void whoHasTheSameIsToldInOneLineAndWhatConcernsAllFirst() {
        List<Finding> found = List.of(finding("SGD", Ailment.SATURATION), finding("Mine", Ailment.DIVERGING),
                finding("Adam", Ailment.SATURATION), finding(null, Ailment.INPUTS_OUT_OF_SCALE));
        assertThat(DoctorWords.lines(found)).containsExactly("All contenders: inputs out of scale", "SGD, Adam: saturated units",
                "Mine: diverging");
        Messages.languageProperty().set(Language.CHINESE);
        assertThat(DoctorWords.lines(found)).containsExactly("全部参赛者：输入尺度不一", "SGD、Adam：单元饱和", "Mine：发散");
    }

    /** The margin is 1 % of the loss before. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.25, helped", "0.5, 0.496, no difference shown", "0.5, 0.504, no difference shown", "0.5, 0.6, did not help"})
    void whatHelpedIsToldWithItsFigures(double before, double after, String words) {
        String report = report(Ailment.RATE_TOO_SMALL, new Health(before, 9, false), new Health(after, 9, false), true);
        assertThat(report).startsWith("SGD, η 0.1").contains(words).contains("Best validation loss 0.5")
                .endsWith("on this seed and these 30 rows.");
    }

    @Test
    void overfittingIsJudgedByTheEndAndADivergenceByItsAbsence() {
        Health over = new Health(0.1, 0.4, false);
        assertThat(report(Ailment.OVERFITTING, over, new Health(0.1, 0.1, false), true)).contains("helped")
                .contains("at the end 0.4");
        Health gone = new Health(Double.NaN, Double.NaN, true);
        assertThat(report(Ailment.DIVERGING, gone, new Health(0.3, 0.3, false), true)).contains("helped. Best validation loss 0.3");
        assertThat(report(Ailment.DIVERGING, new Health(0.3, 0.3, false), gone, true)).contains("did not help");
        assertThat(report(Ailment.DIVERGING, gone, gone, false)).contains("nothing to compare yet").endsWith("So far, at step 60.");
    }

    @ParameterizedTest
    @EnumSource(Ailment.class)
    void eachAilmentHasItsNameAndWhatHelpsInBothLanguages(Ailment kind) {
        for (Language language : Language.values()) {
            Messages.languageProperty().set(language);
            assertThat(DoctorWords.kind(finding("SGD", kind))).isNotBlank();
            assertThat(DoctorWords.advice(finding("SGD", kind))).startsWith(language == Language.ENGLISH ? "What helps: " : "可行的办法：");
        }
    }
}
