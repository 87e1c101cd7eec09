package downhill.ui.screen.doctor;

import downhill.analysis.diagnosis.Ailment;
import downhill.analysis.diagnosis.Finding;
import downhill.analysis.diagnosis.Remedy;
import downhill.race.document.TriedRemedy;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.panel.Basis;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Such as "SGD, Adam: learning rate too large": one line for each kind, what concerns all first. */
    static List<String> lines(List<Finding> findings) {
        Map<Ailment, List<Finding>> kinds = new LinkedHashMap<>();
        sorted(findings).forEach(each -> kinds.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each));
        return kinds.values().stream().map(DoctorWords::line).toList();
    }

    private static String line(List<Finding> alike) {
        if (alike.get(0).contender() == null) {
            return Messages.text("runDoctor.line.all", kind(alike.get(0)));
        }
        String names = alike.stream().map(Finding::contender).collect(Collectors.joining(Messages.text("results.remark.join")));
        return Messages.text("runDoctor.line", names, kind(alike.get(0)));
    }

    /** What concerns all contenders first: its remedy may mend the others. */
    static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(Comparator.comparing(each -> each.contender() != null)).toList();
    }

    /** What pressing the button does. */
    static String how(DoctorModel model, Finding finding, Remedy remedy) {
        if (remedy.contender() != null) {
            return Messages.text("runDoctor.how.branch", finding.contender(), Numbers.count(finding.since()));
        }
        return Messages.text(model.onlyLonger(remedy) ? "runDoctor.how.longer" : "runDoctor.how.all");
    }

    /** Whether it helped, or how it stands so far. */
    static String report(FollowUp report) {
        TriedRemedy.Effect effect = report.effect();
        String who = Messages.text("runDoctor.tried", whose(report.tried()), what(report.tried()));
        String what = Messages.text("runDoctor.effect." + effect.relief(), who);
        String figures = figures(effect, Basis.words(effect.seeds(), effect.rows()));
        String words = figures.isEmpty() ? what : Messages.text("runDoctor.join", what, figures);
        return report.over() ? words
                : Messages.text("runDoctor.join", words, Messages.text("runDoctor.soFar", Numbers.count(effect.step())));
    }

    private static String whose(TriedRemedy one) {
        return one.name() == null ? Messages.text("runDoctor.all") : one.name();
    }

    private static String what(TriedRemedy one) {
        return Spoken.text(new Said(one.words().get(0), List.copyOf(one.words().subList(1, one.words().size()))));
    }

    private static String figures(TriedRemedy.Effect effect, String basis) {
        if (Double.isNaN(effect.after())) {
            return "";
        }
        String key = "runDoctor.figures." + effect.measure();
        return Double.isNaN(effect.before()) ? Messages.text(key + ".now", Numbers.format(effect.after()), basis)
                : Messages.text(key, Numbers.format(effect.before()), Numbers.format(effect.after()), basis);
    }
}
