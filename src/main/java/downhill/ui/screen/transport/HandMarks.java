package downhill.ui.screen.transport;

import downhill.race.document.ContenderSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Edits;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened by hand, and when: numbers changed, contenders branched off. */
final class HandMarks {
    private HandMarks() {
    }

    static List<TimeLine.Mark> of(Session session) {
        List<TimeLine.Mark> marks = new ArrayList<>();
        for (ContenderSpec one : session.experiment().contenders()) {
            changes(one, session, marks);
            if (one.fork() != null) {
                marks.add(new TimeLine.Mark(one.fork().step(), one.name(), one.style()));
            }
        }
        marks.sort(Comparator.comparingLong(TimeLine.Mark::step));
        return marks;
    }

    private static void changes(ContenderSpec one, Session session, List<TimeLine.Mark> marks) {
        List<ContenderSpec.Change> earlier = new ArrayList<>();
        for (ContenderSpec.Change change : one.changes()) {
            Double before = Edits.inForce(one.withChanges(earlier)).getOrDefault(change.key(), defaultOf(one, change.key(), session));
            marks.add(new TimeLine.Mark(change.step(), Messages.text("transport.change", one.name(), symbol(one, change.key(), session),
                    Numbers.plain(before), Numbers.plain(change.value()), Numbers.count(change.step())), one.style()));
            earlier.add(change);
        }
    }

    private static String symbol(ContenderSpec one, String key, Session session) {
        return session.ruleOf(one).flatMap(rule -> rule.hyperparameter(key)).map(h -> h.symbol()).orElse(key);
    }

    private static double defaultOf(ContenderSpec one, String key, Session session) {
        return session.ruleOf(one).flatMap(rule -> rule.hyperparameter(key)).map(h -> h.defaultValue()).orElse(Double.NaN);
    }
}
