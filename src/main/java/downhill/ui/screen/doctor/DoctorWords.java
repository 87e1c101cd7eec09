package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Effect;
import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Remedy;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.screen.results.Basis;
import java.util.Locale;

/** The doctor's sentences, in the language of now. */
final class DoctorWords {
    private DoctorWords() {
    }

    /** Such as "learning rate too large". */
    static String kind(Finding finding) {
        return Messages.text("ailment." + finding.kind().word());
    }

    /** What helps against it, as books say. */
    static String advice(Finding finding) {
        return Messages.text("ailment." + finding.kind().word() + ".advice");
    }

    /** Such as "SGD: learning rate too large". */
    static String line(Finding finding) {
        return finding.contender() == null ? Messages.text("runDoctor.line.all", kind(finding))
                : Messages.text("runDoctor.line", finding.contender(), kind(finding));
    }

    /** What pressing the button does. */
    static String how(DoctorModel model, Finding finding, Remedy remedy) {
        if (remedy.contender() != null) {
            return Messages.text("runDoctor.how.branch", finding.contender(), Numbers.count(finding.since()));
        }
        return Messages.text(model.onlyLonger(remedy) ? "runDoctor.how.longer" : "runDoctor.how.all");
    }

    /** Whether it helped, or how it stands so far. */
    static String report(Report report) {
        Effect effect = report.effect();
        String who = Messages.text("runDoctor.tried", whose(report.treatment()), Spoken.text(report.treatment().remedy().what()));
        String what = Messages.text("runDoctor.effect." + effect.relief().name().toLowerCase(Locale.ROOT), who);
        String figures = figures(effect, Basis.words(report.seeds(), report.rows()));
        String words = figures.isEmpty() ? what : what + " " + figures;
        return report.over() ? words : words + " " + Messages.text("runDoctor.soFar", Numbers.count(report.step()));
    }

    private static String whose(Treatment treatment) {
        return treatment.finding().contender() == null ? Messages.text("runDoctor.all") : treatment.finding().contender();
    }

    private static String figures(Effect effect, String basis) {
        if (Double.isNaN(effect.after())) {
            return "";
        }
        String key = "runDoctor.figures." + (effect.atEnd() ? "end" : "best");
        return Double.isNaN(effect.before()) ? Messages.text(key + ".now", Numbers.format(effect.after()), basis)
                : Messages.text(key, Numbers.format(effect.before()), Numbers.format(effect.after()), basis);
    }
}
