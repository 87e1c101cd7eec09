package downhill.ui.ask;

import downhill.engine.train.RunState;
import downhill.race.document.ContenderSpec;
import downhill.ui.fit.Absent;
import downhill.ui.fit.Standpoint;
import downhill.ui.session.Session;
import java.util.List;
import java.util.Map;

/**
 * A model that is asked.
 *
 * @param name       as a person called it
 * @param style      its colour and line style
 * @param parameters [P]; null where it has none to be asked with
 * @param absent     why it has none, in a sentence; empty where it has
 */
record AskedModel(String name, int style, double[] parameters, String absent) {
    /** Those of all contenders that are not muted, as they stand. */
    static List<AskedModel> all(Session session, Standpoint now) {
        Map<String, String> absent = Absent.words(session);
        return Absent.shown(session).stream().map(one -> of(one, now.state(one.id()), absent.get(one.id()))).toList();
    }

    private static AskedModel of(ContenderSpec one, RunState state, String absent) {
        return new AskedModel(one.name(), one.style(), state == null ? null : state.answer(), state == null ? absent : "");
    }
}
